"""Where a line of an analysis comes from: the article, the quoted words and the record that was read out of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.analysis.corpus import outlet_of, published_on
from dateline.analysis.quote import Quote, quote_in_sentence, quote_spans
from dateline.corroboration.sentence import sentence_around
from dateline.records import Article, Event, Position, Reading, Span, Statement

SLIGHT = 20
"""So few characters around the marked words make the mark pointless."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quotation: `record` is the id of the event, statement or position; `reported_by` the chain, outermost outlet first."""

    record: str
    article: str
    outlet: str
    published: date | None
    quote: Quote
    reported_by: tuple[str, ...] = ()


def event_evidence(reading: Reading, event: Event) -> Evidence:
    """The trigger within its sentence."""
    quote = quote_in_sentence(reading.article.text, event.trigger)
    return _evidence(reading.article, event.id, quote, event.reported_by)


def statement_evidence(reading: Reading, statement: Statement) -> Evidence:
    """The content of the statement, whole or cut."""
    quote = quote_spans(reading.article.text, statement.content)
    quote = Quote(quote.words.removeprefix("that "))
    return _evidence(reading.article, statement.id, quote, statement.reported_by)


def position_evidence(reading: Reading, position: Position) -> Evidence:
    """The stretch that shows the stance within its sentence; where that is nearly all of it, the words for the proposal."""
    text, span = reading.article.text, position.evidence
    sentence = sentence_around(text, span)
    if sentence.length - span.length < SLIGHT:
        span = _proposal_in(text, sentence, position) or sentence
    quote = quote_spans(text, (span,)) if span == sentence else quote_in_sentence(text, span)
    return _evidence(reading.article, position.id, quote, position.reported_by)


def _proposal_in(text: str, sentence: Span, position: Position) -> Span | None:
    pattern = re.compile(re.escape(position.proposal), re.IGNORECASE)
    found = pattern.search(text, sentence.start, sentence.end)
    return Span(*found.span()) if found and found.group() else None


def _evidence(article: Article, record: str, quote: Quote, chain: tuple[str, ...]) -> Evidence:
    return Evidence(record, article.id, outlet_of(article), published_on(article), quote, chain)
