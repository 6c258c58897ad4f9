"""The same utterance quoted by several articles is one saying; another speaker, or other words, are another."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.corroboration.sayings.quoting import LONG, OTHER, PART, add, ids, quoted
from tests.corroboration.telling import KEBEDE, MINISTRY

from dateline.archive import Archive, open_archive
from dateline.corroboration.sayings import sayings
from dateline.corroboration.sayings.store import near
from dateline.records import Reading

MINE = replace(KEBEDE, id="a_x", name="Taye Bekele")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def groups(archive: Archive, *readings: Reading) -> list[int]:
    add(archive, *readings)
    return [len(one.articles) for one in sayings(archive)]


def test_a_part_of_a_quotation_is_the_same_saying(archive):
    assert groups(archive, quoted("BBC", 10, LONG), quoted("AFP", 11, PART), quoted("RFI", 12, LONG)) == [3]
    (one,) = sayings(archive)
    assert one.speaker == "selamawit kebede"
    assert [report.score for report in one.reports] == [1.0, 1.0, 1.0]


def test_another_speaker_is_another_saying(archive):
    assert groups(archive, quoted("BBC", 10, LONG), quoted("AFP", 11, PART, replace(KEBEDE, id="a_x", name="Taye Bekele"))) == []


def test_a_body_of_the_speakers_state_may_be_named_for_him(archive):
    assert groups(archive, quoted("BBC", 10, LONG), quoted("AFP", 11, PART, MINISTRY)) == [2]


def test_common_words_are_no_saying(archive):
    assert groups(archive, quoted("BBC", 10, "“We will see.”"), quoted("AFP", 10, "“We will see what comes.”")) == []


def test_a_second_reading_leaves_nothing_behind(archive):
    first, second = quoted("BBC", 10, LONG), quoted("AFP", 11, PART)
    assert groups(archive, first, second, replace(second, statements=())) == []
    assert groups(archive, second) == [2]


def test_months_apart_only_what_has_much_in_common_is_compared(archive):
    long = f"{LONG[:-1]} {OTHER[1:]}"
    some = quoted("RFI", 3, f"“In Cairo the cabinet waits. {OTHER[1:35]} and nobody knows why.”")
    early, late = quoted("BBC", 1, long), quoted("AFP", 2, long)
    day = date(2025, 8, 1)
    late, some = (
        replace(one, article=replace(one.article, published=replace(one.article.published, start=day, end=day)))
        for one in (late, some)
    )
    assert groups(archive, early, late, some) == [2]
    number = {row["article"]: row["number"] for row in archive.select("SELECT article, number FROM utterances")}
    of_early, of_late, of_some = (number[one.article.id] for one in (early, late, some))
    assert set(near(archive, [of_early])) == {(of_late, of_early)}
    assert set(near(archive, [of_late])) == {(of_late, of_early), (of_some, of_late)}


def test_a_statement_whose_speaker_is_corrected_pulls_no_other_into_its_old_saying(archive):
    first, fourth = quoted("BBC", 10, LONG), quoted("DW", 13, LONG, MINE)
    rest = (quoted("AFP", 11, LONG), quoted("RFI", 12, LONG))
    assert groups(archive, first, *rest) == [3]
    corrected = replace(first, statements=(replace(first.statements[0], speaker=MINE.id),), actors=(*first.actors, MINE))
    assert groups(archive, corrected) == [2]
    assert groups(archive, fourth) == [2, 2]
    assert {frozenset(one.articles) for one in sayings(archive)} == {ids(*rest), ids(first, fourth)}
