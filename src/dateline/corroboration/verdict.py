"""How sure it is that two things are one: evidence for and against, added up as log odds.

After Fellegi and Sunter, "A theory of record linkage" (1969).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from dateline.knowledge.match_evidence import Things, match_evidence

PRIOR = frozenset({"prior", "any_two"})
"""Rows that every verdict has; no reason names them."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`odds` are log odds; `evidence` names rows of the table of these things; `about` says what was compared."""

    odds: float
    evidence: tuple[str, ...]
    things: Things
    about: str = ""

    @property
    def score(self) -> float:
        """The odds as a probability."""
        return round(1 / (1 + math.exp(-self.odds)), 3)

    @property
    def reason(self) -> str:
        """The evidence in words, each with its weight."""
        table = match_evidence(self.things)
        return self.about + "; ".join(f"{table[key].words} {table[key].weight:+.1f}" for key in self.evidence if key not in PRIOR)
