"""Coasts and borders on the plane of one central meridian: what all maps around it share, whatever part of it they show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import numpy as np

from dateline.knowledge.outline import FINEST, Line, border_lines, land_areas, outline_areas, outline_lines
from dateline.views.map.clipping import Box, Points, clipped_ring
from dateline.views.map.frame import Degrees, Frame
from dateline.views.map.projection import Numbers, project

Ring = tuple[int, ...]
"""Numbers of lines, as in `Area.rings`; a border is one of a single line, and not closed."""
BEYOND = 12.0
"""Pixels that land goes on beyond the edge of the map, so that no edge of it shows."""
COARSE = 1.2
"""Square pixels that a point must be worth."""
LAPS = (-360.0, 0.0, 360.0)
"""What the longitudes of a ring may have to be moved by to come onto the map."""


def level_for(finest: float) -> int:
    """The level from which on points are worth more than so many square degrees."""
    return next(level for level in range(64) if FINEST * 2.0**level * 2 > finest)


def level_of(frame: Frame) -> int:
    """The level from which on points are seen in this frame."""
    return level_for(COARSE / frame.pixels_a_degree**2)


@lru_cache(maxsize=64)
def laps_in(frame: Frame) -> Mapping[Ring, tuple[float, ...]]:
    """By ring the laps in which it may come that near to the drawing; at times also where it does not."""
    (left, right), (low, high) = _bounds(frame.central)
    across = ((left - frame.left) * frame.scale <= frame.width + BEYOND) & ((right - frame.left) * frame.scale >= -BEYOND)
    upright = ((frame.top - high) * frame.scale <= frame.height + BEYOND) & ((frame.top - low) * frame.scale >= -BEYOND)
    found: dict[Ring, tuple[float, ...]] = {}
    for ring, lap in np.argwhere(across & upright).tolist():
        key = _all_rings()[ring]
        found[key] = (*found.get(key, ()), LAPS[lap])
    return found


@lru_cache(maxsize=1 << 13)
def plane_ring(ring: Ring, lap: float, central: float, level: int) -> Points:
    """A ring in radii of the sphere, cut at the edge of the world's map."""
    window = Box(central - 180, -90.0, central + 180, 90.0)
    return on_plane(clipped_ring(ring_in_degrees(ring, level) + np.array([lap, 0.0]), window), central)


@lru_cache(maxsize=1 << 12)
def plane_line(number: int, lap: float, central: float, level: int) -> Points:
    """A line in radii of the sphere; nothing of one that the edge of the world's map cuts."""
    shifted = _kept(outline_lines()[number], level) + np.array([lap, 0.0])
    return on_plane(shifted[: 0 if abs(shifted[:, 0] - central).max() >= 180 else None], central)


def on_plane(degrees: Points, central: float) -> Points:
    """Degrees to radii of the sphere."""
    return np.column_stack(project(degrees[:, 0], degrees[:, 1], central))


def ring_in_degrees(numbers: Iterable[int], level: int) -> Points:
    """A ring in degrees, its longitudes going on beyond 180 where it crosses that meridian."""
    lines = outline_lines()
    ring = np.concatenate([_kept(lines[n], level) if n >= 0 else _kept(lines[~n], level)[::-1] for n in numbers])
    return np.column_stack((np.unwrap(ring[:, 0], period=360), ring[:, 1]))


def _kept(line: Line, level: int) -> Points:
    return line.points[line.levels >= level]


@cache
def _all_rings() -> tuple[Ring, ...]:
    rings = (ring for area in (*land_areas(), *outline_areas()) for ring in area.rings)
    return tuple(dict.fromkeys((*rings, *((number,) for number in border_lines()))))


@cache
def _extents() -> Numbers:
    """West, south, east and north of each ring."""
    return np.array([_extent(ring) for ring in _all_rings()]).T


def _extent(ring: Ring) -> Degrees:
    points = ring_in_degrees(ring, 0)
    return (*points.min(axis=0).tolist(), *points.max(axis=0).tolist())


@lru_cache(maxsize=24)
def _bounds(central: float) -> tuple[tuple[Numbers, Numbers], tuple[Numbers, Numbers]]:
    """Least and greatest x, least and greatest y of each ring in each lap; those that fall off the map lie nowhere."""
    west, south, east, north = (edge[:, None] for edge in _extents())
    west, east = west + LAPS, east + LAPS
    widest = np.minimum(np.maximum(0.0, south), north)
    corners = [project(x, y + np.zeros(len(LAPS)), central) for x in (west, east) for y in (south, widest, north)]
    xs, ys = (np.stack(found) for found in zip(*corners, strict=True))
    nowhere = (west > central + 180) | (east < central - 180)
    return (np.where(nowhere, np.inf, xs.min(axis=0)), xs.max(axis=0)), (ys.min(axis=0), ys.max(axis=0))
