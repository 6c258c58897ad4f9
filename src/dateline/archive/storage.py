"""Bulk writing of rows: DuckDB takes a whole Arrow table in the time of a few single rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb
import pyarrow as pa

from dateline.archive.rows import Row

Connection = duckdb.DuckDBPyConnection

TABLES_OF_A_READING = (
    "readings", "left_out", "actors", "mentions", "statements", "statement_spans", "events", "event_sides", "event_mentions",
    "quantities", "positions", "proposal_namings", "proposal_keys",
)  # fmt: skip
"""The tables, besides articles, whose rows a second reading of the same article replaces."""

TABLES_OF_SEARCH = ("search_terms", "search_recent_terms", "search_texts", "search_lengths")
"""Tables whose rows name an article by its number."""


class ArrowSchemas(dict[str, pa.Schema]):
    """The columns of each table, as DuckDB itself would hand them out; asked for once a table is written to.

    To ask for all tables takes longer than opening the file, and a watch opens it every few minutes.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, table: str) -> pa.Schema:
        schema = self[table] = self._connection.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table().schema
        return schema


def insert(connection: Connection, schemas: ArrowSchemas, rows: Mapping[str, Sequence[Row]]) -> None:
    """Append rows to their tables; keys of rows are matched with columns by name."""
    for table, table_rows in rows.items():
        if table_rows:
            _insert_table(connection, table, schemas[table], table_rows)


def insert_columns(connection: Connection, schemas: ArrowSchemas, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
    """Append rows to a table that are given as columns, all of them."""
    schema = schemas[table]
    arrays = [pa.array(columns[field.name], type=field.type) for field in schema]
    if len(arrays[0]):
        connection.from_arrow(pa.Table.from_arrays(arrays, schema=schema)).insert_into(table)


def delete_readings(connection: Connection, articles: Sequence[str]) -> None:
    """Take out everything that was read from these articles; copies and the ledger stay."""
    if not articles:
        return
    for table in TABLES_OF_A_READING:
        connection.execute(f"DELETE FROM {table} WHERE article IN (SELECT unnest(?))", [list(articles)])
    for table in TABLES_OF_SEARCH:
        numbers = "SELECT number FROM articles WHERE id IN (SELECT unnest(?))"
        connection.execute(f"DELETE FROM {table} WHERE article_number IN ({numbers})", [list(articles)])
    connection.execute("DELETE FROM articles WHERE id IN (SELECT unnest(?))", [list(articles)])


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing, also when the program is interrupted in between."""
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _insert_table(connection: Connection, table: str, schema: pa.Schema, rows: Sequence[Row]) -> None:
    # from_pylist takes a key that is missing for a null: a column that rows.py forgot shows in the round trip tests.
    connection.from_arrow(pa.Table.from_pylist(rows, schema=schema)).insert_into(table)
