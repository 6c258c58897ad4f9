"""What the network marked, as spans of the text: runs of words joined, edges cleaned, quotations made whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.language.document import Document
from dateline.language.phrases import tight
from dateline.language.tokens import Token
from dateline.records import Span, Spans
from dateline.statements.tagging.bounds import mended
from dateline.statements.tagging.features import Words
from dateline.statements.tagging.tagging import Tagged

WHOLE = 0.4
"""Share of a quotation from which all of it is content: its marks, not the network, say where it begins and ends."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An attribution of the network in the text, with the mean chances of its words."""

    cue: Span
    source: Spans
    content: Spans
    cue_chance: float
    source_chance: float
    content_chance: float


def marks(document: Document, tagged: Tagged) -> Iterator[Mark]:
    """Those with a content, in the order of their cues."""
    cues = tuple(_join(document, tagged.words, range(a.cue.first, a.cue.last + 1)) for a in tagged.attributions)
    for found, cue in zip(tagged.attributions, cues, strict=True):
        source = _spans(document, tagged.words, found.source)
        content = _whole_quotations(document, _spans(document, tagged.words, found.content))
        if content := _below_headline(document, content, cue):
            content = mended(document, content, (*cues, *source))
            yield Mark(cue, source, content, found.cue.probability, found.source_probability, found.content_probability)


def _below_headline(document: Document, spans: Spans, cue: Span) -> Spans:
    """What is said in the body does not begin in the headline, which ends in no full stop."""
    headline = document.article.headline
    if headline is None or cue.start < headline.end:
        return spans
    words = document.article.text
    body = headline.end + len(words[headline.end :]) - len(words[headline.end :].lstrip())
    return tuple(Span(max(s.start, body), s.end) for s in spans if s.end > body)


def _spans(document: Document, words: Words, places: Sequence[int]) -> Spans:
    """Runs of neighbouring words; a run of nothing but punctuation is none."""
    runs = [[k for _, k in run] for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])]
    solid = [run for run in runs if any(c.isalnum() for k in run for c in words.texts[k])]
    return tuple(_join(document, words, run) for run in solid)


def _join(document: Document, words: Words, run: Iterable[int]) -> Span:
    tokens: list[Token] = [document.doc[int(words.tokens[k])] for k in run]
    return tight(tokens)


def _whole_quotations(document: Document, spans: Spans) -> Spans:
    """A quotation of which most is content is content as a whole; of one that is hardly touched nothing is."""
    for quotation in document.quotations:
        for part in quotation.parts:
            common = sum(max(0, min(s.end, part.end) - max(s.start, part.start)) for s in spans)
            if common >= WHOLE * part.length and common < part.length:
                spans = _merged([*spans, part])
    return spans


def _merged(spans: Iterable[Span]) -> Spans:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
