"""Copies are found however they were cut, re-headlined or edited, in whatever order they come; reports of one event are no copies."""

from __future__ import annotations

import gzip
import itertools
import json
import random
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from datasketch import MinHash, MinHashLSH
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive import CopyRelation, open_archive
from dateline.corroboration.copies import bring_up_to_date, renew
from dateline.corroboration.copies.runs import COMMON_RUN, Wording, share
from dateline.corroboration.copies.sketches import METHOD, signature
from dateline.records import Article, Published, Reading, Span, content_id

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
RIVER_DAM = SHARED / "gold" / "river-dam"
PILE = SHARED / "data" / "articles" / "north-korea-2017-18.jsonl.gz"
DAY = date(2018, 1, 9)

PROSE = (
    "ministers from both states met at the border on tuesday to speak about a ceasefire that had held for nine days and "
    "about the return of prisoners whom each side says the other took after the fighting in the valley the talks were "
    "held in a railway carriage because neither delegation would sit in a building that belonged to the other and the "
    "mediator said that he had never seen a stranger table nor a better reason for one he asked them to come back in a "
    "week with a list of names and without their cameras while aid workers waited at the bridge for leave to cross"
)
WORDS = PROSE.split()
OWN_LINE = "our own reporter adds a line of his own here"


def article(key: str, words: Sequence[str] = WORDS, outlet: str = "Post", day: date | None = DAY, headline: str = "") -> Article:
    text = f"{headline}\n\n{' '.join(words)}" if headline else " ".join(words)
    published = Published(day, day, "given") if day else None
    span = Span(0, len(headline)) if headline else None
    return Article(key, content_id("t", text), key, outlet, None, None, None, "en", published, text, (), span)


def relations(articles: Sequence[Article]) -> tuple[CopyRelation, ...]:
    """Those of an archive to which the articles were added one by one, or if they are many in batches."""
    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "a.duckdb") as archive:
        size = 1 if len(articles) < 10 else 64
        for batch in (articles[start : start + size] for start in range(0, len(articles), size)):
            archive.add(*(Reading(each, version="1") for each in batch))
            bring_up_to_date(archive, [each.id for each in batch])
        return archive.copies()


def relations_among(articles: Sequence[Article]) -> dict[str, str]:
    return {relation.article: relation.original for relation in relations(articles)}


def edited(words: Sequence[str], every: int) -> list[str]:
    return ["changed" if n % every == every - 1 else word for n, word in enumerate(words)]


LATER = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    "copy",
    [
        article("b", day=LATER),
        article("b", WORDS[: len(WORDS) // 2], day=LATER),
        article("b", WORDS[40:75], day=LATER),
        article("b", [word.upper() for word in WORDS], day=LATER),
        article("b", headline="Nine days without a shot, and a railway carriage", day=LATER),
        article("b", edited(WORDS, 12), day=LATER),
        article("b", [*WORDS[:80], *OWN_LINE.split()], day=LATER),
    ],
    ids=["identical", "cut", "middle", "capitals", "headline", "edited", "line added"],
)
def test_copies_are_found(copy: Article) -> None:
    assert relations_among([article("a"), copy]) == {"b": "a"}


def test_another_text_is_no_copy() -> None:
    shuffled = random.Random(1).sample(WORDS, len(WORDS))
    assert relations_among([article("a"), article("b", shuffled)]) == {}


def test_a_text_that_quotes_the_earlier_one_among_much_else_is_no_copy() -> None:
    own = [f"word{n}" for n in range(150)]
    assert relations_among([article("a", WORDS[:60]), article("b", [*own, *WORDS[:60]], day=LATER)]) == {}


def test_short_texts_are_not_judged() -> None:
    assert relations_among([article("a", WORDS[:20]), article("b", WORDS[:20])]) == {}


def test_the_earlier_is_the_original_in_any_order() -> None:
    a, b, c = (article(key, day=DAY + timedelta(days=n)) for n, key in enumerate("abc"))
    for order in itertools.permutations((a, b, c)):
        assert relations_among(order) == {"b": "a", "c": "a"}


def test_the_agency_is_the_original_though_a_paper_is_dated_a_day_earlier() -> None:
    paper, agency = article("paper"), article("agency", outlet="AFP", day=LATER)
    assert relations_among([paper, agency]) == {"paper": "agency"}
    assert relations_among([agency, paper]) == {"paper": "agency"}


def test_an_agency_that_repeats_a_text_a_week_later_is_the_copy() -> None:
    agency = article("agency", outlet="AFP", day=DAY + timedelta(days=7))
    assert relations_among([article("paper"), agency]) == {"agency": "paper"}


def test_of_one_day_the_longer_is_the_original() -> None:
    whole, cut = article("whole"), article("cut", WORDS[:70])
    assert relations_among([cut, whole]) == {"cut": "whole"}


def test_of_two_equal_undated_texts_the_first_added_is_the_original() -> None:
    assert relations_among([article("z", day=None), article("a", day=None)]) == {"a": "z"}


def test_the_reason_names_share_and_order() -> None:
    (relation,) = relations([article("a"), article("b", WORDS[:70], day=LATER)])
    assert (relation.share, relation.kind) == (1.0, "copy")
    assert relation.reason == "100% of its words stand in the original, which appeared 1 day earlier"


def test_an_article_is_compared_once(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.duckdb") as archive:
        archive.add(Reading(article("a"), version="1"), Reading(article("b"), version="1"))
        assert len(bring_up_to_date(archive, ["a", "b"])) == 1
        archive.add(Reading(article("b"), version="2"))
        assert bring_up_to_date(archive, ["b"]) == ()
        assert len(archive.copies()) == 1


def test_a_text_made_of_two_has_two_originals() -> None:
    other = [f"{word}x" for word in WORDS]
    merged = article("m", [*WORDS[:60], *other[:60]], outlet="Herald", day=LATER)
    found = relations([article("a"), article("b", other), merged])
    assert {(r.article, r.original, r.kind) for r in found} == {("m", "a", "merged"), ("m", "b", "merged")}


def test_a_text_of_which_half_is_its_own_is_a_copy_in_part() -> None:
    own = [f"own{n}" for n in range(70)]
    (relation,) = relations([article("a"), article("b", [*WORDS[:70], *own], outlet="Herald", day=LATER)])
    assert relation.kind == "partial"
    assert relation.share == pytest.approx(0.5)


def test_paragraphs_of_background_in_one_outlet_are_no_copy() -> None:
    own = [f"own{n}" for n in range(90)]
    assert relations_among([article("a"), article("b", [*WORDS[:70], *own], day=LATER)]) == {}


def test_two_reports_of_one_letter_are_no_copies() -> None:
    letter = f'"{PROSE}"'
    one = article("a", [f"one{n}" for n in range(40)] + letter.split())
    other = article("b", [f"two{n}" for n in range(40)] + letter.split(), outlet="Herald", day=LATER)
    assert relations_among([one, other]) == {}


def test_the_template_of_an_outlet_is_nobodys_report() -> None:
    texts = [article(f"t{n}", [*WORDS[:45], *(f"w{n}x{i}" for i in range(60))], outlet="Times") for n in range(4)]
    copy = article("c", [*WORDS[:45], *(f"w0x{i}" for i in range(60))], outlet="Herald", day=LATER)
    assert relations_among([*texts, copy]) == {"c": "t0"}


def test_a_credit_to_the_agency_says_which_is_the_original() -> None:
    credited = article("paper", ["GENEVA", "(Reuters)", "-", *WORDS])
    plain = article("other", outlet="Herald")
    assert relations_among([plain, credited]) == {"other": "paper"}
    agency = article("agency", outlet="Reuters", day=DAY + timedelta(days=5))
    assert relations_among([agency, credited]) == {"paper": "agency"}


def test_many_articles_are_kept_apart() -> None:
    texts = [article(f"t{n}", [f"w{n}x{i}" for i in range(60)]) for n in range(600)]
    copies = [article(f"c{n}", [f"w{n}x{i}" for i in range(60)], day=LATER) for n in (0, 255, 256, 599)]
    assert relations_among([*texts, *copies]) == {"c0": "t0", "c255": "t255", "c256": "t256", "c599": "t599"}


@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.lists(st.sampled_from("abcdefgh"), max_size=40))
def test_what_is_common_is_a_share_and_all_with_itself(one: list[str], other: list[str]) -> None:
    mine, theirs = Wording(" ".join(one)), Wording(" ".join(other))
    assert 0.0 <= share(mine.common_with(theirs.shingles)) <= 1.0
    assert all(mine.common_with(mine.shingles)) or len(one) < COMMON_RUN


def test_signatures_estimate_resemblance_as_datasketch_does() -> None:
    one, other = Wording(PROSE).shingles, Wording(" ".join(WORDS[:70])).shingles
    true = len(one & other) / len(one | other)
    agreeing = [a == b for a, b in zip(signature(one), signature(other), strict=True)]
    reference = [MinHash(256) for _ in range(2)]
    for sketch, words in zip(reference, (one, other), strict=True):
        sketch.update_batch([word.encode() for word in words])
    assert sum(agreeing) / len(agreeing) == pytest.approx(true, abs=0.1)
    assert reference[0].jaccard(reference[1]) == pytest.approx(true, abs=0.1)


def test_texts_of_an_older_archive_are_compared_when_it_is_taken_up_again(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.duckdb") as archive:
        archive.add(Reading(article("a"), version="1"), Reading(article("b", day=LATER), version="1"))
        renew(archive)
        assert archive.originals() == {"b": "a"}
        assert archive.copying.not_compared(METHOD) == ()


def test_the_gold_pack_has_two_copies_and_no_more() -> None:
    if not RIVER_DAM.exists():
        pytest.skip("shared/gold/river-dam is missing")
    gold = json.loads((RIVER_DAM / "gold.json").read_text(encoding="utf-8"))
    articles = []
    for entry in gold["articles"]:
        words = (RIVER_DAM / "articles" / entry["file"]).read_text(encoding="utf-8").split()
        articles.append(article(entry["file"], words, entry["outlet"], date.fromisoformat(entry["published"])))
    found = relations_among(articles)
    assert {frozenset(pair) for pair in found.items()} == {frozenset(pair) for pair in gold["copies"]}
    assert found == {"nile-courier-0311.txt": "afp-0311.txt", "reuters-0315-corrected.txt": "reuters-0314.txt"}


def test_independent_reports_of_real_outlets_are_no_copies_and_their_cuts_are() -> None:
    if not PILE.exists():
        pytest.skip("shared/data/articles is missing")
    with gzip.open(PILE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, 60)]
    reports = [article(f"r{n}", row["text"].split(), row["outlet"], DAY) for n, row in enumerate(rows)]
    assert relations_among(reports) == {}
    long = [report for report in reports if len(report.text) > 2000]
    cuts = [
        article(f"{each.id}-cut", edited(each.text.split()[: len(each.text.split()) // 3], 20), "Paper", LATER) for each in long
    ]
    assert relations_among([*reports, *cuts]) == {f"{each.id}-cut": each.id for each in long}


def test_candidates_are_those_of_a_reference_index() -> None:
    """datasketch with the same bands finds the same copies among cuts of one text."""
    parts = {f"p{n}": Wording(" ".join(WORDS[: 40 + 5 * n])).shingles for n in range(10)}
    reference = MinHashLSH(num_perm=256, params=(128, 2))
    for key, words in parts.items():
        sketch = MinHash(256)
        sketch.update_batch([word.encode() for word in words])
        reference.insert(key, sketch)
    whole = MinHash(256)
    whole.update_batch([word.encode() for word in Wording(" ".join(WORDS)).shingles])
    articles = [article("whole"), *(article(f"p{n}", WORDS[: 40 + 5 * n], day=LATER) for n in range(10))]
    assert set(relations_among(articles)) == set(reference.query(whole)) == set(parts)
