"""Which units are drawn: the same ones for one seed, on any machine, whatever the order in which they are given.

Strata are formed by as many of the keys, from the first, as `n` allows; within each, the units stand in the order of the
remaining keys and every k-th is taken from a start that depends on the seed (systematic sampling). So every unit of a stratum
has the same chance, its weight is the size of the stratum divided by the number drawn, and outlets and months are spread even
where there are more of them than units to draw.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.analysis.sampling.allocation import Key, equal, proportional
from dateline.errors import ArchiveError

Allocation = Literal["proportional", "equal"]


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that can be drawn, with its value of each key by which the sample is stratified."""

    id: str
    keys: Key


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit of the sample; `weight` says for how many of the population it stands."""

    id: str
    stratum: str
    weight: float


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn from how many; `strata_by` is the number of keys by which strata were formed."""

    drawn: tuple[Drawn, ...]
    population: int
    strata: int
    strata_by: int


def draw(units: Iterable[Unit], n: int, seed: str, allocation: Allocation = "proportional") -> Sample:
    """Draw `n` units, or all of them where there are no more; raises ArchiveError where there is none or `n` is less than one."""
    population = sorted(units, key=lambda unit: (unit.keys, _hashed(seed, unit.id)))
    if not population or n < 1:
        raise ArchiveError(f"{n} of {len(population)} cannot be drawn (give a number from 1, and an archive that holds some)")
    depth = _depth(population, n)
    strata: dict[Key, list[Unit]] = {}
    for unit in population:
        strata.setdefault(unit.keys[:depth], []).append(unit)
    numbers = (equal if allocation == "equal" else proportional)({key: len(of) for key, of in strata.items()}, n)
    drawn = [one for key, of in strata.items() for one in _of_stratum(key, of, numbers[key], seed)]
    return Sample(tuple(drawn), len(population), len(strata), depth)


def _depth(population: Sequence[Unit], n: int) -> int:
    """By how many keys strata can be formed so that each gives at least one."""
    most = len(population[0].keys)
    return next(depth for depth in range(most, -1, -1) if depth == 0 or len({u.keys[:depth] for u in population}) <= n)


def _of_stratum(key: Key, units: Sequence[Unit], n: int, seed: str) -> list[Drawn]:
    start = int(_hashed(seed, *key)[:12], 16) / 16**12
    places = [min(math.floor((start + k) * len(units) / n), len(units) - 1) for k in range(n)]
    name = " | ".join(key) or "all"
    return [Drawn(units[place].id, name, len(units) / n) for place in places]


def _hashed(seed: str, *parts: str) -> str:
    return hashlib.sha256("\x1f".join((seed, *parts)).encode()).hexdigest()
