"""Sheets as files: CSV that spreadsheets take, XLSX with lists to choose from, and no formula from an article."""

import csv
import dataclasses

import openpyxl
import pytest
from tests.views.sheets.archives import crisis_archive

from dateline.archive import open_archive
from dateline.errors import SheetError
from dateline.views.sheets.making import Wanted, articles_book, records_book
from dateline.views.sheets.writing import write_book


@pytest.fixture
def book(tmp_path):
    with open_archive(crisis_archive(tmp_path)) as archive:
        return records_book(archive, "events", Wanted(6, ("type",), "s"))


def with_title(book, title):
    table = book.tables[0]
    return dataclasses.replace(book, tables=(dataclasses.replace(table, rows=({**table.rows[0], "title": title},)),))


def test_csv_has_all_rows_and_the_instructions_beside_it(book, tmp_path):
    sheet, told = write_book(book, tmp_path / "out" / "sheet.csv")
    assert sheet.read_bytes().startswith(b"\xef\xbb\xbfrecord,")
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["record"] for row in rows] == [row["record"] for row in book.tables[0].rows]
    assert rows[0]["type_is"] == ""
    assert "type_is: right where the marked words tell" in told.read_text(encoding="utf-8")


def test_xlsx_offers_the_allowed_values(book, tmp_path):
    (path,) = write_book(book, tmp_path / "sheet.xlsx")
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["events"]
    header = [cell.value for cell in sheet[1]]
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    column = sheet.cell(1, header.index("factuality_is") + 1).column_letter
    assert lists[f"{column}2:{column}7"] == '"right,wrong,unclear"'
    assert sheet.freeze_panes == "A2"
    assert sheet.max_row == 7
    assert any("ACCUSE:" in str(row[1]) for row in workbook["instructions"].values)


def test_a_title_like_a_formula_stays_text(book, tmp_path):
    risky = with_title(book, "=1+1\x07")
    (path,) = write_book(risky, tmp_path / "sheet.xlsx")
    cell = openpyxl.load_workbook(path)["events"].cell(2, 5)
    assert (cell.value, cell.data_type) == ("=1+1 ", "s")
    assert b",'=1+1" in write_book(risky, tmp_path / "sheet.csv")[0].read_bytes()


def test_whole_articles_are_three_tables(tmp_path):
    with open_archive(crisis_archive(tmp_path)) as archive:
        book = articles_book(archive, Wanted(2, ("outlet",)))
    names = [path.name for path in write_book(book, tmp_path / "a.csv")]
    assert names == ["a.csv", "a-events.csv", "a-statements.csv", "a-instructions.txt"]
    assert openpyxl.load_workbook(write_book(book, tmp_path / "a.xlsx")[0]).sheetnames == [
        "articles", "events", "statements", "instructions",
    ]  # fmt: skip


def test_another_ending_is_an_error(book, tmp_path):
    with pytest.raises(SheetError, match=r"\.csv or \.xlsx"):
        write_book(book, tmp_path / "sheet.ods")
