"""The balance of cooperation and conflict between pairs of states: the sum of Goldstein weights over distinct incidents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

from dateline.analysis.incidents import NARROW, Incident
from dateline.analysis.tellings import width
from dateline.analysis.timeline import prominence
from dateline.corroboration.parties import Party
from dateline.knowledge.event_words import QUAD_CLASSES, event_words


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two states and what happened between them, in either direction.

    `balance` is the sum of the weights (-10 to +10 each) of the incidents that have one; `quad` counts the incidents by
    quad class, in the order of `QUAD_CLASSES`.
    """

    states: tuple[Party, Party]
    balance: float
    incidents: tuple[Incident, ...]
    quad: tuple[int, int, int, int]

    @property
    def mean(self) -> float | None:
        """The balance by the number of incidents that have a weight; None where none has."""
        weighed = sum(incident.goldstein is not None for incident in self.incidents)
        return round(self.balance / weighed, 1) if weighed else None

    @property
    def most_telling(self) -> Incident:
        """The most widely told one, of those that are dated to a few days if there are any; rather between the two alone."""
        return max(self.incidents, key=self._telling)

    def _telling(self, incident: Incident) -> tuple[bool, int, bool, tuple[int, int, int, bool, bool, float]]:
        wide = width(incident.when)
        news = wide is not None and wide <= NARROW and not incident.is_background
        alone = set(incident.parties) == set(self.states)
        return news, len(incident.origins), alone, prominence(incident)


def dyads(found: Iterable[Incident]) -> tuple[Dyad, ...]:
    """Pairs of states, those with most incidents first. What is planned, denied or only claimed does not count."""
    pairs: defaultdict[tuple[Party, Party], list[Incident]] = defaultdict(list)
    for incident in found:
        if incident.reality == "told" and not incident.only_claimed:
            for pair in _pairs(incident):
                pairs[pair].append(incident)
    made = [_dyad(pair, members) for pair, members in pairs.items()]
    return tuple(sorted(made, key=lambda d: (-len(d.incidents), d.balance, d.states)))


def _pairs(incident: Incident) -> set[tuple[Party, Party]]:
    """Source with target; where nobody is acted upon, the joint actors with each other if the event has no direction."""
    if incident.targets:
        couples = product(incident.sources, incident.targets)
    elif event_words(incident.type).symmetric:
        couples = combinations(incident.sources, 2)  # type: ignore[assignment]
    else:
        return set()
    return {_in_order(pair) for pair in couples if pair[0] != pair[1] and all(p.is_state for p in pair)}


def _in_order(pair: tuple[Party, Party]) -> tuple[Party, Party]:
    first, second = sorted(pair, key=lambda party: party.name)
    return first, second


def _dyad(pair: tuple[Party, Party], members: list[Incident]) -> Dyad:
    balance = sum(incident.goldstein or 0.0 for incident in members)
    counts = Counter(event_words(incident.type).quad_class for incident in members)
    first, second, third, fourth = (counts[name] for name in QUAD_CLASSES)
    return Dyad(pair, round(balance, 1), tuple(members), (first, second, third, fourth))
