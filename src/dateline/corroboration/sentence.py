"""The sentence around some words of an article, found on characters alone: stored articles are not parsed again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from dateline.records import Span

SENTENCE_END = re.compile(
    r"""
    [.!?\n]
    (?:
        (?<=\n)
        | (?<!\b[A-Z].) (?<!\b[A-Z]\.[A-Z].)                         # initials, U.S.
        (?<!\b(?:Mr|Ms|Dr|St|Lt|No|vs).) (?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Nov|Dec|Jan|Feb|Aug|Oct).) (?<!\bSept.)
        [”"’)]* \s+ (?=[“"‘(]?[A-Z0-9])
    )
    """,
    re.VERBOSE,
)
"""Begins with one set of characters, by which the search passes over all others at once."""


def sentence_around(text: str, span: Span) -> Span:
    """The stretch from the sentence end before the span to the one after it; never beyond the line."""
    begins, ends = _breaks(text)
    before, after = bisect_right(ends, span.start), bisect_left(begins, max(span.end - 1, span.start))
    start = ends[before - 1] if before else 0
    return Span(min(start, span.start), max(ends[after] if after < len(ends) else len(text), span.end))


@lru_cache(maxsize=320)
def _breaks(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Where the ends of sentences begin and end."""
    found = [match.span() for match in SENTENCE_END.finditer(text)]
    return [begin for begin, _ in found], [end for _, end in found]
