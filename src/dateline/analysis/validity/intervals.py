"""A share of a weighted sample with its interval.

The interval is Wilson's (Wilson 1927, "Probable inference, the law of succession, and statistical inference", J. Am. Stat.
Assoc. 22) over the effective size of the sample: the size of a simple random sample whose share would vary as much as this one
does, given strata and weights or the clusters that units come in.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Z95 = 1.959963984540054
NOTHING = 1e-12
"""What rounding may leave of a zero."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One unit: `value` from 0 (wrong) to 1 (right); `stratum` is what it was drawn from, `cluster` what it comes with."""

    value: float
    weight: float = 1.0
    stratum: str = ""
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A share with the bounds of its 95% interval, over `n` units; `effective` is the effective size."""

    n: int
    share: float
    low: float
    high: float
    effective: float


def share_of(units: Sequence[Scored]) -> Share | None:
    """The weighted share, its variance taken over strata; None where there is no unit."""
    return _share(units, _by(units, "stratum"), _kish(unit.weight for unit in units))


def share_of_clusters(units: Sequence[Scored]) -> Share | None:
    """The weighted share of units that were drawn in clusters, such as all events of whole articles."""
    totals = _totals(units)
    return _share(units, {"": totals}, _kish(weight for weight, _ in totals)) if units else None


def wilson(share: float, n: float) -> tuple[float, float]:
    """The bounds of the 95% interval of a share of `n` units."""
    shrunk = 1 + Z95**2 / n
    middle = (share + Z95**2 / (2 * n)) / shrunk
    half = Z95 / shrunk * math.sqrt(max(share * (1 - share), 0.0) / n + Z95**2 / (4 * n**2))
    return max(middle - half, 0.0), min(middle + half, 1.0)


def _share(units: Sequence[Scored], groups: dict[str, list[tuple[float, float]]], drawn: float) -> Share | None:
    """`drawn` is the effective number of what was drawn: of units, or of clusters."""
    total = sum(unit.weight for unit in units)
    if total <= 0:
        return None
    share = min(sum(unit.weight * unit.value for unit in units) / total, 1.0)
    effective = _effective(_kish(unit.weight for unit in units), drawn, share, _variance(groups, share) / total**2)
    return Share(len(units), share, *wilson(share, effective), effective)


def _kish(weights: Iterable[float]) -> float:
    """To how many of equal weight these come (Kish 1965, "Survey Sampling")."""
    found = list(weights)
    squares = sum(weight**2 for weight in found)
    return sum(found) ** 2 / squares if squares else 0.0


def _effective(kish: float, drawn: float, share: float, variance: float) -> float:
    """No more than there are units: what strata gain is not counted, for few of them are large enough to show it."""
    # Where nothing varies, as within a single cluster, no more is known than what was drawn can tell.
    if variance <= NOTHING or not NOTHING < share < 1 - NOTHING:
        return drawn
    return max(1.0, min(share * (1 - share) / variance, kish))


def _by(units: Iterable[Scored], name: str) -> dict[str, list[tuple[float, float]]]:
    """Weight and weighted value of each unit, by stratum; those alone in their stratum are one together."""
    groups: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for unit in units:
        groups[getattr(unit, name)].append((unit.weight, unit.weight * unit.value))
    alone = [key for key, of in groups.items() if len(of) == 1]
    lone = [groups.pop(key)[0] for key in alone]
    return {**groups, "\x00alone": lone} if lone else dict(groups)


def _totals(units: Iterable[Scored]) -> list[tuple[float, float]]:
    totals: dict[str, tuple[float, float]] = {}
    for unit in units:
        weight, value = totals.get(unit.cluster, (0.0, 0.0))
        totals[unit.cluster] = (weight + unit.weight, value + unit.weight * unit.value)
    return list(totals.values())


def _variance(groups: dict[str, list[tuple[float, float]]], share: float) -> float:
    """Of the total, by Taylor linearisation of the ratio, without correction for a finite population."""
    return sum(_variance_within([value - share * weight for weight, value in of]) for of in groups.values())


def _variance_within(residuals: Sequence[float]) -> float:
    n = len(residuals)
    if n < 2:
        return sum(r**2 for r in residuals)
    mean = sum(residuals) / n
    return n / (n - 1) * sum((r - mean) ** 2 for r in residuals)
