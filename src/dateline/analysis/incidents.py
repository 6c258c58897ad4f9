"""The incidents of a corpus with their best words first, who vouches for them, and where their reports differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.analysis.corpus import Corpus
from dateline.analysis.tellings import Side, Telling, first_day, last_day, tellings
from dateline.corroboration.contradictions import Contradiction
from dateline.corroboration.origins import Origins
from dateline.corroboration.vouching import Vouched, vouched
from dateline.records import DateInterval, EventType

NARROW = timedelta(days=7)
"""A wider interval ("in November", "this year") does not say when something happened as news do."""
DENIALS = frozenset(("denied", "negated"))

Reality = Literal["told", "planned", "denied", "hypothetical"]
"""`told`: somebody says that it happened, though another may deny it; `denied`: nobody does."""


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident of the archive with those of its reports that the analysis looks at, the best one first.

    Copies are kept, and count for nothing. `vouching` and `contradictions` are those of all reports, looked at or not.
    """

    id: str
    type: EventType
    sources: Side
    targets: Side
    when: DateInterval | None
    reality: Reality
    tellings: tuple[Telling, ...]
    vouching: Origins
    contradictions: tuple[Contradiction, ...] = ()

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
        return self.vouching.origins

    def origin_of(self, telling: Telling) -> str:
        """The outlet from which a telling comes in the end."""
        key = telling.evidence.article, telling.event.id
        return next((t.last for t in self.vouching.testimonies if (t.article, t.event) == key), telling.evidence.outlet)

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


def incidents(corpus: Corpus, part: Corpus | None = None, minimum_confidence: float = 0.0) -> tuple[Incident, ...]:
    """The incidents of which an article of `part`, or of the corpus, tells, earliest first; undated ones by their first report.

    `part` is what was asked for: it may lack articles and events of the corpus. Who vouches for an incident is always said for
    the whole corpus.
    """
    told = {(t.evidence.article, t.event.id): t for t in tellings(part or corpus, minimum_confidence)}
    concerned = {article for article, _ in told}
    stored = [i for i in corpus.incidents if not concerned.isdisjoint(i.articles)]
    readings = {reading.article.id: reading for reading in corpus.readings}
    found = (_incident(one, told) for one in vouched(stored, readings, corpus.relations))
    return tuple(sorted((incident for incident in found if incident), key=_when))


def common_mode(incident: Incident) -> str | None:
    """The mode that most tellings give, None where none does."""
    modes = Counter(t.event.mode for t in incident.tellings if t.event.mode)
    return modes.most_common(1)[0][0] if modes else None


def _incident(one: Vouched, told: dict[tuple[str, str], Telling]) -> Incident | None:
    """None where no report of it is looked at."""
    members = [told[r.article, r.event] for r in one.incident.reports if (r.article, r.event) in told]
    if not members:
        return None
    happened = [t for t in members if t.event.factuality not in DENIALS]
    kind = Counter(t.event.type for t in happened or members).most_common(1)[0][0]
    ranked = tuple(sorted(members, key=lambda t: (bool(happened) and t not in happened, t.event.type != kind, *_quality(t))))
    reality: Reality = one.incident.reality if happened else "denied"
    return Incident(one.incident.id, kind, *_sides(ranked), one.incident.when, reality, ranked, one.origins, one.contradictions)


def _sides(ranked: Sequence[Telling]) -> tuple[Side, Side]:
    """Those of the best telling that names somebody, where possible on both sides."""
    best = min(ranked, key=lambda t: (not (t.sources and t.targets), not t.sources, not t.targets))
    return best.sources, best.targets


def _quality(telling: Telling) -> tuple[bool, bool, bool, bool, bool, int, bool, float, date, str]:
    """Best first: an original that appeared soon after the event, names both sides, and vouches for it itself."""
    event, day = telling.event, telling.evidence.published or date.max
    early = bool(telling.date and telling.date.start and telling.date.start > day)
    alone = len(telling.parties) < 2
    doubts = (telling.is_copy, early, event.factuality != "actual", alone, bool(event.reported_by))
    return (*doubts, telling.lateness, telling.is_abrupt, -event.confidence, day, event.id)


def _when(incident: Incident) -> tuple[date, date, str]:
    start, end = first_day(incident.when), last_day(incident.when)
    return start or end or incident.reported or date.max, end or date.max, incident.best.event.id


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
