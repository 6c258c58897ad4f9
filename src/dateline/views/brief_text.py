"""The brief as plain text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Literal, NamedTuple

from dateline.views.brief import Brief
from dateline.views.brief_page import brief_page
from dateline.views.page import Citation, Line, Section, Table

Kind = Literal["title", "heading", "item", "detail", "evidence", "note", "blank"]
GAP = "  "


class TextLine(NamedTuple):
    """One printed line and what it is, so that a terminal can give it a style."""

    kind: Kind
    text: str


def brief_text(brief: Brief, width: int = 100) -> str:
    """Plain text, wrapped at `width` characters."""
    return "\n".join(line.text for line in brief_lines(brief, width)) + "\n"


def brief_lines(brief: Brief, width: int = 100) -> Iterator[TextLine]:
    """The same line by line, with the kind of each."""
    page = brief_page(brief)
    yield TextLine("title", page.title)
    yield from _wrapped("note", page.subtitle, width)
    for sentence in page.summary:
        yield from _wrapped("note", sentence, width)
    for section in page.sections:
        yield from _section(section, width)
    yield TextLine("blank", "")
    yield from _wrapped("note", page.footer, width)


def _section(section: Section, width: int) -> Iterator[TextLine]:
    yield TextLine("blank", "")
    yield TextLine("heading", section.title.upper())
    yield from _wrapped("note", section.note, width)
    if section.table:
        yield TextLine("blank", "")
        yield from _table(section.table, width)
    for line in section.lines:
        yield TextLine("blank", "")
        yield from _line(line, width)


def _line(line: Line, width: int) -> Iterator[TextLine]:
    text = f"{line.text} {line.aside}".rstrip()
    yield from _wrapped("item", f"{line.when} — {text}" if line.when else text, width)
    yield from _wrapped("detail", line.detail, width, 2)
    for citation in line.citations:
        yield from _citation(citation, width, 4)


def _citation(citation: Citation, width: int, indent: int) -> Iterator[TextLine]:
    label = f"{citation.label}: " if citation.label else ""
    yield from _wrapped("evidence", f"{label}{citation.text} [{citation.place}; {citation.record}]", width, indent)


def _wrapped(kind: Kind, text: str, width: int, indent: int = 0) -> Iterator[TextLine]:
    margin = " " * indent
    for part in textwrap.wrap(
        text, width, initial_indent=margin, subsequent_indent=margin + ("  " if kind == "evidence" else "")
    ):
        yield TextLine(kind, part)


def _table(table: Table, width: int) -> Iterator[TextLine]:
    """Columns as wide as their content, headers wrapped; a row's evidence stands under it."""
    widths = _column_widths(table, width)
    if widths is None:
        yield from _rows_as_lines(table, width)
        return
    for cells in _wrapped_cells(table.header, widths):
        yield TextLine("detail", _aligned(cells, widths, table.numeric))
    for row in table.rows:
        for cells in _wrapped_cells(row.cells, widths):
            yield TextLine("item", _aligned(cells, widths, table.numeric))
        for citation in row.citations:
            yield from _citation(citation, width, 4)


def _rows_as_lines(table: Table, width: int) -> Iterator[TextLine]:
    """A table that is too wide, row by row: the first cell, then what stands in the other columns."""
    for row in table.rows:
        first, *rest = row.cells
        facts = [f"{head}: {cell}" for head, cell in zip(table.header[1:], rest, strict=True) if cell]
        yield from _wrapped("item", f"{first} — {'; '.join(facts)}", width)
        for citation in row.citations:
            yield from _citation(citation, width, 4)


def _column_widths(table: Table, width: int) -> list[int] | None:
    """As wide as the content; the widest columns give way, down to their longest words. None where not even that fits."""
    columns = list(zip(table.header, *(row.cells for row in table.rows), strict=True))
    least = [max(len(word) for cell in column for word in (cell or " ").split(" ")) for column in columns]
    heads = [max((len(word) for word in head.split()), default=0) for head in table.header]
    widths = [max(head, *map(len, cells)) for head, (_, *cells) in zip(heads, columns, strict=True)]
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room:
        spare, widest = max((size - minimum, i) for i, (size, minimum) in enumerate(zip(widths, least, strict=True)))
        if spare <= 0:
            return None
        widths[widest] -= 1
    return widths


def _wrapped_cells(cells: tuple[str, ...], widths: list[int]) -> Iterator[list[str]]:
    wrapped = [textwrap.wrap(cell, size) or [""] for cell, size in zip(cells, widths, strict=True)]
    for number in range(max(len(lines) for lines in wrapped)):
        yield [lines[number] if number < len(lines) else "" for lines in wrapped]


def _aligned(cells: list[str], widths: list[int], numeric: frozenset[int]) -> str:
    parts = [
        cell.rjust(size) if i in numeric else cell.ljust(size) for i, (cell, size) in enumerate(zip(cells, widths, strict=True))
    ]
    return GAP.join(parts).rstrip()
