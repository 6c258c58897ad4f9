"""Coded sheets read back: from CSV and XLSX, with their mistakes named."""

import pytest
from tests.views.sheets.archives import crisis_archive
from tests.views.sheets.coding import all_right, fill_csv, fill_xlsx, sheet

from dateline.errors import SheetError
from dateline.views.sheets.reading import read_coded


@pytest.fixture
def path(tmp_path):
    return crisis_archive(tmp_path)


def test_csv_of_another_country_and_xlsx_give_the_same_rows(path, tmp_path):
    (plain,) = read_coded(fill_csv(sheet(path, tmp_path / "a.csv"), all_right))
    (book,) = read_coded(fill_xlsx(sheet(path, tmp_path / "a.xlsx"), "events", all_right))
    assert (plain.what, plain.kind, plain.problems) == ("events", "judged", ())
    assert [row for _, row in plain.rows] == [row for _, row in book.rows]
    assert plain.rows[0][1]["type_is"] == "right"


def test_a_bad_cell_is_named_with_its_remedy_and_the_rest_is_read(path, tmp_path):
    def fill(number, row):
        all_right(number, row)
        row["type_is"] = {0: "maybe", 1: " RIGHT ", 2: "w"}.get(number, "right")

    (table,) = read_coded(fill_csv(sheet(path, tmp_path / "a.csv"), fill))
    (problem,) = table.problems
    assert str(problem) == "a.csv, row 2, column type_is: 'maybe' is no value of it (write one of right, wrong, unclear)"
    assert [row["type_is"] for _, row in table.rows][:3] == ["", "right", "wrong"]


def test_the_kinds_of_sheets_are_told_apart(path, tmp_path):
    blind = read_coded(sheet(path, tmp_path / "b.csv", "statements", blind=True))
    lists = read_coded(sheet(path, tmp_path / "c.xlsx", articles=True))
    assert [(table.what, table.kind) for table in (*blind, *lists)] == [
        ("statements", "blind"), ("events", "listed"), ("statements", "listed"),
    ]  # fmt: skip


def test_what_is_no_coded_sheet_is_an_error(tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n")
    with pytest.raises(SheetError, match="no table to be coded"):
        read_coded(other)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"no zip")
    with pytest.raises(SheetError, match="no sound"):
        read_coded(broken)
    lacking = tmp_path / "lacking.csv"
    lacking.write_text("record,weight,type,type_is,factuality_is\nx,1,AID,right,right\n")
    with pytest.raises(SheetError, match="column 'source_is' is missing"):
        read_coded(lacking)
    with pytest.raises(SheetError, match=r"save it as \.xlsx or \.csv"):
        read_coded(tmp_path / "sheet.ods")
