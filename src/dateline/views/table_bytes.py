"""Rows of any view as the bytes of a file: CSV for spreadsheets, Parquet for data frames, JSON lines for programs.

A text that begins with = + - @ or the like would be run as a formula by a spreadsheet, and articles are written by strangers: in
CSV an apostrophe is put before it, as OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection). Parquet and JSON
lines hold the texts as they are.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

TableForm = Literal["csv", "parquet", "jsonl"]
MEDIA_TYPES: dict[TableForm, str] = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "jsonl": "application/x-ndjson",
}
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SEPARATOR = "; "
"""Between the values of a list in one cell."""
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""What other programs than JSON take for the end of a line."""

Row = Mapping[str, object]
Columns = Mapping[str, list[Any]]


def table_bytes(rows: Sequence[Row], form: TableForm, columns: Sequence[str] | None = None) -> bytes:
    """The rows as a file of this form, with these columns, or else all that any row has in the order in which they come.

    A row that lacks a column has nothing in it. Days are ISO days; a list is a list, in CSV its values with "; " between them; a
    mapping is JSON text in CSV. A number that is none (NaN) or without end is nothing.
    """
    names = list(dict.fromkeys(columns if columns is not None else (name for row in rows for name in row)))
    writers: dict[TableForm, Callable[[Columns], bytes]] = {"csv": _csv, "parquet": _parquet, "jsonl": _json_lines}
    return writers[form]({name: [_plain(row.get(name)) for row in rows] for name in names})


def safe_cell(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _plain(value: object) -> Any:
    """Lists for tuples, sorted lists for sets, nothing for a number that is none."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, AbstractSet):
        return sorted((_plain(one) for one in value), key=str)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [_plain(one) for one in value]
    return value


def _csv(columns: Columns) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow([safe_cell(name) for name in columns])
    writer.writerows([_cell(value) for value in row] for row in zip(*columns.values(), strict=True))
    return file.getvalue().encode()


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, int | float) else safe_cell(_text(value))


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return SEPARATOR.join(_text(one) for one in value)
    return _json(value) if isinstance(value, dict) else str("" if value is None else value)


def _parquet(columns: Columns) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table({name: _array(values) for name, values in columns.items()}), sink, compression="zstd")
    found: bytes = sink.getvalue().to_pybytes()
    return found


def _array(values: list[Any]) -> pa.Array:
    """Of the type that all values share; as text where they share none."""
    try:
        array = pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        return pa.array([None if value is None else _text(value) for value in values], pa.string())
    return array if array.type != pa.struct([]) else pa.array([_text(value) for value in values], pa.string())


def _json_lines(columns: Columns) -> bytes:
    rows = (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))
    return "".join(f"{_json(row)}\n" for row in rows).encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_in_json).translate(_LINE_ENDS)


def _in_json(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
