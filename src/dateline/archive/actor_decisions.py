"""Decisions that two actors are one or are not, and which groups of actors follow from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.archive.decision import PairDecision

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ActorDecision(PairDecision):
    """One row of the table of that name; a decision about several pairs has several rows with one `number`.

    `a` and `b` are actor ids, the names those of the day of the decision; `score` is None where a user decided; times are UTC.
    """

    number: int
    kind: Literal["merge", "split"]
    a: str
    b: str
    a_name: str
    b_name: str
    score: float | None
    reason: str
    decided_by: str
    decided_at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def pair(self) -> Pair:
        return in_order(self.a, self.b)


def in_order(a: str, b: str) -> Pair:
    """A pair without direction."""
    return (a, b) if a <= b else (b, a)


def groups(decisions: Iterable[ActorDecision]) -> tuple[frozenset[str], ...]:
    """The actors that are one, as groups of two and more.

    What the user wants comes first, the newest before older ones; then the program's splits, then its merges by score. A
    decision that contradicts one before it is passed over: two actors that are apart never come together through a third.
    """
    partition = _Partition()
    for decision in sorted(decisions, key=_rank):
        if decision.kind == "split" or decision.is_veto:
            partition.keep_apart(decision.a, decision.b)
        else:
            partition.join(decision.a, decision.b)
    return partition.groups()


def _rank(decision: ActorDecision) -> tuple[int, float, int]:
    if decision.is_users:
        return 0, -(decision.undone_at or decision.decided_at).timestamp(), -decision.number
    return (1, 0.0, decision.number) if decision.kind == "split" else (2, -(decision.score or 0.0), decision.number)


class _Partition:
    """Disjoint groups, some of which must stay apart."""

    def __init__(self) -> None:
        self._group: dict[str, set[str]] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)

    def join(self, a: str, b: str) -> None:
        one, other = self._of(a), self._of(b)
        if one is other or any(self._apart[member] & other for member in one):
            return
        one |= other
        for member in other:
            self._group[member] = one

    def keep_apart(self, a: str, b: str) -> None:
        if self._of(a) is not self._of(b):
            self._apart[a].add(b)
            self._apart[b].add(a)

    def groups(self) -> tuple[frozenset[str], ...]:
        return tuple(dict.fromkeys(frozenset(group) for group in self._group.values() if len(group) > 1))

    def _of(self, actor: str) -> set[str]:
        return self._group.setdefault(actor, {actor})
