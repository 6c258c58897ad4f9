"""Tables of articles as text: one row an article, columns named in the first line (.csv, .tsv)."""

from __future__ import annotations

import csv
import logging
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources.decoding import lines_of
from dateline.sources.field_records import Record, articles_of_records, check_columns
from dateline.sources.line_decoder import LineDecoder
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile
from dateline.sources.options import SourceOptions

logger = logging.getLogger(__name__)
_LONGEST_CELL = 50_000_000
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_SAMPLE_LINES, _SAMPLE_BYTES = 1_000, 2_000_000
"""Of the beginning of a file, by which its encoding and its separator are told."""


def articles_of_csv(file: OpenFile, options: SourceOptions, row: MetadataRow | None = None) -> Iterator[Article | SourceError]:
    """An article or an error for each row, called `path#N` after the line on which it begins, counted from 1.

    The separator is the one of comma, semicolon, tab and stroke that names a column of texts and parts most rows of the beginning
    into as many cells; the encoding is told by `LineDecoder`. What is assumed of a file that is not the usual one is logged.
    Raises UnreadableSource where no column holds texts.
    """
    csv.field_size_limit(_LONGEST_CELL)
    raw = lines_of(file.stream, file.name)
    sample = list(_beginning(raw))
    decoder = LineDecoder(file.name, [line for line in sample if isinstance(line, bytes)])
    lines = _decoded(chain(sample, raw), decoder)
    first = next(lines, None)
    if first is None:
        raise UnreadableSource(file.name, "is empty", "leave it out")
    header = first.removeprefix("\ufeff")
    separator = _separator(header, sample, options.fields.text)
    if separator != "," and not file.name.casefold().endswith((".tsv", ".tsv.gz")):
        logger.info("%s: its cells are parted by %s", file.name, _SEPARATORS[separator])
    names = _names(header, separator, file.name)
    check_columns(names, file.name, options)
    return articles_of_records(_records(csv.reader(lines, delimiter=separator, strict=True), names, file.name), options, row)


def _beginning(lines: Iterator[bytes | UnreadableSource]) -> Iterator[bytes | UnreadableSource]:
    """The first lines; where the file breaks off among them, the error stands after those that are sound."""
    size = 0
    try:
        for line in islice(lines, _SAMPLE_LINES):
            yield line
            size += len(line) if isinstance(line, bytes) else 0
            if size > _SAMPLE_BYTES:
                return
    except UnreadableSource as error:
        yield error


def _separator(header: str, sample: Iterable[bytes | SourceError], text: str) -> str:
    rows = [line.decode("latin-1") for line in sample if isinstance(line, bytes)]

    def fitness(separator: str) -> tuple[bool, int, int]:
        try:
            names = [name.strip() for name in next(csv.reader([header], delimiter=separator), [])]
            widths = [len(row) for row in csv.reader(rows, delimiter=separator) if row]
        except csv.Error:
            return False, 0, header.count(separator)
        return text in names, sum(width == len(names) for width in widths) if len(names) > 1 else 0, header.count(separator)

    return max(_SEPARATORS, key=fitness)


def _names(header: str, separator: str, path: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([header], delimiter=separator, strict=True), [])]
    except csv.Error as error:
        raise UnreadableSource(path, f"the first line is no row of CSV: {error}", "name the columns in it") from error


def _decoded(lines: Iterable[bytes | SourceError], decoder: LineDecoder) -> Iterator[str]:
    for line in lines:
        if isinstance(line, SourceError):
            # A table cannot be read on after a lost line: it may have stood within a cell.
            raise line
        # What is no UTF-8 is found again in the row that it belongs to, so that it costs that row alone.
        yield decoder.decode(line).replace("\0", "\ufffd")


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
        return BadRecord(source, "is not UTF-8, as other lines of the file are", "save the file as UTF-8")
    return dict(zip(names, cells, strict=True))
