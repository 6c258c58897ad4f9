"""Two runs over the same articles store the same, whatever the order in which Python goes through its sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

READINGS = Path(__file__).parent / "readings" / "packs.jsonl.gz"
TIMES = frozenset({"added_at", "read_at", "decided_at", "undone_at", "applied_at"})
PROGRAM = """
import gzip, sys
from dateline import ingest
from dateline.archive import open_archive
from dateline.contract import from_json

ingest.BATCH = 4
with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
    readings = {one.article.id: one for one in map(from_json, lines)}
with open_archive(sys.argv[2]) as archive:
    articles = [one.article for one in readings.values()]
    report = ingest.add(articles, archive, read=lambda batch: (readings[one.id] for one in batch), version="test")
sys.exit(len(report.failed))
"""
Tables = dict[str, list[tuple[object, ...]]]


def grown(to: Path, seed: str) -> Tables:
    """The tables of an archive that a process with this hash seed has filled."""
    command = [sys.executable, "-c", PROGRAM, str(READINGS), str(to)]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    with duckdb.connect(str(to), read_only=True) as opened:
        columns = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"
        kept: dict[str, list[str]] = {}
        for table, column in opened.execute(columns).fetchall():
            if column not in TIMES:
                kept.setdefault(table, []).append(f'"{column}"')
        return {table: opened.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall() for table, names in kept.items()}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tables, Tables]:
    folder = tmp_path_factory.mktemp("runs")
    return grown(folder / "one.duckdb", "1"), grown(folder / "other.duckdb", "4711")


def test_two_hash_seeds_store_the_same(runs: tuple[Tables, Tables]) -> None:
    one, other = runs
    assert {table: len(rows) for table, rows in one.items()} == {table: len(rows) for table, rows in other.items()}
    assert [table for table in one if sorted(map(repr, one[table])) != sorted(map(repr, other[table]))] == []


def test_the_readings_reach_every_stage(runs: tuple[Tables, Tables]) -> None:
    stages = ("copies", "actor_identities", "story_articles", "incident_reports", "saying_reports", "proposal_identities")
    assert [stage for stage in stages if not runs[0][stage]] == []
