"""What is kept in memory while articles are added is what is stored: closing the archive in between changes nothing."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dateline import ingest
from dateline.archive import open_archive
from dateline.contract import from_json
from dateline.records import Article, Reading

READINGS = Path(__file__).parent / "readings" / "packs.jsonl.gz"
TABLES = (
    "copies", "actor_identities", "actor_keys", "stories", "story_articles", "story_keys", "incident_reports", "incident_links",
    "saying_reports", "proposal_identities",
)  # fmt: skip
BATCH = 3


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    with gzip.open(READINGS, "rt", encoding="utf-8") as lines:
        return {one.article.id: one for one in map(from_json, lines)}


def grown(path: Path, readings: dict[str, Reading], at_once: int) -> dict[str, list[str]]:
    """The rows of an archive that was opened anew for each so many articles."""

    def read(batch: Sequence[Article]) -> Iterator[Reading]:
        return (readings[one.id] for one in batch)

    articles = [one.article for one in readings.values()]
    for start in range(0, len(articles), at_once):
        with open_archive(path) as archive:
            ingest.add(articles[start : start + at_once], archive, read=read, version="test")
    with open_archive(path, read_only=True) as archive:
        rows = {table: sorted(map(repr, archive.select(f"SELECT * FROM {table}"))) for table in TABLES}
        terms = archive.select("SELECT term, sum(articles) AS articles FROM story_terms GROUP BY term ORDER BY term")
        return {**rows, "story_terms": list(map(repr, terms))}


def test_an_archive_that_was_closed_in_between_holds_the_same(tmp_path, readings, monkeypatch):
    monkeypatch.setattr(ingest, "BATCH", BATCH)
    through = grown(tmp_path / "through.duckdb", readings, len(readings))
    assert [table for table in ("saying_reports", "actor_identities", "proposal_identities") if not through[table]] == []
    reopened = grown(tmp_path / "reopened.duckdb", readings, BATCH)
    assert [table for table in through if through[table] != reopened[table]] == []
