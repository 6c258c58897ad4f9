"""What users decide about sayings holds when more is added and when an article is read again, and can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.corroboration.sayings.quoting import LONG, OTHER, PART, add, groups, ids, quoted, said_in
from tests.corroboration.telling import EGYPT, KEBEDE

from dateline.archive import Archive, open_archive
from dateline.corroboration.sayings import deciding, sayings
from dateline.corroboration.sayings.decision_store import decisions
from dateline.corroboration.sayings.store import numbers_of
from dateline.corroboration.sayings.telling import Wanted, told
from dateline.corroboration.sayings.updating import resettle
from dateline.errors import ArchiveError
from dateline.records import Reading, Span

FIRST, SECOND, THIRD = quoted("BBC", 10, LONG), quoted("AFP", 11, PART), quoted("RFI", 12, LONG)
FOURTH = quoted("DW", 13, LONG)
ELSEWHERE, AGAIN = quoted("BBC", 20, OTHER), quoted("AFP", 21, OTHER)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def read_anew(reading: Reading, *, longer: int = 0) -> Reading:
    """The same article by a newer version: the statement has another id, and begins some words earlier."""
    (statement,) = reading.statements
    (content,) = statement.content
    start = content.start
    for _ in range(longer):
        start = reading.article.text.rindex(" ", 0, start - 1) + 1
    return replace(reading, statements=(replace(statement, id="st_anew", content=(Span(start, content.end),)),))


def test_a_split_holds_when_more_is_added_and_can_be_undone(archive):
    add(archive, FIRST, SECOND, THIRD)
    (one,) = sayings(archive)
    (made, _) = deciding.split(archive, one.id, [said_in(SECOND)], "another speech")
    assert groups(archive) == {ids(FIRST, THIRD)}
    add(archive, FOURTH)
    assert groups(archive) == {ids(FIRST, THIRD, FOURTH)}
    add(archive, SECOND)
    assert groups(archive) == {ids(FIRST, THIRD, FOURTH)}
    deciding.undo(archive, made.number)
    assert groups(archive) == {ids(FIRST, SECOND, THIRD, FOURTH)}
    assert {one.stands for one in decisions(archive)} == {False}


def test_all_can_be_kept_apart(archive):
    add(archive, FIRST, SECOND, THIRD)
    (one,) = sayings(archive)
    assert len(deciding.split(archive, one.id, [], "a phrase that she often says")) == 3
    assert groups(archive) == set()


def test_what_splits_off_stays_together_and_every_link_says_with_what(archive):
    add(archive, FIRST, SECOND, THIRD)
    deciding.split(archive, sayings(archive)[0].id, [said_in(FIRST)], "another speech")
    assert groups(archive) == {ids(SECOND, THIRD)}
    opened, joined = sayings(archive)[0].reports
    assert (opened.score, opened.reason) == (1.0, "the first article that quotes it")
    assert joined.reason.endswith(f"with {opened.statement}")


@pytest.mark.parametrize("longer", [0, 1])
def test_a_split_outlasts_a_new_reading_that_gives_another_id(archive, longer):
    add(archive, FIRST, SECOND)
    deciding.split(archive, sayings(archive)[0].id, [said_in(SECOND)], "another speech")
    anew = read_anew(SECOND, longer=longer)
    assert said_in(anew) != said_in(SECOND)
    add(archive, anew)
    assert groups(archive) == set()
    deciding.undo(archive, 1)
    assert groups(archive) == {ids(FIRST, SECOND)}


def test_a_merge_of_single_statements_outlasts_a_new_reading(archive):
    add(archive, FIRST, ELSEWHERE)
    assert groups(archive) == set()
    (made,) = deciding.merge(archive, said_in(FIRST), said_in(ELSEWHERE)[:12], "one speech")
    assert groups(archive) == {ids(FIRST, ELSEWHERE)}
    assert (made.a_words, made.b_words, made.score) == (LONG, OTHER, None)
    assert [report.reason for report in sayings(archive)[0].reports] == ["the first article that quotes it", "a user's decision"]
    add(archive, read_anew(ELSEWHERE), FIRST)
    assert groups(archive) == {ids(FIRST, ELSEWHERE)}
    deciding.undo(archive, 1)
    assert groups(archive) == set()


def test_a_merge_of_two_sayings_keeps_all_their_reports(archive):
    add(archive, FIRST, SECOND, ELSEWHERE, AGAIN)
    one, other = sayings(archive)
    deciding.merge(archive, one.id, other.id.removeprefix("say_"), "one speech")
    assert groups(archive) == {ids(FIRST, SECOND, ELSEWHERE, AGAIN)}
    add(archive, THIRD)
    assert groups(archive) == {ids(FIRST, SECOND, THIRD, ELSEWHERE, AGAIN)}
    deciding.undo(archive, 1)
    assert groups(archive) == {ids(FIRST, SECOND, THIRD), ids(ELSEWHERE, AGAIN)}


def test_a_merge_after_a_split_brings_all_together_again(archive):
    add(archive, FIRST, SECOND, THIRD)
    (one,) = sayings(archive)
    deciding.split(archive, one.id, [said_in(SECOND)], "another speech")
    deciding.merge(archive, said_in(SECOND), said_in(THIRD), "it is one after all")
    assert groups(archive) == {ids(FIRST, SECOND, THIRD)}


def test_two_sayings_that_a_user_joins_through_an_article_that_is_read_again_become_one(archive):
    add(archive, FIRST, SECOND, ELSEWHERE, AGAIN)
    single = quoted("DW", 25, "“Nobody asked the fishermen of the lake.”")
    add(archive, single)
    deciding.merge(archive, said_in(single), said_in(FIRST), "one speech")
    deciding.merge(archive, said_in(single), said_in(ELSEWHERE), "one speech")
    add(archive, single)
    assert groups(archive) == {ids(FIRST, SECOND, ELSEWHERE, AGAIN, single)}
    firsts = [report for report in sayings(archive)[0].reports if report.reason == "the first article that quotes it"]
    assert len(firsts) == 1


def test_what_cannot_be_decided(archive):
    add(archive, FIRST, SECOND, ELSEWHERE)
    (one,) = sayings(archive)
    for a, b, why in (
        (one.id, said_in(FIRST), "one saying already"),
        (one.id, "say_0000", "no saying or statement has the id"),
        (one.id, "st", "3 sayings or statements have ids"),
    ):
        with pytest.raises(ArchiveError, match=why):
            deciding.merge(archive, a, b, "why")
    with pytest.raises(ArchiveError, match="at least one report must stay"):
        deciding.split(archive, said_in(ELSEWHERE), [], "why")
    with pytest.raises(ArchiveError, match="is not one of the reports of this saying"):
        deciding.split(archive, one.id, [said_in(ELSEWHERE)], "why")
    with pytest.raises(ArchiveError, match="needs a reason"):
        deciding.split(archive, one.id, [said_in(FIRST)], " ")
    with pytest.raises(ArchiveError, match="no decision has the number 7"):
        deciding.undo(archive, 7)
    assert decisions(archive) == ()


def test_two_statements_of_one_article_are_no_saying(archive):
    both = quoted("BBC", 10, f"{LONG} {OTHER}")
    start = both.article.text.index(OTHER)
    more = replace(both.statements[0], id="st_more", content=(Span(start, start + len(OTHER)),))
    add(archive, replace(both, statements=(*both.statements, more)))
    with pytest.raises(ArchiveError, match="stand in one article"):
        deciding.merge(archive, said_in(both), "st_more", "why")


def test_what_is_asked_for(archive):
    at = SECOND.article.text.index("Cairo")
    actors = tuple(replace(one, mentions=(Span(at, at + 5),)) if one is EGYPT else one for one in SECOND.actors)
    naming = replace(SECOND, actors=actors)
    add(archive, FIRST, naming, ELSEWHERE, AGAIN)
    (long, other) = told(archive, Wanted())
    assert (long.speaker, long.outlets, long.first) == (KEBEDE.name, ("BBC", "AFP"), date(2025, 3, 10))
    assert [report.words for report in long.reports] == [LONG, PART]
    assert told(archive, Wanted(about="Egypt")) == (long,)
    assert told(archive, Wanted(speaker="Kebede", since=date(2025, 3, 21))) == (other,)
    assert len(told(archive, Wanted(speaker="Ethiopia"))) == 2
    assert told(archive, Wanted(speaker="Egypt")) == told(archive, Wanted(since=date(2025, 4, 1))) == ()


def test_a_merge_that_is_undone_is_not_made_by_the_program_instead(archive):
    """The two sayings have an article's words in common, which is no reason to join them unasked."""
    whole = quoted("DW", 12, f"{LONG} {OTHER}")
    add(archive, FIRST, SECOND, ELSEWHERE, AGAIN, whole)
    before = groups(archive)
    assert len(before) == 2
    deciding.merge(archive, said_in(FIRST), said_in(AGAIN), "one speech")
    assert len(groups(archive)) == 1
    deciding.undo(archive, 1)
    assert groups(archive) == before
    deciding.merge(archive, said_in(SECOND), said_in(ELSEWHERE), "one speech indeed")
    assert len(groups(archive)) == 1


def test_working_out_anew_changes_nothing_where_nothing_was_decided(archive):
    readings = (FIRST, SECOND, THIRD, quoted("DW", 12, f"{LONG} {OTHER}"), ELSEWHERE, AGAIN)
    add(archive, *readings)
    before = groups(archive)
    for one in readings:
        resettle(archive, list(numbers_of(archive, [said_in(one)]).values()))
        assert groups(archive) == before


def test_what_went_elsewhere_after_a_split_comes_back_alone(archive):
    whole = quoted("DW", 12, f"{LONG} {OTHER}")
    add(archive, FIRST, THIRD, ELSEWHERE, AGAIN, whole)
    before = groups(archive)
    (mine,) = [one for one in sayings(archive) if whole.article.id in one.articles]
    made = deciding.split(archive, mine.id, [said_in(whole)], "not hers")
    assert len(groups(archive)) == 2
    assert groups(archive) != before
    deciding.undo(archive, made[0].number)
    assert groups(archive) == before


def test_what_hung_together_only_through_one_falls_apart_with_it_and_comes_back(archive):
    bridge = quoted("DW", 12, f"{LONG} {OTHER}")
    add(archive, bridge, FIRST, SECOND, ELSEWHERE, AGAIN)
    assert len(groups(archive)) == 1
    (made, *_) = deciding.split(archive, sayings(archive)[0].id, [said_in(bridge)], "put together by the paper")
    assert groups(archive) == {ids(FIRST, SECOND), ids(ELSEWHERE, AGAIN)}
    deciding.undo(archive, made.number)
    assert groups(archive) == {ids(bridge, FIRST, SECOND, ELSEWHERE, AGAIN)}
