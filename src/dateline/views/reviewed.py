"""What people have said about the records of a page, in words: how many, who, and beside each line that they vouch for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.analysis.reviewed import Reviewed
from dateline.views.page import Citation, Page, Section
from dateline.views.wording import count, listing

PEOPLE = 4
"""Names that are told."""


def reviewed_words(found: Reviewed) -> Iterator[str]:
    """Sentences that say how many corrections are used, and how many fit nothing; none where there are none."""
    records = (
        (f"{found.confirmed:,} confirmed", found.confirmed),
        (f"{found.edited:,} corrected", found.edited),
        (f"{found.rejected:,} rejected and left out", found.rejected),
        (f"{count(found.links, 'link')} between articles decided", found.links),
    )
    told = [words for words, number in records if number]
    if told:
        yield f"It uses {count(found.total, 'correction')} by {listing(list(found.people), PEOPLE)}: {listing(told)}."
    if found.lost:
        fits = "fits" if found.lost == 1 else "fit"
        yield f"{count(found.lost, 'correction')} no longer {fits} what is read (`dateline review ARCHIVE --lost`)."


def marked(page: Page, marks: Mapping[str, str]) -> Page:
    """The page with a word beside each citation of a record for which somebody vouches."""
    if not marks:
        return page
    return replace(page, sections=tuple(_section(section, marks) for section in page.sections))


def _section(section: Section, marks: Mapping[str, str]) -> Section:
    lines = tuple(replace(line, citations=_citations(line.citations, marks)) for line in section.lines)
    table = section.table
    if table is not None:
        table = replace(table, rows=tuple(replace(row, citations=_citations(row.citations, marks)) for row in table.rows))
    return replace(section, lines=lines, table=table)


def _citations(citations: tuple[Citation, ...], marks: Mapping[str, str]) -> tuple[Citation, ...]:
    return tuple(replace(c, place=f"{c.place}; {marks[c.record]}") if c.record in marks else c for c in citations)
