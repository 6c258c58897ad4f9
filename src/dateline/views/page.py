"""What a page of evidence is made of, before anybody decides how it looks: sections of lines and tables with quotations."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.analysis.evidence import Evidence
from dateline.analysis.quote import shortened
from dateline.records import Statement
from dateline.views.wording import evidence_place

LONG, MIDDLING, BRIEF = 220, 170, 130
"""How many characters a quotation may have: where it stands alone, in a list, and beside others for the same fact."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Quoted words, where they stand and the id of the record that was read out of them, whole: ids last, beginnings may not.

    `said` is True where the quoted words are the speaker's own, so that they want quotation marks.
    """

    before: str
    words: str
    after: str
    place: str
    record: str
    label: str = ""
    said: bool = False

    @property
    def text(self) -> str:
        """The words as one line, the speaker's own in quotation marks."""
        plain = f"{self.before}{self.words}{self.after}"
        return f"“{plain}”" if self.said else plain


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: when, what, in which words (`aside`), and how that is known."""

    text: str
    when: str = ""
    aside: str = ""
    detail: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the evidence for it."""

    cells: tuple[str, ...]
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """`numeric` names the columns, counted from 0, that hold numbers."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; `key` is its name in links."""

    key: str
    title: str
    note: str = ""
    table: Table | None = None
    lines: tuple[Line, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.lines and not (self.table and self.table.rows)


@dataclass(frozen=True, slots=True)
class Page:
    """Title, the line under it, and the sections that have something to say."""

    title: str
    subtitle: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: str


def cite(evidence: Evidence, label: str = "", limit: int = LONG) -> Citation:
    """The words of an event or position within their sentence, at most about `limit` characters."""
    quote = shortened(evidence.quote, limit)
    return Citation(quote.before, quote.words, quote.after, evidence_place(evidence), evidence.record, label)


def cite_statement(evidence: Evidence, statement: Statement, label: str = "") -> Citation:
    """The words of a statement."""
    # Words that hold quotation marks of their own have the speaker's words within those.
    said = statement.kind == "direct" and not any(mark in evidence.quote.text for mark in '“”"')
    return Citation("", evidence.quote.text, "", evidence_place(evidence), evidence.record, label, said)
