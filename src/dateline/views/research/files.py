"""Tables for research as files: the same rows give the same bytes, whenever and wherever they are written."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.views.optional import optional
from dateline.views.research.columns import PLAIN, TABLE_MEANINGS, Column, Table, codes, columns

Row = dict[str, Any]
Format = Literal["csv", "parquet", "stata", "r"]
FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: dict[Format, str] = {"csv": "csv", "parquet": "parquet", "stata": "dta"}
ARROW = {"day": pa.date32(), "number": pa.float64(), "whole": pa.int32(), "flag": pa.bool_(), "agreement": pa.int8()}
ROWS_OF_A_GROUP = 100_000
STATA_VERSION = 14
"""Of the file format: 118, which Stata 14 and later read in all editions."""
STAMP = re.compile(rb"<timestamp>\x11.{17}</timestamp>")
NO_TIME = b"<timestamp>\x1101 Jan 2000 00:00</timestamp>"
LONGEST_LABEL = 80
NUMBERED = frozenset({"agreement"})
"""Codes that are numbers already."""


def table_file(table: Table, rows: Sequence[Row], form: Format) -> bytes:
    """The rows of a table as a file of this format."""
    writers: dict[Format, Callable[[Table, Sequence[Row]], bytes]] = {"csv": _csv, "parquet": _parquet, "stata": _stata}
    return writers[form](table, rows)


def _csv(table: Table, rows: Sequence[Row]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    names = [column.name for column in columns(table)]
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return file.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _parquet(table: Table, rows: Sequence[Row]) -> bytes:
    fields = [
        pa.field(column.name, ARROW.get(column.kind, pa.string()), metadata={"meaning": column.meaning})
        for column in columns(table)
    ]
    arrays = [pa.array([row[field.name] for row in rows], field.type) for field in fields]
    sink = pa.BufferOutputStream()
    schema = pa.schema(fields, metadata={"table": TABLE_MEANINGS[table]})
    pq.write_table(
        pa.Table.from_arrays(arrays, schema=schema), sink, compression="zstd", compression_level=3, version="2.6",
        row_group_size=ROWS_OF_A_GROUP, use_dictionary=True, write_statistics=True, store_schema=True,
    )  # fmt: skip
    found: bytes = sink.getvalue().to_pybytes()
    return found


def _stata(table: Table, rows: Sequence[Row]) -> bytes:
    """With variable and value labels; codes become numbers, names small letters, and the time of writing is left out."""
    polars, pyreadstat = optional("polars", "Stata's .dta"), optional("pyreadstat", "Stata's .dta")
    kinds = {"day": polars.Date, "number": polars.Float64}
    frame = polars.DataFrame(
        {
            column.stata_name: polars.Series(
                [_stata_value(column, row[column.name]) for row in rows],
                dtype=kinds.get(column.kind, polars.String if column.kind == "text" else polars.Int32),
            )
            for column in columns(table)
        }
    )
    labels = {c.stata_name: _value_labels(c) for c in columns(table) if c.kind not in PLAIN}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.dta"
        pyreadstat.write_dta(
            frame, str(path), file_label=f"dateline: {table}", version=STATA_VERSION, variable_value_labels=labels,
            column_labels=[_cut(f"{column.name}: {column.meaning}") for column in columns(table)],
        )  # fmt: skip
        return STAMP.sub(NO_TIME, path.read_bytes(), count=1)


def _stata_value(column: Column, value: Any) -> Any:
    if value is None or value == "":
        return "" if column.kind == "text" else None
    if column.kind in PLAIN or column.kind in NUMBERED:
        return int(value) if isinstance(value, bool) else value
    return list(codes(column.kind)).index(value) + 1


def _value_labels(column: Column) -> dict[int, str]:
    if column.kind in NUMBERED:
        return {int(code): meaning for code, meaning in codes(column.kind).items()}
    return dict(enumerate(codes(column.kind), start=1))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 3]}..."
