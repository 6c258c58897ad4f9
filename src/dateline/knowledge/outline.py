"""Coasts and borders of the world as lines that countries share, for the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from dateline.knowledge.tables import read_rows

Coordinates = npt.NDArray[np.float64]

FINEST = 0.003
"""Square degrees: the weight of the points of level 0; each level is twice the one before."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of coast or border: longitude and latitude of each point, and how much it matters."""

    points: Coordinates
    levels: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Area:
    """A polygon of outline_areas.tsv: land (several countries as one), country or contested.

    `rings` number the lines of its outer ring and of its holes; ~n is line n backwards.
    """

    kind: str
    iso3: str
    name: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class _LineRow:
    points: str


@dataclass(frozen=True, slots=True)
class _AreaRow:
    kind: str
    iso3: str
    name: str
    rings: tuple[str, ...]


@cache
def outline_lines() -> tuple[Line, ...]:
    """All rows of outline_lines.tsv, decoded."""
    return tuple(_line(row.points) for row in read_rows("outline_lines.tsv", _LineRow))


@cache
def outline_areas() -> tuple[Area, ...]:
    """All rows of outline_areas.tsv."""
    return tuple(_area(row) for row in read_rows("outline_areas.tsv", _AreaRow))


@cache
def land_areas() -> tuple[Area, ...]:
    """Polygons that together are all land, each line of which is coast: continents, and the islands of one country alone."""
    shared = {line for line, areas in _users().items() if len(areas) > 1}
    alone = (a for a in outline_areas() if a.kind != "land" and not any(n in shared for ring in a.rings for n in _numbers(ring)))
    return (*(a for a in outline_areas() if a.kind == "land"), *alone)


@cache
def border_lines() -> Mapping[int, bool]:
    """The lines between two countries by number, and whether one side of them is contested."""
    areas = outline_areas()
    between = {line: users for line, users in _users().items() if len(users) > 1}
    return {line: any(areas[n].kind == "contested" for n in users) for line, users in between.items()}


@cache
def country_areas(iso3: str) -> tuple[Area, ...]:
    """The polygons of a country, what most states count to it included; none where it is too small for the outline."""
    return tuple(area for area in outline_areas() if iso3 and area.iso3 == iso3)


@cache
def _users() -> Mapping[int, tuple[int, ...]]:
    """By line the positions of the countries' polygons that it bounds."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for position, area in enumerate(outline_areas()):
        if area.kind != "land":
            for ring in area.rings:
                for line in _numbers(ring):
                    found[line].append(position)
    return {line: tuple(users) for line, users in found.items()}


def _numbers(ring: tuple[int, ...]) -> Iterator[int]:
    return (n if n >= 0 else ~n for n in ring)


def _area(row: _AreaRow) -> Area:
    return Area(row.kind, row.iso3, row.name, tuple(tuple(int(n) for n in ring.split(",")) for ring in row.rings))


def _line(points: str) -> Line:
    values = np.array(list(_decoded(points)), dtype=np.int64).reshape(-1, 3).cumsum(axis=0)
    return Line(values[:, :2] / 100, values[:, 2])


def _decoded(points: str) -> Iterator[int]:
    """Whole numbers of five bits a character, the lowest bit the sign (Google's Encoded Polyline Algorithm Format)."""
    value = shift = 0
    for code in points.encode("ascii"):
        value |= ((code - 63) & 0x1F) << shift
        shift += 5
        if code - 63 < 0x20:
            yield ~(value >> 1) if value & 1 else value >> 1
            value = shift = 0
