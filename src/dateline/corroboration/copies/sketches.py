"""Sketches of texts, by which the few that may share text are found without comparing all with all.

MinHash values of the shingles (Broder 1997, "On the resemblance and containment of documents") are joined two by two into bands
(Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3). Two texts that agree in two bands or more are compared. A
text cut to its half agrees with the whole in 32 of the 128 bands on average, one that is half of it and half something else in
14; two reports of one event that share a shingle in a hundred agree in two bands once in ten thousand cases.
"""

from __future__ import annotations

import numpy as np
import rensa

from dateline.corroboration.copies.runs import RUN_WORDS, Shingles

VALUES, SEED = 256, 1
METHOD = f"rensa RMinHash v{rensa.RMinHash.ALGORITHM_VERSION}, {VALUES} values, seed {SEED}, {RUN_WORDS} words"
AGREEING_BANDS = 2
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""An odd number that spreads the place of a band over all bits, so that one column can hold the bands of all places."""


def signature(found: Shingles) -> tuple[int, ...]:
    """The MinHash values, numbers of 32 bits."""
    sketch = rensa.RMinHash(num_perm=VALUES, seed=SEED)
    sketch.update(list(found))
    return tuple(sketch.digest())


def bands(found: Shingles) -> list[int]:
    """The bands of a text as numbers of 32 bits; equal bands of two texts stand at the same place in both."""
    pairs = np.asarray(signature(found), dtype="<u4").view("<u8")
    places = np.arange(1, len(pairs) + 1, dtype=np.uint64)
    mixed: list[int] = (((pairs ^ places) * _SPREAD) >> np.uint64(32)).tolist()
    return mixed
