"""The brief as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.views.brief import Brief
from dateline.views.brief_page import brief_page
from dateline.views.page import Citation, Line, Section, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_LIST_MARK = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def brief_markdown(brief: Brief) -> str:
    """CommonMark with pipe tables; quoted words cannot turn into markup."""
    return "\n".join(_page(brief)) + "\n"


def escape(text: str) -> str:
    """The text as Markdown that shows it unchanged."""
    return _LIST_MARK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _page(brief: Brief) -> Iterator[str]:
    page = brief_page(brief)
    yield f"# {escape(page.title)}"
    for sentence in (page.subtitle, *page.summary):
        if sentence:
            yield from ("", escape(sentence))
    for section in page.sections:
        yield from _section(section)
    yield from ("", "---", "", page.footer)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {section.title}")
    if section.note:
        yield from ("", f"*{escape(section.note)}*")
    if section.table and section.table.rows:
        yield ""
        yield from _table(section.table)
    if section.lines:
        yield ""
    for line in section.lines:
        yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    when = f"**{escape(line.when)}** — " if line.when else ""
    text = escape(f"{line.text} {line.aside}".rstrip()) if when else f"**{escape(line.text)}**"
    detail = f" · *{escape(line.detail)}*" if line.detail else ""
    yield f"- {when}{text}{detail}"
    for citation in line.citations:
        yield f"  - {_citation(citation)}"


def _citation(citation: Citation) -> str:
    label = f"{escape(citation.label)}: " if citation.label else ""
    words = f"**{escape(citation.words)}**" if citation.before or citation.after else escape(citation.words)
    text = f"{escape(citation.before)}{words}{escape(citation.after)}"
    return f"{label}{f'“{text}”' if citation.said else text} ({escape(citation.place)}; `{citation.record}`)"


def _table(table: Table) -> Iterator[str]:
    yield _cells(tuple(escape(cell) for cell in table.header))
    yield _cells(tuple("---:" if i in table.numeric else "---" for i in range(len(table.header))))
    for row in table.rows:
        yield _cells(tuple(escape(cell) for cell in row.cells))
    cited = [(row.cells[0], citation) for row in table.rows for citation in row.citations]
    if cited:
        yield ""
    for first, citation in cited:
        yield f"- {escape(first)}: {_citation(citation)}"


def _cells(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"
