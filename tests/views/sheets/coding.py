"""Sheets filled in as a coder would."""

import csv

import openpyxl

from dateline.archive import open_archive
from dateline.views.sheets.making import Wanted, articles_book, records_book
from dateline.views.sheets.writing import write_book


def fill_csv(path, fill, more=()):
    """Each row as `fill` changes it; `more` rows are added at the end."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows, names = [*reader, *more], reader.fieldnames
    for number, row in enumerate(rows):
        fill(number, row)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="", delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


def fill_xlsx(path, table, fill):
    workbook = openpyxl.load_workbook(path)
    sheet = workbook[table]
    names = [cell.value for cell in sheet[1]]
    for number, cells in enumerate(sheet.iter_rows(min_row=2)):
        row = {name: cell.value for name, cell in zip(names, cells, strict=True)}
        fill(number, row)
        for name, cell in zip(names, cells, strict=True):
            cell.value = row[name]
    workbook.save(path)
    return path


def sheet(path, to, what="events", **more):
    """A sheet of all records, or with `articles` of all articles, as it is given to a coder."""
    with open_archive(path, read_only=True) as archive:
        if more.pop("articles", False):
            book = articles_book(archive, Wanted(100, ("outlet",)))
        else:
            book = records_book(archive, what, Wanted(100, ("type", "outlet")), **more)
        return write_book(book, to)[0]


def all_right(number, row):
    for name in row:
        if name.endswith("_is"):
            row[name] = "right"
