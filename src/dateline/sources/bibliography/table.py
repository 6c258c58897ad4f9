"""Tables of saved pages (.csv, .tsv, .xlsx): a column with paths, or with texts, and others with what is known of each."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from typing import Any

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.knowledge.bibliography_fields import bibliography_fields
from dateline.sources.bibliography.record import Record, record_of

MAX_UNPACKED = 200_000_000
"""Bytes of an .xlsx file's parts together."""
MAX_ROWS = 200_000
"""Rows of an .xlsx file that are read."""
_MAX_COLUMNS = 200
_LONGEST_CELL = 50_000_000

Row = tuple[int, list[str]]


def records_of_csv(text: str, path: str) -> Iterator[Record | SourceError]:
    """The rows of a table as text; the separator is the commonest of comma, semicolon and tab in the first line."""
    csv.field_size_limit(_LONGEST_CELL)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    return _records(_csv_rows(text, separator, path), path)


def _csv_rows(text: str, separator: str, path: str) -> Iterator[Row]:
    rows = csv.reader(StringIO(text.replace("\0", "\ufffd"), newline=""), delimiter=separator)
    line = 1
    try:
        for cells in rows:
            yield line, cells
            line = rows.line_num + 1
    except csv.Error as error:
        raise UnreadableSource(
            path, f"line {line}: is no CSV: {error}", "put cells that hold quotation marks in quotes"
        ) from error


def names_pages(head: bytes, text_column: str) -> bool:
    """Whether a table that begins so has a column of paths, and none of that name with texts."""
    header = head.partition(b"\n")[0].decode("utf-8", "replace")
    names = {name.strip(' "\ufeff\r').lower() for name in re.split(r"[,;\t]", header)}
    return text_column.lower() not in names and "file" in {bibliography_fields("table").get(name) for name in names}


def records_of_xlsx(data: bytes, path: str) -> Iterator[Record | SourceError]:
    """The rows of a workbook's first sheet. Raises UnreadableSource."""
    try:
        from openpyxl import load_workbook  # type: ignore[import-untyped]
    except ImportError as error:
        problem = "is an Excel file, and openpyxl, which reads them, is not installed"
        raise UnreadableSource(path, problem, "pip install 'dateline[workbench]', or save it as .csv") from error
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise UnreadableSource(path, f"unpacks to {unpacked:,} bytes, more than {MAX_UNPACKED:,}", "save it as .csv")
        sheet = load_workbook(BytesIO(data), read_only=True, data_only=True).worksheets[0]
        rows = list(_sheet_rows(sheet))
    except UnreadableSource:
        raise
    # The parser is fed whatever people saved; any failure of its is a failure to read this file.
    except Exception as error:
        raise UnreadableSource(path, f"the Excel file is broken: {error}", "save it as .csv") from error
    if rows and rows[-1][0] > MAX_ROWS:
        rows.pop()
        yield UnreadableSource(path, f"has more than {MAX_ROWS:,} rows; the first {MAX_ROWS:,} are read", "save it as .csv")
    yield from _records(rows, path)


def _sheet_rows(sheet: Any) -> Iterator[Row]:
    """The rows that hold something: a stray cell far out makes openpyxl fill all rows before it up to its column."""
    for number, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=_MAX_COLUMNS, values_only=True), 1):
        last = max((place for place, cell in enumerate(cells, 1) if cell is not None), default=0)
        if last:
            yield number, [_cell(cell) for cell in cells[:last]]


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _records(rows: Iterable[Row], path: str) -> Iterator[Record | SourceError]:
    """One entry a row; the first row names the columns. Raises UnreadableSource where none holds paths or texts."""
    read = iter(rows)
    names = [name.strip().lower().lstrip("\ufeff") for name in next(read, (1, []))[1]]
    held = {bibliography_fields("table").get(name) for name in names}
    if not held & {"file", "text"}:
        problem = f"line 1: no column of paths or texts; the columns are {', '.join(names)[:200] or 'none'}"
        raise UnreadableSource(path, problem, "name the column of the saved pages 'path'")
    for line, cells in read:
        if any(cell.strip() for cell in cells):
            yield _record(f"{path}#{line}", names, cells)


def _record(source: str, names: list[str], cells: list[str]) -> Record | SourceError:
    if len(cells) > len(names) and any(cells[len(names) :]):
        return BadRecord(source, f"{len(cells)} cells under {len(names)} columns", "put cells that hold separators in quotes")
    values = {name: [cell] for name, cell in zip(names, cells, strict=False)}
    for name, field in bibliography_fields("table").items():
        if (field == "file" and name in values) or (name == "author" and name in values):
            values[name] = values[name][0].split(";")
    try:
        return record_of(source, "table", values)
    except SourceError as error:
        return error
