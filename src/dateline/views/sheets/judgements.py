"""What coders said of records: judgements as they stand in a sheet, or those that follow from a blind coder's values."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dateline.analysis.validity.precision import CodedRecord
from dateline.archive.archive import Archive
from dateline.views.sheets.comparing import alike, compare
from dateline.views.sheets.layout import GROUPING, IS, field_names
from dateline.views.sheets.machine import machine_records
from dateline.views.sheets.parties import parties
from dateline.views.sheets.reading import BadCell, Cell, CodedTable, Row


def judgements(table: CodedTable, archive: Archive | None) -> tuple[tuple[CodedRecord, ...], tuple[BadCell, ...]]:
    """The coded records of a table, and the cells for which a row or a field had to be left out.

    A blind table needs the archive; rows in which nothing is coded are no records.
    """
    problems: list[BadCell] = list(table.problems)
    rows = list(_sound_rows(table, problems))
    if table.kind == "judged":
        return tuple(_judged(table, row) for row in rows), tuple(problems)
    if archive is None:
        raise ValueError(f"{table.name}: a blind table without an archive")
    return tuple(_compared(table, rows, archive, problems)), tuple(problems)


def _sound_rows(table: CodedTable, problems: list[BadCell]) -> Iterator[Row]:
    seen: set[str] = set()
    for number, row in table.rows:
        if not _is_coded(table, row):
            continue
        bad = _identity_problem(row, seen)
        if bad:
            problems.append(BadCell(Cell(table.name, number, bad[0]), *bad[1:]))
        else:
            seen.add(row["record"])
            yield row


def _is_coded(table: CodedTable, row: Row) -> bool:
    names = field_names(table.what)
    if table.kind == "judged":
        return any(row.get(f"{name}{IS}") for name in names)
    return bool(row.get("type")) if table.what == "events" else any(row.get(name) for name in names)


def _identity_problem(row: Row, seen: set[str]) -> tuple[str, str, str] | None:
    if not row.get("record"):
        return "record", "the id of the record is missing", "copy it from the sheet as it was written"
    if row["record"] in seen:
        return "record", f"{row['record']} stands in the sheet twice", "delete one of the two rows; the first is used"
    try:
        weight = float(row.get("weight", "").replace(",", "."))
    except ValueError:
        weight = math.nan
    if not weight > 0 or math.isinf(weight):
        return "weight", f"{row.get('weight', '')!r} is no weight", "copy it from the sheet as it was written"
    return None


def _judged(table: CodedTable, row: Row) -> CodedRecord:
    codes = {name: row[f"{name}{IS}"] for name in field_names(table.what) if row.get(f"{name}{IS}")}
    return CodedRecord(row["record"], row[GROUPING[table.what]], row.get("stratum", ""), _weight(row), codes)


def _compared(table: CodedTable, rows: list[Row], archive: Archive, problems: list[BadCell]) -> Iterator[CodedRecord]:
    ids = [row["record"] for row in rows]
    machine, named = machine_records(archive, table.what, ids), parties(archive, table.what, ids)
    numbers = {row["record"]: number for number, row in reversed(table.rows) if row.get("record")}
    bad = {(problem.cell.row, problem.cell.column) for problem in table.problems}
    for row in rows:
        record = machine.get(row["record"])
        if record is None:
            cell = Cell(table.name, numbers[row["record"]], "record")
            problems.append(BadCell(cell, f"{row['record']} is not in {archive.path}", "give the archive it was drawn from"))
            continue
        codes = compare(table.what, row, record.values, named.get(record.id, {}))
        kept = {name: code for name, code in codes.items() if (numbers[record.id], name) not in bad}
        given = {name: alike(name, row.get(name, "")) for name in kept}
        yield CodedRecord(record.id, record.group, row.get("stratum", ""), _weight(row), kept, given)


def _weight(row: Row) -> float:
    return float(row["weight"].replace(",", "."))
