"""Tables of articles as text: one row an article, columns named in the first line (.csv, .tsv)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources.decoding import lines_of
from dateline.sources.field_records import Record, articles_of_records, check_columns
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile
from dateline.sources.options import SourceOptions

_LONGEST_CELL = 50_000_000
_SEPARATORS = ",;\t"


def articles_of_csv(file: OpenFile, options: SourceOptions, row: MetadataRow | None = None) -> Iterator[Article | SourceError]:
    """An article or an error for each row, called `path#N` after the line on which it begins, counted from 1.

    The separator is the one of comma, semicolon and tab that is commonest in the first line. Raises UnreadableSource where no
    column holds texts.
    """
    csv.field_size_limit(_LONGEST_CELL)
    lines = _decoded(lines_of(file.stream, file.name), file.name)
    first = next(lines, None)
    if first is None:
        raise UnreadableSource(file.name, "is empty", "leave it out")
    header = first.removeprefix("\ufeff")
    separator = max(_SEPARATORS, key=header.count)
    names = _names(header, separator, file.name)
    check_columns(names, file.name, options)
    return articles_of_records(_records(csv.reader(lines, delimiter=separator, strict=True), names, file.name), options, row)


def _names(header: str, separator: str, path: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([header], delimiter=separator, strict=True), [])]
    except csv.Error as error:
        raise UnreadableSource(path, f"the first line is no row of CSV: {error}", "name the columns in it") from error


def _decoded(lines: Iterable[bytes | SourceError], path: str) -> Iterator[str]:
    for line in lines:
        if isinstance(line, SourceError):
            # A table cannot be read on after a lost line: it may have stood within a cell.
            raise line
        # What is no UTF-8 is found again in the row that it belongs to, so that it costs that row alone.
        yield line.decode("utf-8", "surrogateescape").replace("\0", "\ufffd")


def _records(rows: Any, names: list[str], path: str) -> Iterator[tuple[str, Record | SourceError]]:
    """Each row with its place: the line on which it begins."""
    while True:
        source = f"{path}#{rows.line_num + 2}"
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield source, BadRecord(source, f"is no row of CSV: {error}", "double the quotation marks within cells")
            continue
        except SourceError as error:
            yield error.source, error
            return
        if cells is None:
            return
        if any(cells):
            yield source, _record(cells, names, source)


def _record(cells: list[str], names: list[str], source: str) -> Record | SourceError:
    if len(cells) != len(names):
        return BadRecord(source, f"{len(cells)} cells under {len(names)} columns", "put cells that hold separators in quotes")
    try:
        "".join(cells).encode("utf-8")
    except UnicodeEncodeError:
        return BadRecord(source, "is not UTF-8", "save the file as UTF-8")
    return dict(zip(names, cells, strict=True))
