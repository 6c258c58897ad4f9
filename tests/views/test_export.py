"""Exports: the contract's lines parse back equal, and the tables say in words what the archive holds."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dateline.archive import Archive, CopyRelation, open_archive
from dateline.contract import from_json
from dateline.corroboration import proposals
from dateline.errors import ArchiveError
from dateline.records import (
    Actor,
    Article,
    DateInterval,
    Event,
    LeftOut,
    Position,
    Published,
    Quantity,
    Reading,
    Span,
    Statement,
)
from dateline.views.export import TABLES, Format, export

TEXT = 'Two agree, one "objects"\n\nSeoul met Pyongyang; 12 delegates, said Lee, want talks.'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def reading(key: str) -> Reading:
    day = date(2018, 1, 9)
    article = Article(
        key, "h", f"{key}.txt", "Post", None, None, None, "en", Published(day, day, "given"), TEXT, (LeftOut("ad", "advert"),)
    )
    seoul = Actor("k", "South Korea", "state", "KOR", "KOR", ("Seoul",), mentions=(span("Seoul"),), reason="states.tsv")
    north = Actor("n", "North Korea", "state", "PRK", "PRK", mentions=(span("Pyongyang"),))
    both = Actor("b", "the two Koreas", "other", members=("k", "n"))
    lee = Actor("l", "Lee", "person", "KOR", "KOR GOV", role="envoy")
    said = Statement(
        "s1",
        "indirect",
        "say",
        (span("Lee"),),
        (span("said"),),
        (span("12 delegates"), span("want talks")),
        "l",
        ("b",),
        ("AFP", "KBS"),
    )
    delegates = Quantity("delegates", 12.0, 12.0, None, span("12 delegates"))
    met = Event(
        "e1", "CONSULT", "meet", ("political", "military"), "04", 1.0, span("met"), (span("met"), span("agree")), ("k", "n"), ("l",),
        "claimed", DateInterval(day, day), None, (delegates,), "s1", ("AFP", "KBS"),
    )  # fmt: skip
    wants = Position("p1", "l", "the talks", "support", span("want talks"))
    return Reading(article, (seoul, north, both, lee), (said,), (met,), (wants,), "1")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        opened.add(reading("a"), reading("b"))
        opened.add_copies([CopyRelation("b", "a", 1.0, "the same")])
        yield opened


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_jsonl_parses_back_equal(archive: Archive, tmp_path: Path) -> None:
    (path,) = export(archive, "jsonl", tmp_path / "new" / "out")
    assert path.name == "readings.jsonl"
    assert [from_json(line) for line in path.read_text(encoding="utf-8").splitlines()] == list(archive.readings())


def test_csv_tells_events_in_words(archive: Archive, tmp_path: Path) -> None:
    paths = export(archive, "csv", tmp_path / "out")
    assert [path.name for path in paths] == [f"{table}.csv" for table in TABLES]
    event, copied = rows(tmp_path / "out" / "events.csv")
    assert event["sources"] == "South Korea; North Korea"
    assert event["source_countries"] == "KOR; PRK"
    assert (event["targets"], event["target_codes"]) == ("Lee", "KOR GOV")
    assert (event["trigger"], event["contexts"], event["mentions"]) == ("met", "political; military", "2")
    assert (event["quantities"], event["reported_by"]) == ("delegates: 12 delegates", "AFP > KBS")
    assert (event["statement_content"], event["date_start"]) == ("12 delegates ... want talks", "2018-01-09")
    assert (event["copy_of"], copied["copy_of"]) == ("", "a")


def test_csv_tells_statements_actors_and_articles_in_words(archive: Archive, tmp_path: Path) -> None:
    proposals.bring_up_to_date(archive, archive.article_ids())
    export(archive, "csv", tmp_path)
    statement = rows(tmp_path / "statements.csv")[0]
    assert (statement["speaker"], statement["speaker_role"], statement["cue"]) == ("Lee", "envoy", "said")
    assert (statement["addressees"], statement["reported_by"]) == ("the two Koreas", "AFP > KBS")
    assert {row["name"]: row["members"] for row in rows(tmp_path / "actors.csv")}["the two Koreas"] == "South Korea; North Korea"
    assert [row["text"] for row in rows(tmp_path / "articles.csv")] == [TEXT, TEXT]
    assert rows(tmp_path / "positions.csv")[0]["evidence"] == "want talks"
    assert rows(tmp_path / "positions.csv")[0]["proposal_identity"] == rows(tmp_path / "proposals.csv")[0]["id"]
    assert [row["label"] for row in rows(tmp_path / "proposals.csv")] == ["the talks", "the talks"]


def test_parquet_keeps_types(archive: Archive, tmp_path: Path) -> None:
    export(archive, "parquet", tmp_path)
    events = pq.read_table(tmp_path / "events.parquet").to_pylist()
    assert [event["date_start"] for event in events] == [date(2018, 1, 9)] * 2
    assert pq.read_table(tmp_path / "copies.parquet").to_pylist()[0]["original"] == "a"


def test_a_second_export_replaces_its_own_files_only(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "readings.jsonl").write_text("old")
    export(archive, "jsonl", tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert len((tmp_path / "readings.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert not list(tmp_path.glob("*.part"))


def test_an_empty_archive_gives_tables_with_headers(tmp_path: Path) -> None:
    with open_archive(tmp_path / "empty.duckdb") as archive:
        paths = export(archive, "csv", tmp_path / "out")
    assert all(path.read_text(encoding="utf-8").count("\n") == 1 for path in paths)


def test_a_file_in_the_place_of_the_folder_is_an_error(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(ArchiveError, match=r"cannot export there.*name a folder"):
        export(archive, "csv", tmp_path / "out")


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_a_place_that_cannot_be_written_is_an_error(archive: Archive, tmp_path: Path, format: Format) -> None:
    (tmp_path / "readings.jsonl.part").mkdir()
    (tmp_path / "articles.parquet.part").mkdir()
    with pytest.raises(ArchiveError, match="cannot export there"):
        export(archive, format, tmp_path)
