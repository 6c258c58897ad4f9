"""Bounds of a content that characters decide: quotations and brackets stay whole, asides and connectives stay out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dateline.language.document import Document
from dateline.language.paragraphs import ends_sentence
from dateline.language.tokens import Token
from dateline.records import Span, Spans
from dateline.statements.draft import Draft

_CONNECTIVES = frozenset({"but", "and", "so", "yet", "still", "however", "moreover", "also", "besides", "instead", "or"})
_DASH = re.compile(r" (?:-{1,2}|–|—) |[–—]")
_RELATIVE = frozenset({"WP", "WDT", "WRB"})
_KEPT_PARTICIPLES = frozenset({"include"})
""" "..., he said, including the port": a participle in form only."""
_NEAR = 40
"""Characters between the cue and a participle that tells what the speaker did while speaking."""


def bounded(document: Document, draft: Draft) -> Draft:
    """The draft after all of them."""
    if not draft.content:
        return draft
    content = tuple(_less_heading(document, span) for span in _within_aside(document, draft))
    content = _less_connective(document, draft, _less_participle(document, draft, content))
    content = tuple(_balanced(document, span) for span in content)
    content = (*content[:-1], _less_comment(document, draft, content[-1]))
    content = (*content[:-1], _less_relative(document, _whole_quotation(document, draft, content[-1])))
    return replace(draft, content=content) if content != draft.content else draft


def _less_heading(document: Document, span: Span) -> Span:
    """Without the heading over a paragraph: a line of its own that no mark ends."""
    line = document.paragraph_at(span.start)
    if line is None or line.end >= span.end or ends_sentence(document.words(line)):
        return span
    rest = document.words(Span(line.end, span.end))
    return Span(span.end - len(rest.lstrip()), span.end)


def _whole_quotation(document: Document, draft: Draft, last: Span) -> Span:
    """ "Said he was 'very perplexed| and saddened'": a quotation that opens within the content closes within it."""
    for quotation in document.quotations:
        for part in quotation.parts if quotation.closed else ():
            said = not any(part.overlaps(span) for span in draft.cue)
            goes_on = last.start < part.start < last.end < part.end
            if said and goes_on and any(c.isalnum() for c in document.words(Span(last.end, part.end))):
                return Span(last.start, part.end)
    return last


def _balanced(document: Document, span: Span) -> Span:
    """Without "CNN) " of a place line, and with the bracket that closes "(155 miles|"."""
    words = document.words(span)
    depth = 0
    for at, mark in enumerate(words):
        depth += (mark == "(") - (mark == ")")
        if depth < 0:
            rest = words[at + 1 :]
            start = span.start + at + 1 + len(rest) - len(rest.lstrip(" -–—"))
            return _balanced(document, Span(start, span.end)) if at < _NEAR and start < span.end else span
    closed = depth == 1 and document.article.text[span.end : span.end + 1] == ")"
    return Span(span.start, span.end + 1) if closed else span


def _less_connective(document: Document, draft: Draft, content: Spans) -> Spans:
    """ "|But|, the source said, the facts are not complete": the writer's step from the sentence before."""
    lone = len(content) > 1 and document.words(content[0]).casefold().strip(" ,") in _CONNECTIVES
    return content[1:] if lone and draft.cue and content[0].end < draft.cue[0].start else content


def _less_participle(document: Document, draft: Draft, content: Spans) -> Spans:
    """ "..., he said, |mocking the idea that it hurt|": what the speaker did while speaking; 230 of 244 such in PolNeAR train."""
    if not draft.cue or content[0].start > draft.cue[0].start:
        return content
    end = max(s.end for s in (*draft.cue, *draft.source_spans))
    kept = (s if k == 0 or not _participle(document, s, end) else _after_participle(document, s) for k, s in enumerate(content))
    return tuple(s for s in kept if s is not None)


def _after_participle(document: Document, span: Span) -> Span | None:
    """ "Kim, he said, noting that they had met, |was a friend|": what goes on after it."""
    for before, word in pairwise(document.tokens(span)):
        if before.text == "," and word.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return Span(word.idx, span.end)
    return None


def _participle(document: Document, span: Span, end: int) -> bool:
    first = document.token_at(span.start)
    between = document.words(Span(end, span.start)) if end < span.start <= end + _NEAR else ""
    near = between.rstrip().endswith(",") and "." not in between
    participle = first is not None and first.tag_ == "VBG" and first.lemma_ not in _KEPT_PARTICIPLES
    return near and participle and document.quotation_at(span.start) is None


def _less_comment(document: Document, draft: Draft, last: Span) -> Span:
    """ "Said it was 'making a difference,'| wading into a dispute": a comma within the marks closes what is said."""
    for quotation in document.quotations:
        after = document.token_at(quotation.outer.end + 1)
        inside = last.start < quotation.outer.start and quotation.outer.end < last.end and draft.cue[:1] < (last,)
        if inside and after is not None and after.tag_ == "VBG" and document.words(quotation.parts[-1]).endswith(","):
            return Span(last.start, quotation.end - 1)
    return last


def _within_aside(document: Document, draft: Draft) -> Spans:
    """ "Mike Pence - who had said it "may end" |- as "stupid"|": what is told between dashes ends with the second one."""
    last = draft.content[-1]
    if not draft.cue or not draft.source_spans or last.start < draft.cue[0].end:
        return draft.content
    source = draft.source_spans[0]
    opening = document.article.text[max(source.start - 4, 0) : source.start]
    if not _DASH.search(opening + " " * (not opening.endswith(" "))) or source.start > draft.cue[0].start:
        return draft.content
    closing = next((m for m in _dashes(document, last)), None)
    return (*draft.content[:-1], Span(last.start, closing)) if closing is not None else draft.content


def _dashes(document: Document, span: Span) -> Iterator[int]:
    """Where dashes outside quotation marks stand, less the closing mark before them."""
    for match in _DASH.finditer(document.article.text, span.start, span.end):
        if document.quotation_at(match.start()) is None:
            yield span.start + len(document.words(Span(span.start, match.start())).rstrip(" \"”'’,"))


def _less_relative(document: Document, last: Span) -> Span:
    """ "Considered a strike — |what|": a relative word whose clause was lost, with the mark before it."""
    tokens: list[Token] = [t for t in document.tokens(last) if not t.is_space]
    for before, word in pairwise(tokens[-2:]):
        if word.tag_ in _RELATIVE and before.is_punct:
            kept = document.words(Span(last.start, before.idx)).rstrip(" ,—–-")
            return Span(last.start, last.start + len(kept)) if kept else last
    return last
