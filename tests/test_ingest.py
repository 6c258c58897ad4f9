"""Adding articles: what is skipped, what fails without harm, and what is kept when somebody presses Ctrl-C."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline import ingest
from dateline.archive import Archive, open_archive
from dateline.errors import KnowledgeError, UnreadableSource
from dateline.ingest import BATCH, LARGEST_BATCH, IngestStep, add, batch_size
from dateline.records import Actor, Article, Published, Reading

DAY = date(2018, 1, 9)


def article(key: str, text: str = "Seoul and Pyongyang talk.") -> Article:
    return Article(key, f"text-{key}", f"{key}.txt", "Post", None, None, None, "en", Published(DAY, DAY, "given"), text)


def read(articles: Sequence[Article]) -> Iterator[Reading]:
    """A small reader that knows one actor, and stumbles over certain words."""
    for each in articles:
        if "broken table" in each.text:
            raise KnowledgeError("states.tsv: line 3 lacks a column (repair it)")
        if "divide" in each.text:
            raise ZeroDivisionError("by zero")
        if "interrupt" in each.text:
            raise KeyboardInterrupt
        if "nothing" not in each.text:
            yield Reading(each, actors=(Actor("s", "Seoul", "state", "KOR"),))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def test_articles_are_read_and_stored(archive: Archive) -> None:
    report = add([article(str(n)) for n in range(BATCH * 2 + 3)], archive, read=read, version="1")
    assert report.added == tuple(str(n) for n in range(BATCH * 2 + 3))
    assert [reading.article.id for reading in archive.readings()] == list(report.added)
    assert {reading.version for reading in archive.readings()} == {"1"}
    assert (report.skipped, report.failed, report.interrupted) == ((), (), False)


def test_the_larger_the_archive_the_more_articles_are_committed_together() -> None:
    sizes = [batch_size(stored) for stored in (0, 2_000, 5_000, 20_000, 1_000_000)]
    assert sizes == [BATCH, BATCH, 125, LARGEST_BATCH, LARGEST_BATCH]


def test_batches_grow_with_what_the_archive_held_and_was_given(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "BATCH", 2)
    monkeypatch.setattr(ingest, "ARCHIVE_TO_BATCH", 2)
    given: list[int] = []

    def counted(articles: Sequence[Article]) -> Iterator[Reading]:
        given.append(len(articles))
        return read(articles)

    for first, last in ((0, 10), (10, 19)):
        add([article(str(n)) for n in range(first, last)], archive, read=counted, version="1")
    assert given == [2, 2, 2, 3, 1, 5, 4]


def test_a_second_run_skips_what_this_version_has_read(archive: Archive) -> None:
    add([article("a"), article("b")], archive, read=read, version="1")
    report = add([article("a"), article("b"), article("c"), article("c")], archive, read=read, version="1")
    assert (report.added, report.skipped) == (("c",), ("a", "b", "c"))


def test_a_newer_version_reads_again(archive: Archive) -> None:
    add([article("a")], archive, read=read, version="1")
    report = add([article("a")], archive, read=read, version="2")
    assert report.added == ("a",)
    assert [reading.version for reading in archive.readings()] == ["2"]
    assert archive.select("SELECT count(*) AS n FROM actors") == [{"n": 1}]


def test_a_bad_input_and_a_bad_article_cost_no_other(archive: Archive) -> None:
    bad = UnreadableSource("empty.txt", "it is empty", "give a file with text")
    inputs = [article("a"), bad, article("b", "a broken table"), article("c"), article("d", "nothing here")]
    report = add(inputs, archive, read=read, version="1")
    assert report.added == ("a", "c")
    assert [(step.source, step.error) for step in report.failed] == [
        ("empty.txt", "empty.txt: it is empty (give a file with text)"),
        ("b.txt", "states.tsv: line 3 lacks a column (repair it)"),
        ("d.txt", "d.txt: the reader gave no reading of it"),
    ]
    failed = [(entry.source, entry.article) for entry in archive.ledger() if entry.status == "failed"]
    assert failed == [("empty.txt", None), ("b.txt", "b"), ("d.txt", "d")]


def test_an_unexpected_error_is_recorded_with_its_type_and_logged_with_its_trace(
    archive: Archive, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        report = add([article("a"), article("b", "divide")], archive, read=read, version="1")
    assert report.added == ("a",)
    assert report.failed[0].error == "ZeroDivisionError: by zero"
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.exc_info
    assert record.exc_info[0] is ZeroDivisionError


def test_what_failed_is_tried_again(archive: Archive) -> None:
    add([article("a", "divide")], archive, read=read, version="1")
    repaired = add([article("a")], archive, read=read, version="1")
    assert repaired.added == ("a",)
    assert [entry.status for entry in archive.ledger()] == ["failed", "ok"]


def test_a_failed_rereading_leaves_the_old_one(archive: Archive) -> None:
    add([article("a")], archive, read=read, version="1")
    report = add([article("a", "divide")], archive, read=read, version="2")
    assert len(report.failed) == 1
    assert [reading.version for reading in archive.readings()] == ["1"]


def test_after_ctrl_c_what_was_read_is_kept(archive: Archive) -> None:
    inputs = [article("a"), article("b"), article("c", "interrupt"), article("d")]
    report = add(inputs, archive, read=read, version="1")
    assert report.interrupted
    assert report.added == ("a", "b")
    assert [reading.article.id for reading in archive.readings()] == ["a", "b"]
    assert add([article("a"), article("d")], archive, read=read, version="1").added == ("d",)


def test_an_article_that_cannot_be_stored_costs_no_other(archive: Archive) -> None:
    # A lone surrogate has no UTF-8 form, so the database cannot hold it.
    report = add([article("a"), article("b", "\ud800"), article("c")], archive, read=read, version="1")
    assert report.added == ("a", "c")
    assert [step.source for step in report.failed] == ["b.txt"]
    assert [reading.article.id for reading in archive.readings()] == ["a", "c"]


def test_progress_tells_each_input(archive: Archive) -> None:
    steps: list[IngestStep] = []
    add([article("a")], archive, read=read, version="1")
    inputs = [article("a"), article("b"), UnreadableSource("x.txt", "it is empty")]
    add(inputs, archive, read=read, version="1", progress=steps.append)
    assert {(step.source, step.outcome) for step in steps} == {("a.txt", "skipped"), ("b.txt", "added"), ("x.txt", "failed")}


def test_copies_are_marked_within_a_batch_and_over_runs(archive: Archive) -> None:
    text = " ".join(f"word{n}" for n in range(80))
    report = add([article("a", text), article("b", text + " and a line more")], archive, read=read, version="1")
    assert [(copy.article, copy.original) for copy in report.copies] == [("a", "b")]
    later = add([article("c", text[:300])], archive, read=read, version="1")
    assert [copy.article for copy in later.copies] == ["c"]
    assert archive.originals().keys() == {"a", "c"}
    assert set(archive.originals().values()) == {"b"}
    again = add([article("a", text)], archive, read=read, version="2")
    assert again.copies == ()
    assert len(archive.copies()) == 2


def test_one_person_under_two_spellings_becomes_one_actor(archive: Archive) -> None:
    names = {"a": "Vasily Nebenzia", "b": "Vassily Nebenzya"}

    def named(articles: Sequence[Article]) -> Iterator[Reading]:
        for each in articles:
            yield Reading(each, actors=(Actor(f"id_{each.id}", names[each.id], "person", "RUS", "RUS GOV", role="ambassador"),))

    add([article("a")], archive, read=named, version="1")
    add([article("b", "Another text.")], archive, read=named, version="1")
    assert archive.actors.members("id_a") == ("id_a", "id_b")
    assert [decision.kind for decision in archive.actors.decisions()] == ["merge"]


def test_what_repeats_a_waiting_article_waits_too(archive: Archive) -> None:
    """Who is told that an article is known may forget where it came from: it must be stored then."""
    told: list[tuple[str, str, bool]] = []

    def progress(step: IngestStep) -> None:
        told.append((step.source, step.outcome, bool(step.article and archive.known([step.article.id]))))

    again = replace(article("a"), source="again.txt")
    report = add([article("a"), again], archive, read=read, version="1", progress=progress)
    assert told == [("a.txt", "added", True), ("again.txt", "skipped", True)]
    assert (report.added, report.skipped) == (("a",), ("a",))


def test_what_repeats_an_article_that_fails_has_failed(archive: Archive) -> None:
    broken = article("a", "divide")
    report = add([broken, replace(broken, source="again.txt")], archive, read=read, version="1")
    assert [step.source for step in report.failed] == ["a.txt", "again.txt"]


def test_what_another_version_reads_alike_is_only_marked(archive: Archive) -> None:
    add([article("a"), article("b")], archive, read=read, version="1")
    places = "SELECT rowid, article FROM story_articles ORDER BY article"
    before = archive.select(places)
    report = add([article("a"), article("b")], archive, read=read, version="2")
    assert report.added == ("a", "b")
    assert {reading.version for reading in archive.readings()} == {"2"}
    assert archive.select("SELECT DISTINCT version FROM articles") == [{"version": "2"}]
    assert archive.select(places) == before
    assert [entry.version for entry in archive.ledger()] == ["1", "1", "2", "2"]
    assert [(one.version_before, one.changed) for one in archive.rereadings.of_version("2")] == [("1", False)] * 2
