"""A statement before anybody knows who its actors are: tokens and spans only."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.language.tokens import Token
from dateline.records import Act, Span, Spans


@dataclass(frozen=True, slots=True)
class Draft:
    """`source` is the head of the phrase that names who said it; `medium` heads of phrases that may name an outlet
    passing it on. `marked`: the network marks this attribution too, so that its source need not be a person or a body.
    """

    act: Act
    cue: Spans
    content: Spans
    source: Token | None
    rule: str
    confidence: float
    addressees: tuple[Token, ...] = ()
    media: tuple[Token, ...] = ()
    source_spans: Spans = ()
    marked: bool = False

    @property
    def extent(self) -> Span:
        """From the first to the last character of the content."""
        return Span(self.content[0].start, self.content[-1].end)


def holds(content: Spans, span: Span) -> bool:
    """Does the span lie within one piece of the content?"""
    return any(part.contains(span) for part in content)


def common_share(one: Spans, other: Spans) -> float:
    """Characters in common as a share of all of both (Jaccard)."""
    common = 0
    for a in one:  # loops, for this is asked of every pair of statements
        for b in other:
            if a.start < b.end and b.start < a.end:
                common += min(a.end, b.end) - max(a.start, b.start)
    if not common:
        return 0.0
    return common / max(sum(s.length for s in one) + sum(s.length for s in other) - common, 1)
