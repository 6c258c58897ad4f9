"""The same event told in several articles as one incident: same type, same sides, dates that can be the same day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.analysis.joining import join_variants
from dateline.analysis.tellings import Side, Telling, first_day, last_day, width
from dateline.knowledge.event_words import event_words
from dateline.records import DateInterval, EventType, Factuality

NARROW = timedelta(days=7)
"""Two wider intervals ("in November", "this year") are one incident only where they are equal."""
REPORTED_TOGETHER = timedelta(days=3)
"""Undated events can be one incident where their articles appeared no further apart than this."""
LAG, PASSED_ON_LAG = timedelta(days=1), timedelta(days=2)

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
class Incident:
    """An event with all its tellings, the best one first. Copies are kept, and count for nothing."""

    type: EventType
    sources: Side
    targets: Side
    when: DateInterval | None
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
    def articles(self) -> frozenset[str]:
        """Ids of the articles that tell it, copies left out."""
        return frozenset(t.evidence.article for t in self.tellings if not t.is_copy)

    @property
    def parties(self) -> Side:
        return tuple(dict.fromkeys((*self.sources, *self.targets)))

    @property
    def reported(self) -> date | None:
        """When it was first told: all that is known of the time of an undated event."""
        return min((t.evidence.published for t in self.tellings if t.evidence.published), default=None)

    @property
    def only_claimed(self) -> bool:
        """True where no article vouches for it itself."""
        return self.reality == "told" and all(t.event.factuality == "claimed" for t in self.tellings)

    @property
    def is_background(self) -> bool:
        """True where every article only looks back on it."""
        return all(t.lateness > 1 for t in self.tellings)

    @property
    def confidence(self) -> float:
        return max(t.event.confidence for t in self.tellings)

    @property
    def goldstein(self) -> float | None:
        """The weight of the best telling that has one: -10 (conflict) to +10 (cooperation)."""
        return next((t.event.goldstein for t in self.tellings if t.event.goldstein is not None), None)


def incidents(told: Iterable[Telling]) -> tuple[Incident, ...]:
    """Merge tellings into incidents, earliest first, undated ones by the day of their first report.

    Tellings of which nobody is the source are left out.
    """
    groups: defaultdict[object, list[Telling]] = defaultdict(list)
    for telling in told:
        if telling.sources:
            groups[_identity(telling)].append(telling)
    clusters = [cluster for group in groups.values() for cluster in _by_date(group)]
    return tuple(sorted((_incident(cluster) for cluster in join_variants(clusters)), key=_when))


def common_mode(incident: Incident) -> str | None:
    """The mode that most tellings give, None where none does."""
    modes = Counter(t.event.mode for t in incident.tellings if t.event.mode)
    return modes.most_common(1)[0][0] if modes else None


def _identity(telling: Telling) -> object:
    sources = frozenset(party.key for party in telling.sources)
    targets = frozenset(party.key for party in telling.targets)
    reality = _REALITY[telling.event.factuality]
    if event_words(telling.event.type).symmetric:
        return telling.event.type, sources | targets, frozenset(), reality
    return telling.event.type, sources, targets, reality


def _by_date(group: Sequence[Telling]) -> list[list[Telling]]:
    """Greedy: the most precise dates first, each telling joins the first cluster whose date it can share."""
    clusters: list[list[Telling]] = []
    for telling in sorted(group, key=_precision):
        members = next((cluster for cluster in clusters if _same_time(cluster[0], telling)), None)
        if members is None:
            clusters.append([telling])
        else:
            members.append(telling)
    return clusters


def _incident(members: Sequence[Telling]) -> Incident:
    """The first member has the most precise date."""
    ranked = sorted(members, key=_quality)
    best, when = ranked[0], members[0].date
    return Incident(best.event.type, best.sources, best.targets, when, _REALITY[best.event.factuality], tuple(ranked))


def _quality(telling: Telling) -> tuple[bool, bool, bool, bool, bool, int, bool, float, date, str]:
    """Best first: an original that appeared soon after the event, names both sides, and vouches for it itself."""
    event, day = telling.event, telling.evidence.published or date.max
    early = bool(telling.date and telling.date.start and telling.date.start > day)
    alone = len(telling.parties) < 2
    doubts = (telling.is_copy, early, event.factuality != "actual", alone, bool(event.reported_by))
    return (*doubts, telling.lateness, telling.is_abrupt, -event.confidence, day, event.id)


def _precision(telling: Telling) -> tuple[bool, timedelta, str, date, str]:
    when, wide = telling.date, width(telling.date)
    if when is None or when.start is None or wide is None:
        return (True, timedelta(0), "", telling.evidence.published or date.max, telling.event.id)
    return (False, wide, "" if when.basis == "text" else "published", when.start, telling.event.id)


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
    start, end = first_day(incident.when), last_day(incident.when)
    return start or end or incident.reported or date.max, end or date.max, incident.best.event.id


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
