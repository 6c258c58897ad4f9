"""Each event of each article as one telling: its sides as parties, its words, and who vouches for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dateline.analysis.corpus import Corpus, published_on
from dateline.analysis.evidence import Evidence, event_evidence
from dateline.analysis.quote import ELLIPSIS
from dateline.corroboration.parties import Party, parties_of, party_of, person_of
from dateline.records import Actor, DateInterval, Event, Reading, Statement

HISTORY = timedelta(days=365)
"""An event that ended longer than this before its article appeared is background, no news."""
FRESH, RECENT = timedelta(days=3), timedelta(days=21)
"""How soon after the event an article appears that tells it as news, and as something still remembered."""

Side = tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of an article and the parties that it names."""

    text: str
    parties: frozenset[Party] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of an event.

    Where the event stands in a statement, `speaker` is who makes it and `speaks_for` the state or body behind the speaker.
    """

    event: Event
    sources: Side
    targets: Side
    evidence: Evidence
    headline: Headline | None
    speaker: Party | None
    speaks_for: Party | None
    is_copy: bool

    @property
    def date(self) -> DateInterval | None:
        return self.event.date

    @property
    def parties(self) -> frozenset[Party]:
        return frozenset((*self.sources, *self.targets))

    @property
    def is_abrupt(self) -> bool:
        """Whether its words begin within a sentence."""
        return self.evidence.quote.text.startswith(ELLIPSIS)

    @property
    def lateness(self) -> int:
        """0 for news, 1 for what is still remembered, 2 for what is looked back on; 0 where a date is not known."""
        day, end = self.evidence.published, last_day(self.date)
        if day is None or end is None:
            return 0
        return 0 if day - end <= FRESH else 1 if day - end <= RECENT else 2


def tellings(corpus: Corpus, minimum_confidence: float = 0.0) -> tuple[Telling, ...]:
    """All events of the corpus with known sides, except what was history when its article appeared."""
    return tuple(telling for reading in corpus.readings for telling in _told_in(corpus, reading, minimum_confidence))


def is_history(when: DateInterval | None, published: date | None) -> bool:
    """Whether the event ended more than a year before the article appeared."""
    return bool(when and when.end and published and published - when.end > HISTORY)


def first_day(when: DateInterval | None) -> date | None:
    """The first day that the interval can mean, None where it is open or unknown."""
    return when.start if when else None


def last_day(when: DateInterval | None) -> date | None:
    """The last day that the interval can mean, None where it is open or unknown."""
    return when.end if when else None


def width(when: DateInterval | None) -> timedelta | None:
    """From the first day to the last; None where a bound is open or unknown."""
    start, end = first_day(when), last_day(when)
    return end - start if start and end else None


@dataclass(frozen=True)
class _Context:
    """What all tellings of one article share."""

    reading: Reading

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.reading.actors}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.reading.statements}

    @cached_property
    def headline(self) -> Headline | None:
        article = self.reading.article
        if not article.title:
            return None
        head = article.headline
        named = {party_of(a) for a in self.reading.actors if head and any(head.contains(span) for span in a.mentions)}
        return Headline(article.title, frozenset(named))

    def speaker(self, event: Event) -> Actor | None:
        """Who makes the statement that carries the event; a group of speakers is named as the article names it."""
        statement = self.statements.get(event.statement or "")
        return self.actors.get(statement.speaker or "") if statement else None


def _told_in(corpus: Corpus, reading: Reading, minimum: float) -> Iterator[Telling]:
    context, published = _Context(reading), published_on(reading.article)
    is_copy = corpus.is_copy(reading.article)
    for event in reading.events:
        if event.confidence >= minimum and not is_history(event.date, published):
            yield _telling(context, event, is_copy)


def _telling(context: _Context, event: Event, is_copy: bool) -> Telling:
    reading = context.reading
    sources, targets = parties_of(reading, event.sources), parties_of(reading, event.targets)
    targets = tuple(party for party in targets if party not in sources)
    speaker = context.speaker(event)
    voice, behind = (person_of(speaker), party_of(speaker)) if speaker else (None, None)
    return Telling(event, sources, targets, event_evidence(reading, event), context.headline, voice, behind, is_copy)
