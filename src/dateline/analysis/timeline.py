"""Which incidents a timeline shows: the most widely told ones that are dated, and nothing twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dateline.analysis.incidents import NARROW, Incident
from dateline.analysis.tellings import first_day, last_day, width

LONGEST = timedelta(days=31)
"""Events dated less precisely than to a month have no place in the timeline."""
A_DAY = 3
"""So many incidents of one day at most: one great day must not crowd out a year."""


def prominence(incident: Incident) -> tuple[int, int, int, bool, bool, float]:
    """Greater for what more independent outlets tell, for what states do to each other, and what headlines tell."""
    headline = any(t.event.in_headline for t in incident.tellings)
    states = min(sum(party.is_state for party in incident.parties), 2)
    return len(incident.origins), len(incident.outlets), states, headline, bool(incident.targets), incident.confidence


def timeline(told: Iterable[Incident]) -> tuple[Incident, ...]:
    """The incidents that a timeline may show, in order: dated, news when told, and not told more precisely by another."""
    dated = [i for i in told if (wide := width(i.when)) is not None and wide <= LONGEST and not i.is_background]
    precise: defaultdict[object, list[date]] = defaultdict(list)
    for incident in dated:
        if (start := first_day(incident.when)) and not _wide(incident):
            for party in incident.sources:
                precise[incident.type, party].append(start)
    return tuple(incident for incident in dated if not _wide(incident) or not _dated_better(incident, precise))


def most_prominent(found: Iterable[Incident], most: int) -> tuple[Incident, ...]:
    """At most so many, the foremost ones, in the order given; what a single outlet tells only where there is little else."""
    ordered = list(found)
    ranked = sorted(range(len(ordered)), key=lambda place: prominence(ordered[place]), reverse=True)
    return tuple(ordered[place] for place in sorted(_spread(ordered, ranked)[:most]))


def _spread(ordered: Sequence[Incident], ranked: Sequence[int]) -> list[int]:
    """The places in rank order, those that would crowd one day put last."""
    taken: Counter[object] = Counter()
    first: list[int] = []
    later: list[int] = []
    for place in ranked:
        incident = ordered[place]
        day = first_day(incident.when) or incident.reported
        taken[day] += 1
        (first if taken[day] <= A_DAY else later).append(place)
    return first + later


def _wide(incident: Incident) -> bool:
    wide = width(incident.when)
    return wide is None or wide > NARROW


def _dated_better(incident: Incident, precise: dict[object, list[date]]) -> bool:
    start, end = first_day(incident.when), last_day(incident.when)
    days = [day for party in incident.sources for day in precise.get((incident.type, party), ())]
    return bool(start and end and any(start <= day <= end for day in days))
