"""The passage of an article in which a record stands, with its words marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.corroboration.sentence import sentence_around
from dateline.records import Span

AROUND = 450
"""Characters shown on each side of the record, before they are rounded to whole sentences."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span and what is written around its words."""

    span: Span
    before: str = "[["
    after: str = "]]"


def passage(text: str, marks: Sequence[Mark]) -> str:
    """The sentences around the marked spans, on their lines; nothing of the article is changed but for the marks."""
    first, last = min(mark.span.start for mark in marks), max(mark.span.end for mark in marks)
    start = sentence_around(text, _around(text, max(first - AROUND, 0))).start
    end = sentence_around(text, _around(text, min(last + AROUND, len(text)) - 1)).end
    return _marked(text, marks, Span(start, max(end, last))).strip()


def _around(text: str, place: int) -> Span:
    return Span(place, min(place + 1, len(text)))


def _marked(text: str, marks: Sequence[Mark], shown: Span) -> str:
    """Closing marks stand before opening ones of the same place; of two that open at one place the longer one is outside."""
    signs = [(m.span.start, 1, -m.span.end, m.before) for m in marks] + [(m.span.end, 0, -m.span.start, m.after) for m in marks]
    parts, done = [], shown.start
    for place, _, _, sign in sorted(signs):
        parts += [text[done:place], sign]
        done = place
    return "".join((*parts, text[done : shown.end]))
