"""Parts of a dataset: Parquet files that are there whole or not at all, each named by a hash of what it holds."""

from __future__ import annotations

import hashlib
import json
import os
import time
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.cluster.dataset import Dataset
from dateline.cluster.packets import Unread
from dateline.contract import to_json
from dateline.records import Reading

Row = Mapping[str, Any]

READINGS = pa.schema(
    [
        ("article", pa.string()), ("text_hash", pa.string()), ("source", pa.string()), ("outlet", pa.string()),
        ("title", pa.string()), ("language", pa.string()), ("published_start", pa.date32()), ("published_end", pa.date32()),
        ("statements", pa.int32()), ("events", pa.int32()), ("positions", pa.int32()),
        ("version", pa.string()), ("run", pa.string()), ("place", pa.int64()), ("contract", pa.string()),
    ]
)  # fmt: skip
"""What is asked for without opening a reading, and the reading itself as a line of the contract. `run` is when the run began
(UTC); `place` orders the articles of a run as its inputs stood."""

LEDGER = pa.schema(
    [
        ("source", pa.string()), ("article", pa.string()), ("version", pa.string()), ("run", pa.string()),
        ("place", pa.int64()), ("status", pa.string()), ("error", pa.string()), ("language", pa.string()),
    ]
)  # fmt: skip
"""Inputs that gave no reading: `status` is failed, or skipped for its `language`."""

ROWS_TOGETHER = 64
"""Readings of one group of rows: as many as are taken into an archive at once. Rows lie in the order of their days, so that
groups outside of a window are not decoded."""
FORGOTTEN = 86_400
"""Seconds after which a draft is one that its writer will not finish."""


def write_readings(dataset: Dataset, run: str, readings: Iterable[tuple[int, Reading]]) -> None:
    """Write readings with their places, a part for each month."""
    months: dict[Path, list[Row]] = defaultdict(list)
    for place, reading in readings:
        published = reading.article.published
        months[dataset.partition(published.start if published else None)].append(_row(reading, run, place))
    for folder, rows in months.items():
        write_part(folder, READINGS, sorted(rows, key=lambda row: (str(row["published_start"]), row["place"])))


def write_unread(dataset: Dataset, run: str, version: str, unread: Sequence[Unread]) -> None:
    """Enter in the ledger what gave no reading."""
    if unread:
        write_part(dataset.ledger_folder, LEDGER, [_entry(one, run, version) for one in unread])


def write_part(folder: Path, schema: pa.Schema, rows: Sequence[Row]) -> Path:
    """Write rows into a part, which appears when all of it is on the disk; one that is there already is the same."""
    target = folder / f"part-{_digest(rows)}.parquet"
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{target.name}.{uuid.uuid4().hex}"
    try:
        with draft.open("wb") as file:
            table = pa.Table.from_pylist(list(rows), schema=schema)
            pq.write_table(table, file, compression="zstd", row_group_size=ROWS_TOGETHER)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def remove_drafts(dataset: Dataset, older_than: float = FORGOTTEN) -> None:
    """Take away what writers left that were killed."""
    for draft in dataset.root.glob("**/.part-*.parquet.*"):
        try:
            if time.time() - draft.stat().st_mtime > older_than:
                draft.unlink()
        except FileNotFoundError:
            continue


def _digest(rows: Sequence[Row]) -> str:
    text = json.dumps([list(row.values()) for row in rows], ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _row(reading: Reading, run: str, place: int) -> Row:
    article, published = reading.article, reading.article.published
    return {
        "article": article.id, "text_hash": article.text_hash, "source": article.source, "outlet": article.outlet,
        "title": article.title, "language": article.language,
        "published_start": published.start if published else None, "published_end": published.end if published else None,
        "statements": len(reading.statements), "events": len(reading.events), "positions": len(reading.positions),
        "version": reading.version, "run": run, "place": place, "contract": to_json(reading),
    }  # fmt: skip


def _entry(unread: Unread, run: str, version: str) -> Row:
    return {
        "source": unread.source, "article": unread.article, "version": version, "run": run, "place": unread.place,
        "status": "skipped" if unread.language else "failed", "error": unread.error, "language": unread.language,
    }  # fmt: skip
