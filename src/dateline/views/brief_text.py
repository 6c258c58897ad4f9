"""The brief as plain text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Literal, NamedTuple

from dateline.views.brief import Brief
from dateline.views.brief_page import brief_page
from dateline.views.page import Citation, Line, Section, Table

Kind = Literal["title", "heading", "item", "detail", "evidence", "note", "blank"]


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
    for cells in _wrapped_cells(table.header, widths):
        yield TextLine("detail", _aligned(cells, widths, table.numeric))
    for row in table.rows:
        for cells in _wrapped_cells(row.cells, widths):
            yield TextLine("item", _aligned(cells, widths, table.numeric))
        for citation in row.citations:
            yield from _citation(citation, width, 4)


def _column_widths(table: Table, width: int) -> list[int]:
    """Content first: a column is as wide as its longest cell, or as its header's longest word; wide tables are squeezed."""
    columns = list(zip(*(row.cells for row in table.rows), strict=True))
    heads = [max((len(word) for word in head.split()), default=0) for head in table.header]
    wanted = [max(head, *map(len, cells)) for head, cells in zip(heads, columns, strict=True)]
    room = max((width - 2 * (len(wanted) - 1)) // max(len(wanted), 1), 8)
    return wanted if sum(wanted) + 2 * (len(wanted) - 1) <= width else [min(one, max(room, 8)) for one in wanted]


def _wrapped_cells(cells: tuple[str, ...], widths: list[int]) -> Iterator[list[str]]:
    wrapped = [textwrap.wrap(cell, size) or [""] for cell, size in zip(cells, widths, strict=True)]
    for number in range(max(len(lines) for lines in wrapped)):
        yield [lines[number] if number < len(lines) else "" for lines in wrapped]


def _aligned(cells: list[str], widths: list[int], numeric: frozenset[int]) -> str:
    parts = [
        cell.rjust(size) if i in numeric else cell.ljust(size) for i, (cell, size) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(parts).rstrip()
