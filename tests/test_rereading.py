"""Reading again what an archive holds: what is told, what stays in force, and what a kill leaves."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import ingest
from dateline.analysis.rereading import summarise
from dateline.archive import Archive, open_archive
from dateline.archive.corrections.making import Verdict
from dateline.corroboration.reviewing import review
from dateline.errors import DatelineError
from dateline.records import Article, Reading
from dateline.rereading import reread_with
from dateline.views.rereading_report import as_json, markdown, table_lines, write_report
from filling import contents
from rereading import first_reading, read_again

COUNT = 6


class Reader:
    """Two versions of a reader of invented articles; of the first two articles the second reads the same as the first."""

    def __init__(self) -> None:
        rng = random.Random(8)
        self.first = {one.article.id: one for one in (first_reading(f"n{n}", rng, 6) for n in range(COUNT))}
        self.second = {key: read_again(one, rng)[0] for key, one in self.first.items()}
        self.same = list(self.first)[:2]
        self.second |= {key: replace(self.first[key], version="2") for key in self.same}
        self.read: list[str] = []
        self.fails_at: str | None = None

    @property
    def articles(self) -> list[Article]:
        return [one.article for one in self.first.values()]

    def one(self, articles: Sequence[Article]) -> Iterator[Reading]:
        return (self.first[one.id] for one in articles)

    def two(self, articles: Sequence[Article]) -> Iterator[Reading]:
        for one in articles:
            if one.id == self.fails_at:
                raise KeyboardInterrupt
            self.read.append(one.id)
            yield self.second[one.id]


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def archive(tmp_path: Path, reader: Reader) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        ingest.add(reader.articles, opened, read=reader.one, version="1")
        yield opened


def test_all_that_another_version_has_read_is_read_again(archive: Archive, reader: Reader) -> None:
    report = reread_with(archive, read=reader.two, version="2")
    assert list(report.run.added) == list(reader.first)
    assert {one.article.id: one for one in archive.readings()} == reader.second
    assert [one.article for one in report.rereadings if not one.changed] == reader.same
    again = reread_with(archive, read=reader.two, version="2")
    assert (again.run.added, len(reader.read)) == ((), COUNT)
    assert again.rereadings == report.rereadings


def test_the_archive_is_then_that_of_the_new_version(archive: Archive, reader: Reader, tmp_path: Path) -> None:
    reread_with(archive, read=reader.two, version="2")
    with open_archive(tmp_path / "new.duckdb") as new:
        ingest.add(reader.articles, new, read=reader.two, version="2")
        held, wanted = contents(archive), contents(new)
    records = ("articles", "readings", "actors", "statements", "events", "event_sides", "positions", "search_texts")
    assert {table for table in records if held[table] != wanted[table]} == set()


def test_only_what_is_given_is_read_again(archive: Archive, reader: Reader) -> None:
    chosen = reader.articles[3]
    elsewhere = replace(chosen, id="art_elsewhere")
    report = reread_with(archive, [elsewhere, replace(chosen, source="moved.txt")], read=reader.two, version="2")
    assert (reader.read, report.not_stored) == ([chosen.id], 1)
    assert [one.article for one in report.rereadings] == [chosen.id]
    assert archive.article(chosen.id) == chosen


def test_it_goes_on_where_it_was_stopped(archive: Archive, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "BATCH", 2)
    reader.fails_at = reader.articles[4].id
    stopped = reread_with(archive, read=reader.two, version="2")
    assert stopped.run.interrupted
    assert len(stopped.rereadings) == 4
    reader.fails_at = None
    done = reread_with(archive, read=reader.two, version="2")
    assert len(done.run.added) == 2
    assert len(done.rereadings) == COUNT
    assert sorted(reader.read) == sorted(reader.first)


def test_corrections_stay_in_force(archive: Archive, reader: Reader) -> None:
    kept = next(key for key, one in reader.second.items() if key not in reader.same and one.statements)
    said = reader.first[kept].statements[0]
    review(archive, said.id, Verdict("edit", "Lee", "read it", {"act": "deny"}))
    report = reread_with(archive, read=reader.two, version="2")
    (correction,) = archive.corrections.listing()
    if correction.lost is None:
        (now,) = [one for one in archive.reading(kept).statements if one.id == correction.record_now]
        assert now.act == "deny"
        assert report.lost == ()
    else:
        assert report.lost == (correction,)
    told = next(one for one in report.rereadings if one.article == kept)
    assert not [d for d in told.differences if any(c.field == "act" for c in d.changes)]  # what the machine read is compared


def test_the_report_counts_by_kind_and_field(archive: Archive, reader: Reader, tmp_path: Path) -> None:
    report = reread_with(archive, read=reader.two, version="2")
    summary = summarise("2", report.rereadings)
    assert (summary.articles, summary.changed, summary.unchanged) == (COUNT, COUNT - 2, 2)
    assert summary.versions == (("1", COUNT),)
    events = next(one for one in summary.kinds if one.kind == "event")
    assert events.gained == COUNT - 2
    told = [d for one in report.rereadings for d in one.differences if d.kind == "event"]
    assert dict(events.fields)["confidence"] == sum(any(c.field == "confidence" for c in d.changes) for d in told)
    assert table_lines(summary)[0] == "6 read again by 2: 4 changed, 2 unchanged"
    assert "| events |" in markdown(summary)
    assert json.loads(as_json(summary))["kinds"]["event"]["gained"] == events.gained
    write_report(tmp_path / "r.json", summary)
    assert json.loads((tmp_path / "r.json").read_text())["unchanged"] == 2
    with pytest.raises(DatelineError, match="the report cannot be written"):
        write_report(tmp_path / "no" / "r.md", summary)
