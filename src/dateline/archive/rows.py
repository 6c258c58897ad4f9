"""A reading as rows of the archive's tables.

The tables are derived: the contract's line of each article in `readings` is what is given back, so nothing can be lost
between the two, and the tables are free to be shaped for SQL: one thing a row, and beside each span the words that
stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from dateline.archive.proposal_name import proposal_name
from dateline.contract import to_json
from dateline.records import Actor, Article, DateInterval, Event, Place, Position, Reading, Span, Statement

Row = dict[str, Any]
Rows = dict[str, list[Row]]
GAP = " ... "
"""Stands between the parts of an interrupted content."""


def rows_of(reading: Reading, number: int, added_at: datetime) -> Rows:
    """All rows of one reading by table; `number` is the article's place in the order of adding."""
    article = reading.article
    rows: Rows = {
        "articles": [_article(article, number, reading.version, added_at)],
        "readings": [{"contract": to_json(reading)}],
        "left_out": [{"number": n, "text": line.text, "why": line.why} for n, line in enumerate(article.left_out)],
        "actors": [_actor(actor, n) for n, actor in enumerate(reading.actors)],
        "mentions": [{"actor": a.id, **row} for a in reading.actors for row in _spans(article.text, a.mentions)],
        **_statement_tables(article.text, reading.statements),
        **_event_tables(article.text, reading.events),
        "positions": [_position(article.text, position, n) for n, position in enumerate(reading.positions)],
    }
    for table, table_rows in rows.items():
        if table != "articles":
            for row in table_rows:
                row["article"] = article.id
    return rows


def gather(all_rows: Iterable[Rows]) -> Rows:
    """The rows of several readings, table by table."""
    gathered: Rows = {}
    for rows in all_rows:
        for table, table_rows in rows.items():
            gathered.setdefault(table, []).extend(table_rows)
    return gathered


def _article(article: Article, number: int, version: str, added_at: datetime) -> Row:
    published, headline = article.published, article.headline
    return {
        "id": article.id, "number": number, "text_hash": article.text_hash, "source": article.source, "outlet": article.outlet,
        "title": article.title, "url": article.url, "byline": article.byline, "language": article.language, "text": article.text,
        "published_start": published and published.start, "published_end": published and published.end,
        "published_basis": published and published.basis, "headline_start": headline and headline.start,
        "headline_end": headline and headline.end, "version": version, "added_at": added_at,
    }  # fmt: skip


def _actor(actor: Actor, number: int) -> Row:
    return {
        "id": actor.id, "number": number, "name": actor.name, "kind": actor.kind, "country": actor.country, "code": actor.code,
        "aliases": list(actor.aliases), "role": actor.role, "role_from": actor.role_from, "role_until": actor.role_until,
        "role_conflict": actor.role_conflict, "members": list(actor.members), "reason": actor.reason,
    }  # fmt: skip


def _statement_tables(text: str, statements: Sequence[Statement]) -> Rows:
    spans = [{"statement": s.id, **row} for s in statements for row in _statement_spans(text, s)]
    return {"statements": [_statement(text, s, n) for n, s in enumerate(statements)], "statement_spans": spans}


def _statement(text: str, statement: Statement, number: int) -> Row:
    return {
        "id": statement.id, "number": number, "kind": statement.kind, "act": statement.act, "speaker": statement.speaker,
        "content_words": GAP.join(text[start:end] for start, end in statement.content), "inside": statement.inside,
        "addressees": list(statement.addressees), "reported_by": list(statement.reported_by), **_date(statement.date),
        "confidence": statement.confidence, "reason": statement.reason,
    }  # fmt: skip


def _statement_spans(text: str, statement: Statement) -> Iterator[Row]:
    for role in ("source", "cue", "content"):
        for row in _spans(text, getattr(statement, role)):
            yield {"role": role, **row}


def _event_tables(text: str, events: Sequence[Event]) -> Rows:
    return {
        "events": [_event(text, event, n) for n, event in enumerate(events)],
        "event_sides": [{"event": event.id, **row} for event in events for row in _sides(event)],
        "event_mentions": [{"event": event.id, **row} for event in events for row in _spans(text, event.mentions)],
        "quantities": [{"event": event.id, **row} for event in events for row in _quantities(text, event)],
    }


def _event(text: str, event: Event, number: int) -> Row:
    return {
        "id": event.id, "number": number, "type": event.type, "mode": event.mode, "contexts": list(event.contexts),
        "cameo": event.cameo, "goldstein": event.goldstein, **_span("trigger", text, event.trigger),
        "factuality": event.factuality, **_date(event.date), **_place(event.place), "statement": event.statement,
        "reported_by": list(event.reported_by), "in_headline": event.in_headline, "confidence": event.confidence,
        "reason": event.reason,
    }  # fmt: skip


def _sides(event: Event) -> Iterator[Row]:
    for side, actors in (("source", event.sources), ("target", event.targets)):
        for number, actor in enumerate(actors):
            yield {"side": side, "number": number, "actor": actor}


def _quantities(text: str, event: Event) -> Iterator[Row]:
    for quantity in event.quantities:
        amount = {"what": quantity.what, "low": quantity.low, "high": quantity.high, "unit": quantity.unit}
        yield {**amount, **_span("span", text, quantity.span, "words")}


def _position(text: str, position: Position, number: int) -> Row:
    return {
        "id": position.id, "number": number, "actor": position.actor, "proposal": position.proposal,
        "proposal_name": proposal_name(position.proposal), "stance": position.stance,
        **_span("evidence", text, position.evidence), **_span("condition", text, position.condition),
        "reported_by": list(position.reported_by), **_date(position.date), "confidence": position.confidence,
        "reason": position.reason, "other_names": list(position.other_names),
    }  # fmt: skip


def _date(interval: DateInterval | None) -> Row:
    return {
        "date_start": interval and interval.start, "date_end": interval and interval.end,
        "date_precision": interval and interval.precision, "date_basis": interval and interval.basis,
    }  # fmt: skip


def _place(place: Place | None) -> Row:
    return {
        "place_name": place and place.name, "place_country": place and place.country,
        "place_latitude": place and place.latitude, "place_longitude": place and place.longitude,
    }  # fmt: skip


def _spans(text: str, spans: Iterable[Span]) -> Iterator[Row]:
    return (_span("span", text, span, "words") for span in spans)


def _span(prefix: str, text: str, span: Span | None, words: str | None = None) -> Row:
    start, end = span or (None, None)
    return {f"{prefix}_start": start, f"{prefix}_end": end, words or f"{prefix}_words": span and text[start:end]}
