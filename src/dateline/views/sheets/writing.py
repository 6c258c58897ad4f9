"""A sheet as files: one .xlsx with lists to choose from, or .csv with the instructions beside it."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from dateline.errors import SheetError
from dateline.views.optional import optional
from dateline.views.sheets.making import Book, Table
from dateline.views.table_bytes import safe_cell

INSTRUCTIONS = "instructions"
ASKED = ("column", "what is asked", "values")
NOT_IN_CELLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
WIDTHS = {"passage": 90, "text": 110, "title": 32, "what is asked": 110, "values": 60, "words": 30, "content": 50, "note": 30}
USUAL_WIDTH = 14
MADE = datetime(2000, 1, 1)
"""Written as the time of making, so that one sample gives one sheet whenever it is drawn."""
ASKED_COLOUR, GIVEN_COLOUR = "FFF2CC", "E7E6E6"
"""Of the heads of columns that the coder fills, and of the others."""
SPARE_ROWS = 2000
"""Rows below the last one in which values can be chosen from lists, for coders who list what they find."""


def write_book(book: Book, to: Path) -> list[Path]:
    """Write the sheet and return its files, the one to work in first; the ending says which kind.

    Raises SheetError where the ending is neither .csv nor .xlsx, or the place cannot be written.
    """
    writers = {".csv": _write_csv, ".xlsx": _write_xlsx}
    if to.suffix.lower() not in writers:
        raise SheetError(f"{to}: a sheet cannot be written with this ending (end the name in .csv or .xlsx)")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        return writers[to.suffix.lower()](book, to)
    except OSError as error:
        raise SheetError(f"{to}: cannot be written: {error} (close it in the other program, or name another file)") from error


def _write_csv(book: Book, to: Path) -> list[Path]:
    names = [to, *(to.with_name(f"{to.stem}-{table.name}{to.suffix}") for table in book.tables[1:])]
    for path, table in zip(names, book.tables, strict=True):
        path.write_bytes(_csv_bytes(table))
    told = to.with_name(f"{to.stem}-{INSTRUCTIONS}.txt")
    lines = [": ".join(part for part in (column, asked) if part) + (f" [{values}]" if values else "")
             for column, asked, values in book.instructions]  # fmt: skip
    told.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return [*names, told]


def _csv_bytes(table: Table) -> bytes:
    """With a byte order mark: without it spreadsheets take UTF-8 for something else."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([safe_cell(row.get(name, "")) for name in table.columns] for row in table.rows)
    return file.getvalue().encode("utf-8-sig")


def _write_xlsx(book: Book, to: Path) -> list[Path]:
    workbook = optional("openpyxl", f"{to}: .xlsx").Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator, workbook.properties.created = "dateline", MADE
    for table in book.tables:
        _fill(workbook.create_sheet(table.name), table)
    told = tuple(dict(zip(ASKED, row, strict=True)) for row in book.instructions)
    _fill(workbook.create_sheet(INSTRUCTIONS), Table(INSTRUCTIONS, ASKED, told))
    workbook.save(to)
    return [to]


def _fill(sheet: Any, table: Table) -> None:
    styles = optional("openpyxl.styles", ".xlsx")
    wrapped = styles.Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(({name: name for name in table.columns}, *table.rows), start=1):
        for place, name in enumerate(table.columns, start=1):
            cell = sheet.cell(number, place)
            cell.alignment = wrapped
            text = NOT_IN_CELLS.sub(" ", row.get(name, ""))
            if text:
                # Set as a text: a title that begins with "=" must not become a formula.
                cell.value, cell.data_type = text, "s"
    for place, name in enumerate(table.columns, start=1):
        head = sheet.cell(1, place)
        head.font = styles.Font(bold=True)
        head.fill = styles.PatternFill("solid", fgColor=ASKED_COLOUR if name in table.filled else GIVEN_COLOUR)
        sheet.column_dimensions[head.column_letter].width = WIDTHS.get(name, USUAL_WIDTH)
    sheet.freeze_panes = "A2"
    _offer(sheet, table)


def _offer(sheet: Any, table: Table) -> None:
    validation = optional("openpyxl.worksheet.datavalidation", ".xlsx").DataValidation
    last = len(table.rows) + 1 + (0 if "record" in table.columns else SPARE_ROWS)
    for name, values in table.choices.items():
        letter = sheet.cell(1, table.columns.index(name) + 1).column_letter
        offered = validation("list", formula1=f'"{",".join(values)}"', allow_blank=True, showErrorMessage=True)
        offered.errorTitle, offered.error = name, f"One of: {', '.join(values)}"[:250]
        offered.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(offered)
