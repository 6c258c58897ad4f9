"""The sentence around some words of an article, found on characters alone: stored articles are not parsed again."""

from __future__ import annotations

import re

from dateline.records import Span

SENTENCE_END = re.compile(
    r"""
    (?<!\b[A-Z]) (?<!\b[A-Z]\.[A-Z])                           # initials, U.S.
    (?<!\b(?:Mr|Ms|Dr|St|Lt|No|vs)) (?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Nov|Dec|Jan|Feb|Aug|Oct)) (?<!\bSept)
    [.!?] [”"’)]* \s+ (?=[“"‘(]?[A-Z0-9])
    | \n
    """,
    re.VERBOSE,
)


def sentence_around(text: str, span: Span) -> Span:
    """The stretch from the sentence end before the span to the one after it; never beyond the line."""
    line_start = text.rfind("\n", 0, span.start) + 1
    start = max((m.end() for m in SENTENCE_END.finditer(text, line_start, span.start + 1)), default=line_start)
    found = SENTENCE_END.search(text, max(span.end - 1, span.start))
    end = len(text) if found is None else found.end()
    return Span(min(start, span.start), max(end, span.end))
