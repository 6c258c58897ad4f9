"""How many of each stratum are drawn: in proportion to its size, or the same of each; rounded by largest remainder."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

Key = tuple[str, ...]


def proportional(sizes: Mapping[Key, int], n: int) -> dict[Key, int]:
    """In proportion to size, and at least one of each stratum; `n` must be no less than there are strata."""
    if n >= sum(sizes.values()):
        return dict(sizes)
    ones: dict[Key, int] = {}
    while True:
        left = {key: size for key, size in sizes.items() if key not in ones}
        quotas = _quotas(left, n - len(ones))
        small = [key for key, quota in quotas.items() if quota < 1]
        if not small:
            return {**ones, **_rounded(quotas)}
        ones.update(dict.fromkeys(small, 1))


def equal(sizes: Mapping[Key, int], n: int) -> dict[Key, int]:
    """The same of each stratum, as far as it has so many; what small ones lack goes to the others."""
    if n >= sum(sizes.values()):
        return dict(sizes)
    whole: dict[Key, int] = {}
    while True:
        left = {key: size for key, size in sizes.items() if key not in whole}
        share = Fraction(n - sum(whole.values()), len(left))
        small = {key: size for key, size in left.items() if size <= share}
        if not small:
            return {**whole, **_rounded(dict.fromkeys(left, share))}
        whole.update(small)


def _quotas(sizes: Mapping[Key, int], n: int) -> dict[Key, Fraction]:
    total = sum(sizes.values())
    return {key: Fraction(n * size, total) for key, size in sizes.items()}


def _rounded(quotas: Mapping[Key, Fraction]) -> dict[Key, int]:
    """Whole numbers of the same sum: the largest remainders are rounded up; of equal ones the first by key."""
    whole = {key: int(quota) for key, quota in quotas.items()}
    missing = int(sum(quotas.values())) - sum(whole.values())
    for key in sorted(quotas, key=lambda k: (whole[k] - quotas[k], k))[:missing]:
        whole[key] += 1
    return whole
