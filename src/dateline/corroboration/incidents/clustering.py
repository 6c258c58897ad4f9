"""Which accounts become one incident: the surest pairs first, never against what speaks between any two of them.

Agglomerative, with constraints after Wagstaff and others, "Constrained K-means clustering with background knowledge" (2001):
two incidents are joined by their best pair only where no pair of theirs is impossible and all pairs together speak for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from dateline.corroboration.verdict import Verdict

LINK = 0.7
"""Log odds from which on a pair links two accounts: .67."""
TOGETHER = -0.6
"""Mean log odds that the pairs of two incidents must have to be joined."""
WORST = -6.0
"""Log odds below which a single pair keeps two incidents apart."""
COMPARED = 12
"""Accounts of an incident that a newcomer is compared with: those that say most."""

Pair = tuple[int, int]
Compare = Callable[[int, int], Verdict | None]


@dataclass(frozen=True, slots=True)
class Join:
    """Two incidents, or an account and one, that became one: by which pair."""

    pair: Pair
    verdict: Verdict


class Clusters:
    """Disjoint groups of accounts by number; some numbers may be barred from one another."""

    def __init__(
        self,
        groups: Iterable[Collection[int]],
        apart: Collection[frozenset[int]],
        order: Mapping[int, tuple[bool, bool, int, str]],
    ) -> None:
        self._group: dict[int, set[int]] = {}
        self._apart, self._order = apart, order
        for group in groups:
            members = set(group)
            self._group |= dict.fromkeys(members, members)

    def unite(self, pair: Pair) -> None:
        """Put two groups together, whatever speaks against it."""
        one, other = self._group[pair[0]], self._group[pair[1]]
        if one is not other:
            one |= other
            self._group |= dict.fromkeys(other, one)

    def join(self, likely: Iterable[Join], compare: Compare) -> list[Join]:
        """Unite by the surest pairs first; those that were followed are given back, in that order."""
        done: list[Join] = []
        for candidate in sorted(likely, key=lambda join: (-join.verdict.odds, *sorted(self._order[n] for n in join.pair))):
            one, other = (self._group[number] for number in candidate.pair)
            if one is not other and self._may(one, other, compare):
                self.unite(candidate.pair)
                done.append(candidate)
        return done

    def groups(self) -> list[frozenset[int]]:
        """All groups, also those of one."""
        return list(dict.fromkeys(frozenset(group) for group in self._group.values()))

    def _may(self, one: set[int], other: set[int], compare: Compare) -> bool:
        if self._apart and any(frozenset(pair) in self._apart for pair in product(one, other)):
            return False
        verdicts = [compare(a, b) for a, b in product(self._most_telling(one), self._most_telling(other))]
        odds = [verdict.odds for verdict in verdicts if verdict is not None]
        return len(odds) == len(verdicts) and min(odds) > WORST and sum(odds) / len(odds) >= TOGETHER

    def _most_telling(self, group: set[int]) -> Sequence[int]:
        return list(islice(sorted(group, key=self._order.__getitem__), COMPARED))
