"""Nexis Uni, Lexis+ and Nexis Advance (.docx, .rtf, .pdf and texts made of these).

Layout (LexisNexisTools and R.TeMiS, see export_fields.tsv): a list of what was asked for; then for each article title, outlet,
date, copyright, fields with labels (Section, Length, Byline, Dateline, Highlight), `Body`, the text, sections with a heading of
their own (Graphic, Classification, Notes), `Load-Date: ...` and `End of Document`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import BadRecord
from dateline.knowledge.export_fields import ExportField, export_fields
from dateline.sources.drafts import Draft
from dateline.sources.lines import Line, Lines, joined, paragraphs_of, unsplit
from dateline.sources.services.export import (
    AGAIN,
    CORRECTED,
    Service,
    Told,
    as_fields,
    byline_of,
    draft_of,
    is_date_line,
    labelled,
    word_count,
)

_END = re.compile(r"End of Document\W*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:Copyright|©|\(c\))\b", re.IGNORECASE)
_PAGE = re.compile(r"Page \d+ of \d+.*")
_LINK = re.compile(r"Link to (?:Image|the original story|PDF).*", re.IGNORECASE)
_HEAD = 20
"""Most lines between an article's title and its `Body`."""
_TAIL = 60
_ENOUGH = 0.7
"""An article that breaks off with less of its stated words than this is reported, not read."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of one article; `first` in the file, where a list may stand before it; `ended` where `End of Document` follows."""

    lines: Sequence[Line]
    first: bool
    ended: bool


def _recognises(lines: Lines) -> bool:
    texts = [line.text for line in lines.all]
    ends = any(_END.fullmatch(text) for text in texts)
    fields = [found[0].label for line in lines.all if (found := labelled(line, _fields()))]
    return ("Body" in texts and ("Length" in fields or "Load-Date" in fields)) or (ends and "Load-Date" in fields)


def _split(lines: Lines, path: str) -> Iterator[Draft | BadRecord]:
    parts = [part for segment in _segments(lines.all) for part in _articles(segment)]
    for number, part in enumerate(parts, start=1):
        yield _article(part, f"{path}#{number}", lines)


def _segments(lines: Sequence[Line]) -> Iterator[_Part]:
    """What stands before each `End of Document`, and what stands after the last one where it is more than stray lines."""
    start = 0
    for place, line in enumerate(lines):
        if _END.fullmatch(line.text):
            yield _Part(lines[start:place], start == 0, True)
            start = place + 1
    rest = [line for line in lines[start:] if not _PAGE.fullmatch(line.text)]
    if rest:
        yield _Part(rest, start == 0, False)


def _articles(segment: _Part) -> Iterator[_Part]:
    """The articles before one end: more than one where an end is missing, and then all but the last break off."""
    bodies = [place for place, line in enumerate(segment.lines) if line.text == "Body" and _is_after_head(segment.lines, place)]
    first = _title_place(segment.lines, bodies[0]) if bodies and segment.first else 0
    starts = [first, *(_title_place(segment.lines, body) for body in bodies[1:])]
    for start, end in zip(starts, [*starts[1:], len(segment.lines)], strict=True):
        yield _Part(segment.lines[start:end], False, segment.ended and end == len(segment.lines))


def _is_after_head(lines: Sequence[Line], body: int) -> bool:
    head = lines[max(0, body - _HEAD) : body]
    return any(labelled(line, _fields()) or is_date_line(line.text) or _COPYRIGHT.match(line.text) for line in head)


def _title_place(lines: Sequence[Line], body: int) -> int:
    """Where the head of the article starts whose `Body` stands there: the title is two lines above the date."""
    begin = max(0, body - _HEAD)
    head = range(body - 1, begin - 1, -1)
    # The last date above the body is the article's: the list at the file's beginning may hold dates, too.
    dated = next((place for place in head if is_date_line(lines[place].text) and not labelled(lines[place], _fields())), None)
    if dated is None:
        copyright_line = next((place for place in head if _COPYRIGHT.match(lines[place].text)), body)
        heading = next((place for place in head if lines[place].heading), None)
        return heading if heading is not None else max(begin, copyright_line - 3)
    heading = next((place for place in range(dated - 1, begin - 1, -1) if lines[place].heading), None)
    if heading is not None and dated - heading <= 4:
        return heading
    return max(0, dated - (3 if CORRECTED.fullmatch(lines[max(0, dated - 2)].text) else 2))


def _article(part: _Part, source: str, lines: Lines) -> Draft | BadRecord:
    body = next((n for n, line in enumerate(part.lines) if line.text == "Body" and _is_after_head(part.lines, n)), None)
    if body is None:
        return unsplit(
            source, part.lines[0] if part.lines else Line("", 0), lines.unit, "no 'Body' before the article's end", AGAIN
        )
    stated = _stated(part.lines[:body])
    tail = _tail(part.lines, body, stated)
    text = paragraphs_of((line for line in part.lines[body + 1 : tail] if not _PAGE.fullmatch(line.text)), lines.wrapped)
    if not text:
        return unsplit(source, part.lines[body], lines.unit, "no text under 'Body'", AGAIN)
    if not part.ended and sum(len(paragraph.split()) for paragraph in text) < _ENOUGH * stated:
        problem = f"the article breaks off: {stated} words are stated, and no 'End of Document' follows"
        return unsplit(source, part.lines[-1], lines.unit, problem, AGAIN)
    return draft_of(_told(part.lines[:body], part.lines[tail:], source), text)


def _stated(head: Sequence[Line]) -> int:
    """The number of words that the field Length states; 0 without one."""
    values = (found[1] for line in head if (found := labelled(line, _fields())) and found[0].field == "words")
    return next((count for value in values if (count := word_count(value))), 0)


def _tail(lines: Sequence[Line], body: int, stated: int) -> int:
    """Where the text ends: at the first of the sections that make up the article's end.

    A line such as "Notes" may also be a cross-head: which it is, the number of words that is stated tells.
    """
    tail = len(lines)
    for place in range(len(lines) - 1, max(body, len(lines) - _TAIL), -1):
        section = _section(lines[place])
        if section and (section.label not in _BARE or not stated or _fits(lines, body, (place, tail), stated)):
            tail = place
    return tail


def _fits(lines: Sequence[Line], body: int, ends: tuple[int, int], stated: int) -> bool:
    """Whether the text has the stated number of words rather with the first end than with the second."""
    shorter, longer = (_count(lines[body + 1 : end]) for end in ends)
    return abs(shorter - stated) <= abs(longer - stated)


def _count(lines: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _section(line: Line) -> ExportField | None:
    found = labelled(line, _fields())
    field = found[0] if found else _fields().get(line.text)
    return field if field and field.place == "tail" and (found is None) == (field.label in _BARE) else None


_BARE = frozenset({"Classification", "Graphic", "Notes", "Correction"})
"""Sections that are headed by a line of their own."""


def _told(head: Sequence[Line], tail: Sequence[Line], source: str) -> Told:
    """What stands around the text."""
    values = {found[0].field: found[1] for line in head if (found := labelled(line, _fields()))}
    dated = _dated(head)
    outlet = head[dated - 1].text if dated >= 2 else None
    rest = [line for line in head[dated + 1 :] if not _LINK.fullmatch(line.text)]
    captions = next((n for n, line in enumerate(tail) if line.text == "Graphic"), len(tail))
    return Told(
        source,
        title=joined([line for line in head[: max(1, dated - 1)] if not CORRECTED.fullmatch(line.text)]) or None,
        outlet=outlet,
        date=head[dated].text if dated < len(head) else None,
        byline=byline_of(values.get("byline")),
        left_out=as_fields([*rest, *tail[:captions]]) + as_fields(tail[captions:], "caption or field of the export"),
    )


def _dated(head: Sequence[Line]) -> int:
    """Where the date stands: one that is understood, else a line with a number above the copyright, else none there."""
    known = next((place for place in range(len(head) - 1, 1, -1) if is_date_line(head[place].text)), None)
    if known is not None:
        return known
    below = (n for n, line in enumerate(head) if _COPYRIGHT.match(line.text) or labelled(line, _fields()))
    end = next(below, min(3, len(head)))
    return end - 1 if end >= 3 and any(c.isdigit() for c in head[end - 1].text) else end


def _fields() -> Mapping[str, ExportField]:
    return export_fields("nexis-uni")


NEXIS_UNI = Service("Nexis Uni", _recognises, _split)
