"""Archives as older versions left them: the tables of their time, the readings in them, and nothing that came later."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import duckdb

from dateline.archive.connection import connect
from dateline.archive.migrations import MIGRATIONS, _apply
from dateline.archive.rows import gather, rows_of
from dateline.archive.storage import ArrowSchemas, insert
from dateline.records import Reading

OLDER = range(1, len(MIGRATIONS))
"""How many changes of the tables the archives of older versions have had."""


def make_older(path: Path, changes: int, readings: Iterable[Reading] = ()) -> Path:
    """An archive that has had only the first so many changes."""
    with closing(connect(path, read_only=False)) as connection:
        for migration in MIGRATIONS[:changes]:
            _apply(connection, migration, leaves_work=False)
        now = datetime(2025, 3, 9)
        rows = gather(rows_of(reading, number, now) for number, reading in enumerate(readings, start=1))
        insert(connection, ArrowSchemas(connection), {table: rows[table] for table in rows.keys() & tables(connection)})
    return path


def tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
