"""How rarely a word stands in a sentence of international news: what two texts share in rare words tells more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import LateRows

UNSEEN = 8.5
"""Rarity of a word that is not in the table."""


@dataclass(frozen=True, slots=True)
class RareWord:
    """A word's stem, and minus the natural logarithm of the share of sentences with it."""

    stem: str
    rarity: float


@cache
def rarities() -> dict[str, float]:
    """All stems of the table; one that is missing has the rarity `UNSEEN`."""
    return {stem: float(rarity) for stem, rarity in LateRows("word_rarity.tsv", RareWord).cells("stem", "rarity")}
