"""Decisions that two reports tell one incident or do not: a user's, and merges of incidents that the program made late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.archive.decision import PairDecision


@dataclass(frozen=True, slots=True)
class IncidentDecision(PairDecision):
    """One row of the table of that name; a decision about several pairs of reports has several rows with one `number`.

    `a` and `b` are ids of events, each of its article, with the words of its trigger; `score` is None where a user decided.
    """

    number: int
    kind: Literal["merge", "split"]
    a_article: str
    a: str
    a_words: str
    b_article: str
    b: str
    b_words: str
    score: float | None
    reason: str
    decided_by: str
    decided_at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.a, self.b))


def wanted(decisions: Iterable[IncidentDecision]) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The pairs that users want together and apart; of two about one pair the newer holds."""
    together: set[frozenset[str]] = set()
    apart: set[frozenset[str]] = set()
    for decision in sorted((d for d in decisions if d.is_users), key=lambda d: (d.undone_at or d.decided_at, d.number)):
        splits = decision.kind == "split" or decision.is_veto
        (apart if splits else together).add(decision.pair)
        (together if splits else apart).discard(decision.pair)
    return together, apart
