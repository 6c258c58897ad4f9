"""Datasets of readings that lie beside the tests, and what an archive holds, for comparing."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import duckdb

from dateline.archive import open_archive
from dateline.cluster.dataset import Dataset, make_dataset
from dateline.cluster.members import Member, Receipt, Run
from dateline.cluster.packets import Packet
from dateline.contract import from_json
from dateline.ingest import add
from dateline.reading import reading_version
from dateline.records import Article, Reading

READINGS = Path(__file__).parent / "readings" / "packs.jsonl.gz"
TIMES = frozenset({"added_at", "read_at", "decided_at", "undone_at", "applied_at"})
Tables = dict[str, list[str]]


@cache
def stored_readings(count: int = 12) -> tuple[Reading, ...]:
    """The first readings beside the tests, by day."""
    with gzip.open(READINGS, "rt", encoding="utf-8") as lines:
        found = [from_json(line) for _, line in zip(range(count), lines, strict=False)]
    return tuple(replace(one, version=reading_version()) for one in sorted(found, key=day))


def day(reading: Reading) -> date:
    return reading.article.published.start if reading.article.published else date.max


def reader_of(readings: Iterable[Reading]):
    """What gives these readings for their articles."""
    by_id = {one.article.id: one for one in readings}

    def read(articles: Sequence[Article]) -> Iterator[Reading]:
        return (by_id[article.id] for article in articles)

    return read


def write(
    root: Path, readings: Sequence[Reading], began: str = "2024-05-01T00:00:00", packet: int = 5, first: int = 0
) -> list[Receipt]:
    """Put readings into a dataset, so many to a packet."""
    dataset = make_dataset(root)
    member = Member(Run(dataset.root, began, reading_version()), "here", reader_of(readings))
    placed = [(first + place, one.article) for place, one in enumerate(readings)]
    return [member.take(Packet(placed[at : at + packet])) for at in range(0, len(placed), packet)]


def dataset_of(root: Path, readings: Sequence[Reading]) -> Dataset:
    write(root, readings)
    return make_dataset(root)


def added(path: Path, readings: Sequence[Reading]) -> Path:
    """An archive to which the readings were added one after the other, as `dateline add` does."""
    with open_archive(path) as archive:
        report = add([one.article for one in readings], archive, read=reader_of(readings), version=reading_version())
    if report.failed:
        raise ValueError(f"readings could not be added: {report.failed}")
    return path


def content(archive: Path) -> Tables:
    """All rows of all tables of an archive but for the times at which they were written."""
    with duckdb.connect(str(archive), read_only=True) as opened:
        kept: dict[str, list[str]] = {}
        columns = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"
        for table, column in opened.execute(columns).fetchall():
            if column not in TIMES:
                kept.setdefault(table, []).append(f'"{column}"')
        return {
            table: sorted(map(repr, opened.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()))
            for table, names in kept.items()
        }


def differing(one: Tables, other: Tables) -> list[str]:
    """Tables that do not hold the same."""
    return [table for table in one.keys() | other.keys() if one.get(table) != other.get(table)]
