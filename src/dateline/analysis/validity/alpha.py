"""Krippendorff's alpha for nominal values: how far coders agree beyond what their values would give by chance.

Own code from the formula in Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"
(https://repository.upenn.edu/asc_papers/43): alpha = 1 - (observed / expected disagreement), over the pairs of values within
units. Any number of coders; a unit with fewer than two values is left out. The interval is a percentile bootstrap over units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ROUNDS = 2000
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alpha` is None where all values are one and the same: there is nothing to tell apart. `same` is the plain share."""

    units: int
    same: float
    alpha: float | None
    low: float | None
    high: float | None


def agreement(units: Sequence[Sequence[str | None]], *, seed: int = 0) -> Agreement | None:
    """The agreement of coders, given for each unit what each of them coded (None: nothing); None where no two coded one unit."""
    counts = _counts(units)
    if not len(counts):
        return None
    sizes = counts.sum(axis=1)
    same = float((_same_pairs(counts) / (sizes - 1)).sum() / sizes.sum())
    whole = _alphas(np.ones((1, len(counts))), counts)[0]
    if not np.isfinite(whole):
        return Agreement(len(counts), same, None, None, None)
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=ROUNDS).astype(np.float64)
    found = _alphas(drawn, counts)
    low, high = np.quantile(found[np.isfinite(found)], [0.025, 0.975])
    return Agreement(len(counts), same, float(whole), float(low), float(high))


def _counts(units: Sequence[Sequence[str | None]]) -> Numbers:
    """A row for each unit with two values or more, a column for each value: how many coders gave it."""
    pairable = [[value for value in unit if value is not None] for unit in units]
    pairable = [unit for unit in pairable if len(unit) > 1]
    values = sorted({value for unit in pairable for value in unit})
    rows = [[unit.count(value) for value in values] for unit in pairable]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(values))


def _same_pairs(counts: Numbers) -> Numbers:
    """Ordered pairs of equal values within each unit."""
    pairs: Numbers = (counts * (counts - 1)).sum(axis=1)
    return pairs


def _alphas(times: Numbers, counts: Numbers) -> Numbers:
    """Alpha for each row of `times`, which says how often each unit is taken; not a number where only one value is left."""
    sizes = counts.sum(axis=1)
    values = times @ counts
    n = values.sum(axis=1)
    observed = 1 - times @ (_same_pairs(counts) / (sizes - 1)) / n
    expected = 1 - (values * (values - 1)).sum(axis=1) / (n * (n - 1))
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Numbers = np.where(expected > 0, 1 - observed / expected, np.nan)
    return found
