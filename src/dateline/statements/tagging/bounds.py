"""Bounds of a content that the network left ragged, mended by the parse: no phrase is broken off, nothing of it is skipped."""

from __future__ import annotations

from itertools import pairwise

from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.records import Span, Spans

_OPEN_ENDED = frozenset({"det", "amod", "nummod", "compound", "poss", "case", "aux", "auxpass", "neg", "quantmod", "nmod"})
"""Relations of a word to a later head without which it means nothing: a content does not end on such a word."""


def mended(document: Document, content: Spans, others: Spans) -> Spans:
    """The content without gaps in which none of the `others` (its source, the cues of all) stands, and its last phrase whole."""
    joined = _closed(document, content, others)
    return (*joined[:-1], _to_the_head(document, joined[-1], others)) if joined else joined


def _closed(document: Document, content: Spans, others: Spans) -> Spans:
    """Join neighbours within a sentence."""
    joined = list(content[:1])
    for before, after in pairwise(content):
        gap = Span(before.end, after.start)
        if _free(gap, others) and _one_sentence(document, before, after):
            joined[-1] = Span(joined[-1].start, after.end)
        else:
            joined.append(after)
    return tuple(joined)


def _free(span: Span, others: Spans) -> bool:
    return not any(span.overlaps(other) for other in others)


def _one_sentence(document: Document, before: Span, after: Span) -> bool:
    last, first = document.token_at(before.end - 1), document.token_at(after.start)
    return last is not None and first is not None and last.sent == first.sent


def _to_the_head(document: Document, span: Span, others: Spans) -> Span:
    """On to the head of a phrase that is broken off ("carrying out its sixth | nuclear test")."""
    last = document.token_at(span.end - 1)
    if last is None or not _unfinished(last):
        return span
    longer = Span(span.start, last.head.idx + len(last.head))
    return longer if _free(Span(span.end, longer.end), others) else span


def _unfinished(word: Token) -> bool:
    return word.dep_ in _OPEN_ENDED and word.head.i > word.i
