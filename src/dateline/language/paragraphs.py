"""Paragraphs of an article as spans of its text."""

from __future__ import annotations

import re

from dateline.records import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE_END = re.compile(r"[.!?:;\"”’'…)\]]\s*$")
WRAPPED_FROM = 50
"""Characters from which on a line may be the product of hard wrapping; shorter ones are captions, items of lists, labels."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """Each line with something on it is a paragraph; hard-wrapped lines are joined.

    Spans leave out white space at both ends.
    """
    found: list[Span] = []
    for match in _LINE.finditer(text):
        span = _stripped(text, match.start(), match.end())
        if found and _wrapped(text, found[-1], span):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def ends_sentence(line: str) -> bool:
    """Whether a mark ends the line, as none ends a heading."""
    return bool(_SENTENCE_END.search(line))


def _stripped(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _wrapped(text: str, before: Span, line: Span) -> bool:
    """Is `line` the continuation of a line that was broken at a column in mid-sentence?"""
    gap = text[before.end : line.start]
    last = text[before.start : before.end].rsplit("\n", 1)[-1]
    return gap.count("\n") == 1 and len(last) >= WRAPPED_FROM and text[line.start].islower() and not ends_sentence(last)
