"""How much words tell that two texts share: rarity above that of common words, summed."""

from __future__ import annotations

import math
from functools import cache, lru_cache

from dateline.knowledge.word_rarity import UNSEEN, rarities

COMMON = 3.0
"""Rarity of a word that tells nothing."""


@lru_cache(maxsize=1 << 16)
def rarity_of(words: frozenset[str]) -> float:
    """The rarity of stems above the common, summed."""
    # An exact sum does not depend on the order of a set, which differs from run to run.
    return math.fsum([_of_word(word) for word in words])


@cache
def _of_word(word: str) -> float:
    return max(rarities().get(word, UNSEEN) - COMMON, 0.0)
