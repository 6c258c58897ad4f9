"""Coded sheets read back: every cell that cannot be used is named, and the rest is read."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.analysis.sampling.population import What
from dateline.errors import SheetError
from dateline.views.optional import optional
from dateline.views.sheets.layout import Kind, choices, kind_of, needed

Row = dict[str, str]
Grid = Sequence[Sequence[str]]
SHORT = {"r": "right", "w": "wrong", "u": "unclear", "?": "unclear"}
DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a sheet: the file with the name of the table, the row as spreadsheets count, and the column."""

    sheet: str
    row: int
    column: str

    def __str__(self) -> str:
        return f"{self.sheet}, row {self.row}, column {self.column}"


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that cannot be used, why, and what to do about it."""

    cell: Cell
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.cell}: {self.problem} ({self.remedy})"


@dataclass(frozen=True, slots=True)
class CodedTable:
    """A table as a coder filled it; cells with values that are not allowed are empty, and named in `problems`."""

    name: str
    what: What
    kind: Kind
    rows: tuple[tuple[int, Row], ...]
    problems: tuple[BadCell, ...]


def read_coded(path: Path) -> tuple[CodedTable, ...]:
    """The tables of a file that are for coding; raises SheetError where the file cannot be read or has none."""
    tables = [table for name, grid in _grids(path) if (table := _coded(name, grid)) is not None]
    if not tables:
        raise SheetError(f"{path}: there is no table to be coded in it (give the sheet that `dateline sample` wrote, filled in)")
    return tuple(tables)


def _coded(name: str, grid: Grid) -> CodedTable | None:
    header = [text.strip() for text in grid[0]] if grid else []
    kind = kind_of(frozenset(header))
    if kind is None:
        return None
    missing = [column for column in needed(*kind) if column not in header]
    if missing:
        raise SheetError(f"{name}: column {missing[0]!r} is missing (put it back as `dateline sample` wrote it)")
    problems: list[BadCell] = []
    rows = []
    for number, cells in enumerate(grid[1:], start=2):
        row = dict(zip(header, (text.strip() for text in cells), strict=False))
        if any(row.values()):
            rows.append((number, _checked(row, choices(*kind), (name, number), problems)))
    return CodedTable(name, *kind, tuple(rows), tuple(problems))


def _checked(row: Row, allowed: dict[str, tuple[str, ...]], place: tuple[str, int], problems: list[BadCell]) -> Row:
    """The row with allowed values in their own spelling; those that are not allowed are taken out."""
    checked = dict(row)
    for column, values in allowed.items():
        given = row.get(column, "")
        known = {value.casefold(): value for value in values}
        found = known.get(given.casefold()) or known.get(SHORT.get(given.casefold(), ""))
        if given and found is None:
            problems.append(BadCell(Cell(*place, column), f"{given!r} is no value of it", f"write one of {', '.join(values)}"))
        checked[column] = found or ""
    return checked


def _grids(path: Path) -> Iterator[tuple[str, Grid]]:
    """The tables of a file by name, as texts."""
    try:
        if path.suffix.lower() == ".xlsx":
            yield from _xlsx_grids(path)
        elif path.suffix.lower() in (".csv", ".tsv", ".txt"):
            yield path.name, _csv_grid(path.read_bytes())
        else:
            raise SheetError(f"{path}: a sheet of this kind cannot be read (save it as .xlsx or .csv)")
    except (OSError, csv.Error) as error:
        raise SheetError(f"{path}: cannot be read: {error} (give a coded sheet as .xlsx or .csv)") from error


def _xlsx_grids(path: Path) -> Iterator[tuple[str, Grid]]:
    openpyxl = optional("openpyxl", f"{path}: .xlsx")
    try:
        workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise SheetError(f"{path}: is no sound .xlsx file: {error} (save it again as .xlsx or .csv)") from error
    for sheet in workbook.worksheets:
        yield f"{path.name} [{sheet.title}]", [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    workbook.close()


def _text(value: Any) -> str:
    """Spreadsheets turn 2018-05-01 into a time and 3 into 3.0; both come back as they were written."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.date().isoformat() if hasattr(value, "date") else str(value)


def _csv_grid(content: bytes) -> Grid:
    """Spreadsheets save with the delimiter of the country, and some in Windows' old encoding."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
