from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles import article
from dateline.language.document import tokenise
from dateline.language.parsing.stretches import AFTER, BEFORE, Stretch, runs, stretches
from dateline.models import load_parser

SENTENCE = "The port of Cadiz was closed on Monday by order of the council"
BESIDE = "Ministers of six states met in Lisbon for a whole day and signed nothing at all"


def keys(*sentences):
    doc = tokenise(load_parser(), article("\n\n".join(f"{one}." for one in sentences)))
    return [stretch.key for stretch in stretches(doc)]


def test_stretches_cover_the_text_and_begin_where_a_sentence_surely_does():
    doc = tokenise(load_parser(), article(f"{SENTENCE}. {BESIDE}.\n\n{SENTENCE}."))
    found = stretches(doc)
    assert [doc[s.start].text for s in found] == ["The", "Ministers", "The"]
    assert (found[0].start, found[-1].end) == (0, len(doc))
    assert all(before.end == after.start for before, after in pairwise(found))


def test_what_is_out_of_sight_does_not_count():
    one = keys(BESIDE, SENTENCE, BESIDE)
    other = keys("Nobody came but " + BESIDE.lower(), SENTENCE, BESIDE + " until late")
    assert one[1] == other[1]
    assert one[0] != other[0]


def test_what_is_in_sight_counts():
    assert keys(BESIDE, SENTENCE, BESIDE)[1] != keys(BESIDE + " here", SENTENCE, BESIDE)[1]
    assert keys(BESIDE, SENTENCE, BESIDE)[1] != keys(BESIDE, SENTENCE, "Their " + BESIDE.lower())[1]


def test_the_edge_of_the_text_is_seen():
    assert keys(SENTENCE, SENTENCE, SENTENCE)[1] not in (keys(SENTENCE)[0], *keys(SENTENCE, SENTENCE))


@given(st.lists(st.tuples(st.integers(1, 30), st.booleans()), max_size=30))
def test_runs_hold_all_that_is_wanted_and_no_more_than_they_must(drawn):
    found, at = [], 0
    for length, _ in drawn:
        found.append(Stretch(at, at + length, b""))
        at += length
    wanted = [is_wanted for _, is_wanted in drawn]
    chosen = list(runs(wanted, found))
    assert all(any(first <= k < last for first, last in chosen) for k, is_wanted in enumerate(wanted) if is_wanted)
    assert all(wanted[first] and wanted[last - 1] for first, last in chosen)
    for (_, last), (first, _) in pairwise(chosen):
        assert found[first].start - found[last - 1].end > BEFORE + AFTER
