"""Hypothesis strategies for the records: any reading that the types allow, with spans inside the article's text."""

from __future__ import annotations

import string
from datetime import date
from typing import get_args

from hypothesis import strategies as st

from dateline.records import (
    Act,
    Actor,
    ActorKind,
    Article,
    DateInterval,
    Event,
    EventType,
    Factuality,
    LeftOut,
    Place,
    Position,
    Precision,
    Published,
    Quantity,
    Reading,
    Span,
    Stance,
    Statement,
    StatementKind,
    content_id,
)

ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
WORDS = st.text(string.ascii_letters + " .'’“”é中\n", min_size=1, max_size=30)
MAYBE_WORDS = st.none() | WORDS
WORD_TUPLES = st.lists(WORDS, max_size=3).map(tuple)
SHARES = st.floats(0, 1)
NUMBERS = st.none() | st.floats(-1e9, 1e9)
COUNTRIES = st.none() | st.sampled_from(("USA", "RUS", "PRK", "KOR", "CHN"))
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def choices(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


def spans(length: int) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda pair: Span(*sorted(pair)))


def span_tuples(length: int, *, minimum: int = 0) -> st.SearchStrategy[tuple[Span, ...]]:
    return st.lists(spans(length), min_size=minimum, max_size=3).map(tuple)


def date_intervals() -> st.SearchStrategy[DateInterval]:
    return st.builds(DateInterval, st.none() | DAYS, st.none() | DAYS, choices(Precision), st.sampled_from(("text", "published")))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text, outlet = draw(ANY_TEXT), draw(MAYBE_WORDS)
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Article(
        id=content_id("article", text, outlet, first),
        text_hash=content_id("text", text),
        source=draw(WORDS),
        outlet=outlet,
        title=draw(MAYBE_WORDS),
        url=draw(MAYBE_WORDS),
        byline=draw(MAYBE_WORDS),
        language=draw(st.none() | st.just("en")),
        published=draw(st.none() | st.just(Published(first, last, "given"))),
        text=text,
        left_out=draw(st.lists(st.builds(LeftOut, ANY_TEXT, WORDS), max_size=2).map(tuple)),
        headline=draw(st.none() | st.just(Span(0, len(text) // 2))),
    )


def actors(length: int) -> st.SearchStrategy[Actor]:
    return st.builds(
        Actor,
        id=WORDS.map(lambda name: content_id("actor", name)),
        name=WORDS,
        kind=choices(ActorKind),
        country=COUNTRIES,
        code=MAYBE_WORDS,
        aliases=WORD_TUPLES,
        role=MAYBE_WORDS,
        role_from=st.none() | DAYS,
        role_until=st.none() | DAYS,
        role_conflict=MAYBE_WORDS,
        members=WORD_TUPLES,
        mentions=span_tuples(length),
        reason=WORDS,
    )


def statements(length: int) -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        id=WORDS.map(lambda key: content_id("statement", key)),
        kind=choices(StatementKind),
        act=choices(Act),
        source=span_tuples(length),
        cue=span_tuples(length),
        content=span_tuples(length, minimum=1),
        speaker=MAYBE_WORDS,
        addressees=WORD_TUPLES,
        reported_by=WORD_TUPLES,
        inside=MAYBE_WORDS,
        date=st.none() | date_intervals(),
        confidence=SHARES,
        reason=WORDS,
    )


def quantities(length: int) -> st.SearchStrategy[Quantity]:
    return st.builds(Quantity, WORDS, NUMBERS, NUMBERS, MAYBE_WORDS, spans(length))


def events(length: int) -> st.SearchStrategy[Event]:
    return st.builds(
        Event,
        id=WORDS.map(lambda key: content_id("event", key)),
        type=choices(EventType),
        mode=MAYBE_WORDS,
        contexts=WORD_TUPLES,
        cameo=MAYBE_WORDS,
        goldstein=st.none() | st.floats(-10, 10),
        trigger=spans(length),
        mentions=span_tuples(length),
        sources=WORD_TUPLES,
        targets=WORD_TUPLES,
        factuality=choices(Factuality),
        date=st.none() | date_intervals(),
        place=st.none() | st.builds(Place, WORDS, COUNTRIES, st.none() | st.floats(-90, 90), st.none() | st.floats(-180, 180)),
        quantities=st.lists(quantities(length), max_size=2).map(tuple),
        statement=MAYBE_WORDS,
        reported_by=WORD_TUPLES,
        in_headline=st.booleans(),
        confidence=SHARES,
        reason=WORDS,
    )


def positions(length: int) -> st.SearchStrategy[Position]:
    return st.builds(
        Position,
        id=WORDS.map(lambda key: content_id("position", key)),
        actor=WORDS,
        proposal=WORDS,
        stance=choices(Stance),
        evidence=spans(length),
        condition=st.none() | spans(length),
        reported_by=WORD_TUPLES,
        date=st.none() | date_intervals(),
        confidence=SHARES,
        reason=WORDS,
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    article = draw(articles())
    length = len(article.text)
    return Reading(
        article=article,
        actors=draw(st.lists(actors(length), max_size=2, unique_by=lambda a: a.id).map(tuple)),
        statements=draw(st.lists(statements(length), max_size=2, unique_by=lambda s: s.id).map(tuple)),
        events=draw(st.lists(events(length), max_size=2, unique_by=lambda e: e.id).map(tuple)),
        positions=draw(st.lists(positions(length), max_size=2, unique_by=lambda p: p.id).map(tuple)),
        version=draw(WORDS),
    )
