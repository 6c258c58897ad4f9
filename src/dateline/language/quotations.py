"""Quotations, matched on characters: curly and straight, double and single, unbalanced, nested, running over paragraphs.

Characters are the truth for quotations: the parser never sees which mark opens and which closes. The conventions are
those of English printing (New Hart's Rules, ch. 9): a quotation over several paragraphs opens each of them with a
mark and closes only the last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dateline.records import Span, Spans

_DOUBLE_MARK = re.compile(r"[“”„‟«»\"]|''|``")
_SINGLE_OPEN = re.compile(r"(?<![\w’'‘\"“.,!?;:])['‘](?=[\w“\"…$£€\[(])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…\"”)\]%-])['’](?!\w)")
_ELISION = re.compile(r"['‘](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|n['’]|cause\b|round\b|bout\b)", re.I)
_PLURAL_POSSESSIVE = re.compile(r"s['’] (?=[a-z])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. `parts` are the words between the marks, one span a paragraph; `outer` takes in the first and last mark."""

    parts: Spans
    outer: Span
    closed: bool

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Outermost quotations in order; a quotation within a quotation is left out."""
    double = _joined(text, _all(_double_quotations, text, paragraphs), '"“„«')
    single = _joined(text, _all(_single_quotations, text, paragraphs), "'‘")
    sound = [q for q in single if not any(_crosses(q, d) for d in double)]
    return tuple(sorted(_outermost([*double, *sound]), key=lambda q: q.start))


def _all(find: Callable[[str, Span], Iterator[Quotation]], text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    return [found for paragraph in paragraphs for found in find(text, paragraph)]


def _opens(text: str, match: re.Match[str]) -> bool | None:
    """True: only an opening mark can stand here; False: only a closing one; None: either."""
    mark = match.group()
    if mark in "“„«‟``":
        return True
    if mark in "”»":
        return False
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if (before.isspace() or before in "([—–-") and not after.isspace():
        return True
    if after.isspace() or after in ".,;:!?)]—–-":
        return False
    return None


def _double_quotations(text: str, paragraph: Span) -> Iterator[Quotation]:
    start: re.Match[str] | None = None
    for match in _DOUBLE_MARK.finditer(text, paragraph.start, paragraph.end):
        opens = _opens(text, match)
        if start is None:
            start = None if opens is False else match
        elif opens is True and match.group() == "“":
            yield _quotation(start, paragraph_break(text, start.end(), match.start()), closed=False)
            start = match
        else:
            yield _quotation(start, match.start(), closed=True, outer_end=match.end())
            start = None
    if start is not None and start.end() < paragraph.end:
        yield _quotation(start, paragraph.end, closed=False)


def paragraph_break(text: str, start: int, end: int) -> int:
    """Where an unclosed quotation may be taken to end before the next one opens: the last sentence end, else `end`."""
    ends = [m.end() for m in re.finditer(r"[.!?](?=\s)", text[start:end])]
    return start + ends[-1] if ends else end


def _quotation(start: re.Match[str], end: int, *, closed: bool, outer_end: int | None = None) -> Quotation:
    return Quotation((Span(start.end(), end),), Span(start.start(), outer_end or end), closed)


def _single_quotations(text: str, paragraph: Span) -> Iterator[Quotation]:
    at = paragraph.start
    while (opening := _SINGLE_OPEN.search(text, at, paragraph.end)) is not None:
        at = opening.end()
        closing = None if _ELISION.match(text, opening.start()) else _single_close(text, opening, paragraph.end)
        if closing is not None:
            yield _quotation(opening, closing, closed=True, outer_end=closing + 1)
            at = closing + 1
        elif opening.start() == paragraph.start and text[opening.start()] == "‘":
            yield _quotation(opening, paragraph.end, closed=False)
            at = paragraph.end


def _single_close(text: str, opening: re.Match[str], end: int) -> int | None:
    """The closing mark of a single quotation; a plural possessive (`soldiers’ `) closes only where nothing better follows."""
    following = _SINGLE_OPEN.search(text, opening.end(), end)
    limit = following.start() if following else end
    possessive: int | None = None
    for match in _SINGLE_CLOSE.finditer(text, opening.end(), limit):
        if match.start() == opening.end():
            continue
        if not _PLURAL_POSSESSIVE.match(text, match.start() - 1):
            return match.start()
        possessive = match.start() if possessive is None else possessive
    return possessive


def _joined(text: str, found: Sequence[Quotation], opening: str) -> list[Quotation]:
    """Join a quotation left open at the end of its paragraph with the one that opens the next paragraph."""
    joined: list[Quotation] = []
    for quotation in found:
        before = joined[-1] if joined else None
        if before is not None and not before.closed and _next_paragraph(text, before, quotation, opening):
            outer = Span(before.outer.start, quotation.outer.end)
            joined[-1] = Quotation((*before.parts, *quotation.parts), outer, quotation.closed)
        else:
            joined.append(quotation)
    return joined


def _next_paragraph(text: str, before: Quotation, quotation: Quotation, opening: str) -> bool:
    between = text[before.outer.end : quotation.outer.start]
    return "\n" in between and not between.strip() and text[quotation.outer.start] in opening


def _outermost(found: Sequence[Quotation]) -> list[Quotation]:
    return [q for q in found if not any(o is not q and _within(q, o) for o in found)]


def _crosses(single: Quotation, double: Quotation) -> bool:
    """Overlap without nesting: the single marks are apostrophes then."""
    nested = single.outer.contains(double.outer) or double.outer.contains(single.outer)
    return single.outer.overlaps(double.outer) and not nested


def _within(inner: Quotation, outer: Quotation) -> bool:
    return outer.outer.contains(inner.outer) and outer.outer != inner.outer
