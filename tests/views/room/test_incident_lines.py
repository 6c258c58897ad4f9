"""An incident in a line, and the sentence that is quoted for it."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Span
from dateline.views.room.incident_lines import LONGEST, incident_lines, quoted
from dateline.views.room.incidents import IncidentQuestion, incident_ids

NEAR = "It rained. Sudan walked out of talks with Egypt. Nobody spoke."


def test_the_sentence_around_the_words():
    start = NEAR.index("walked out")
    words = quoted(NEAR, Span(start, start + len("walked out")))
    assert (words.before, words.words, words.after) == ("Sudan ", "walked out", " of talks with Egypt.")


@given(before=st.text("ab ", max_size=600), after=st.text("cd ", max_size=600), longest=st.integers(10, 400))
def test_a_long_sentence_is_cut_around_the_words(before, after, longest):
    near = f"{before}walked{after}"
    words = quoted(near, Span(len(before), len(before) + 6), longest)
    assert words.words == "walked"
    assert len(words.before + words.after) <= longest + 2
    assert before.lstrip().endswith(words.before.removeprefix("…"))
    assert after.rstrip().startswith(words.after.removesuffix("…"))


def test_lines_come_in_the_order_asked_and_unknown_ids_are_passed_over(reader):
    ids = incident_ids(reader, IncidentQuestion(order="widest"), 5)
    backwards = [*reversed(ids)]
    assert [line.id for line in incident_lines(reader, ["inc_none", *backwards])] == backwards


def test_a_line_says_who_did_what_and_who_vouches(reader):
    [line] = incident_lines(reader, incident_ids(reader, IncidentQuestion(type="REJECT", order="widest"), 1))
    assert line.label.startswith("Sudan → ")
    assert line.standing == "vouched"
    assert line.articles == 4
    assert 1 < line.origins < line.outlets
    assert len(f"{line.quote.before}{line.quote.words}{line.quote.after}") <= LONGEST + 4
    assert line.when == "12 March 2025"
