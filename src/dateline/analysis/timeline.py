"""The same event told in several articles as one incident: same type, same sides, dates that can be the same day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.analysis.corpus import Corpus, published_on
from dateline.analysis.evidence import Evidence, event_evidence
from dateline.analysis.parties import Party, parties_of, person_of
from dateline.knowledge.event_words import event_words
from dateline.records import DateInterval, Event, EventType, Factuality, Reading

HISTORY = timedelta(days=365)
"""An event that ended longer than this before its article appeared is background, no news."""
NARROW = timedelta(days=7)
"""Two wider intervals ("in November", "this year") are one incident only where they are equal."""
REPORTED_TOGETHER = timedelta(days=3)
"""Undated events can be one incident where their articles appeared no further apart than this."""
LAG, PASSED_ON_LAG = timedelta(days=1), timedelta(days=2)

Day = date
Side = tuple[Party, ...]
Reality = str
"""`told` (actual or claimed), `planned`, `denied` (denied or negated) or `hypothetical`: incidents never mix these."""
_REALITY: dict[Factuality, Reality] = {
    "actual": "told",
    "claimed": "told",
    "planned": "planned",
    "hypothetical": "hypothetical",
    "denied": "denied",
    "negated": "denied",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of an event; `speaker` is who says so, where the event stands in a statement."""

    event: Event
    sources: Side
    targets: Side
    date: DateInterval | None
    evidence: Evidence
    headline: str | None
    speaker: Party | None
    is_copy: bool

    @property
    def origin(self) -> str:
        """Who vouches for it: the outlet nearest to the facts."""
        return self.evidence.reported_by[-1] if self.evidence.reported_by else self.evidence.outlet


@dataclass(frozen=True, slots=True)
class Incident:
    """An event with all its tellings, the best one first. Copies are kept, and count for nothing."""

    type: EventType
    sources: Side
    targets: Side
    date: DateInterval | None
    reality: Reality
    tellings: tuple[Telling, ...]

    @property
    def best(self) -> Telling:
        return self.tellings[0]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Outlets that tell it, copies left out, each once."""
        return _distinct(t.evidence.outlet for t in self.tellings if not t.is_copy)

    @property
    def copied_by(self) -> tuple[str, ...]:
        """Outlets that carry it in a copy only."""
        return _distinct(t.evidence.outlet for t in self.tellings if t.is_copy and t.evidence.outlet not in self.outlets)

    @property
    def origins(self) -> tuple[str, ...]:
        """Outlets that vouch for it independently: one that only passes on another's report adds none."""
        return _distinct(t.origin for t in self.tellings if not t.is_copy)

    @property
    def parties(self) -> Side:
        return tuple(dict.fromkeys((*self.sources, *self.targets)))

    @property
    def reported(self) -> Day | None:
        """When it was first told: all that is known of the time of an undated event."""
        return min((t.evidence.published for t in self.tellings if t.evidence.published), default=None)

    @property
    def only_claimed(self) -> bool:
        """True where no article vouches for it itself."""
        return self.reality == "told" and all(t.event.factuality == "claimed" for t in self.tellings)

    @property
    def goldstein(self) -> float | None:
        """The weight of the best telling that has one: -10 (conflict) to +10 (cooperation)."""
        return next((t.event.goldstein for t in self.tellings if t.event.goldstein is not None), None)


def tellings(corpus: Corpus, minimum_confidence: float = 0.0) -> tuple[Telling, ...]:
    """All events of the corpus with known sides, except what was history when its article appeared."""
    return tuple(
        _telling(corpus, reading, event)
        for reading in corpus.readings
        for event in reading.events
        if event.confidence >= minimum_confidence and not is_history(event.date, published_on(reading.article))
    )


def incidents(told: Iterable[Telling]) -> tuple[Incident, ...]:
    """Merge tellings into incidents, earliest first, undated ones by the day of their first report.

    Tellings of which nobody is the source are left out.
    """
    groups: defaultdict[object, list[Telling]] = defaultdict(list)
    for telling in told:
        if telling.sources:
            groups[_identity(telling)].append(telling)
    found = [incident for group in groups.values() for incident in _by_date(group)]
    return tuple(sorted(found, key=_when))


def is_history(when: DateInterval | None, published: date | None) -> bool:
    """Whether the event ended more than a year before the article appeared."""
    return bool(when and when.end and published and published - when.end > HISTORY)


def _telling(corpus: Corpus, reading: Reading, event: Event) -> Telling:
    article = reading.article
    sources, targets = parties_of(reading, event.sources), parties_of(reading, event.targets)
    targets = tuple(party for party in targets if party not in sources)
    evidence, speaker = event_evidence(reading, event), _speaker(reading, event)
    return Telling(event, sources, targets, event.date, evidence, article.title, speaker, corpus.is_copy(article))


def _speaker(reading: Reading, event: Event) -> Party | None:
    """Who makes the statement that carries the event; a group of speakers is named as the article names it."""
    speaker = next((s.speaker for s in reading.statements if s.id == event.statement), None)
    return next((person_of(actor) for actor in reading.actors if actor.id == speaker), None)


def _identity(telling: Telling) -> object:
    sources = frozenset(party.key for party in telling.sources)
    targets = frozenset(party.key for party in telling.targets)
    reality = _REALITY[telling.event.factuality]
    if event_words(telling.event.type).symmetric:
        return telling.event.type, sources | targets, frozenset(), reality
    return telling.event.type, sources, targets, reality


def _by_date(group: Sequence[Telling]) -> list[Incident]:
    """Greedy: the most precise dates first, each telling joins the first incident whose date it can share."""
    clusters: list[list[Telling]] = []
    for telling in sorted(group, key=_precision):
        members = next((cluster for cluster in clusters if _same_time(cluster[0], telling)), None)
        if members is None:
            clusters.append([telling])
        else:
            members.append(telling)
    return [_incident(members) for members in clusters]


def _incident(members: list[Telling]) -> Incident:
    """The first member has the most precise date."""
    ranked = sorted(members, key=_quality)
    best, when = ranked[0], members[0].date
    return Incident(best.event.type, best.sources, best.targets, when, _REALITY[best.event.factuality], tuple(ranked))


def _quality(telling: Telling) -> tuple[bool, bool, bool, bool, float, date, str]:
    """Best first: an original that appeared after the event, vouches for it itself, and was read with confidence."""
    event, day = telling.event, telling.evidence.published or date.max
    early = bool(telling.date and telling.date.start and telling.date.start > day)
    return (telling.is_copy, early, event.factuality != "actual", bool(event.reported_by), -event.confidence, day, event.id)


def _precision(telling: Telling) -> tuple[bool, timedelta, str, date, str]:
    when = telling.date
    if when is None or when.start is None or when.end is None:
        return (True, timedelta(0), "", telling.evidence.published or date.max, telling.event.id)
    return (False, when.end - when.start, "" if when.basis == "text" else "published", when.start, telling.event.id)


def _lag(telling: Telling) -> timedelta:
    """How much too late a date can be that is only the article's own: papers print tomorrow what happens today."""
    if telling.date is None or telling.date.basis == "text":
        return timedelta(0)
    return PASSED_ON_LAG if telling.evidence.reported_by else LAG


def _same_time(first: Telling, other: Telling) -> bool:
    """Whether the two can be told of the same time."""
    if first.date is None or other.date is None:
        return first.date is other.date and _reported_together(first, other)
    if (first.date.start, first.date.end) == (other.date.start, other.date.end):
        return True
    return _overlap(first.date, other.date, _lag(other))


def _reported_together(first: Telling, other: Telling) -> bool:
    one, two = first.evidence.published, other.evidence.published
    return one == two or bool(one and two and abs(one - two) <= REPORTED_TOGETHER)


def _overlap(one: DateInterval, other: DateInterval, lag: timedelta) -> bool:
    """Whether two narrow intervals share a day, where `other` may be `lag` too late."""
    if not (one.start and one.end and other.start and other.end):
        return False
    if max(one.end - one.start, other.end - other.start) > NARROW:
        return False
    return one.start <= other.end and other.start - lag <= one.end


def _when(incident: Incident) -> tuple[date, date, str]:
    start, end = first_day(incident.date), last_day(incident.date)
    return start or end or incident.reported or date.max, end or date.max, incident.best.event.id


def first_day(when: DateInterval | None) -> date | None:
    """The first day that the interval can mean, None where it is open or unknown."""
    return when.start if when else None


def last_day(when: DateInterval | None) -> date | None:
    """The last day that the interval can mean, None where it is open or unknown."""
    return when.end if when else None


def common_mode(incident: Incident) -> str | None:
    """The mode that most tellings give, None where none does."""
    modes = Counter(t.event.mode for t in incident.tellings if t.event.mode)
    return modes.most_common(1)[0][0] if modes else None


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
