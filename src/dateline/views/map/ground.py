"""What lies under the marks of a map: the meridians, the land, the borders, the countries that stand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
from markupsafe import Markup

from dateline.knowledge.outline import FINEST, Area, Line, border_lines, country_areas, land_areas, outline_lines
from dateline.views.map.clipping import Box, Points, clipped_line, clipped_ring
from dateline.views.map.frame import Degrees, Frame
from dateline.views.map.projection import Numbers
from dateline.views.svg import element, path

BEYOND = 12.0
"""Pixels that land goes on beyond the edge of the map, so that no edge of it shows."""
COARSE = 1.2
"""Square pixels that a point must be worth."""
SMALLEST = 0.25
"""Square pixels that an island must have."""
LAPS = (-360.0, 0.0, 360.0)
WIDE = 6.0
"""Pixels a degree below which meridians are drawn every 30 degrees, else every 10."""
ROUGH = 0.2
"""Square degrees that a point must be worth to count for the middle of a country."""


@lru_cache(maxsize=64)
def ground(frame: Frame) -> tuple[Markup, ...]:
    """What all maps of one frame have in common, from the lowest: meridians, land, borders, contested borders."""
    parts = (
        (_graticule(frame), "map-graticule"),
        (_rings(land_areas(), frame), "map-land"),
        (_borders(frame, False), "map-border"),
        (_borders(frame, True), "map-border map-contested"),
    )
    return tuple(element("path", d=data, class_=name) for data, name in parts)


@lru_cache(maxsize=2048)
def country_shape(iso3: str, frame: Frame) -> str:
    """A country as the data of a path; empty where it lies outside or is too small for the outline."""
    return _rings(country_areas(iso3), frame)


@lru_cache(maxsize=256)
def country_middle(iso3: str) -> tuple[float, float] | None:
    """Longitude and latitude of the place in its largest polygon that is farthest from coast and border, roughly."""
    rings = [_outer(area, ROUGH) for area in country_areas(iso3)]
    if not rings:
        return None
    ring = max(rings, key=_surface)
    narrow = float(np.cos(np.radians(ring[:, 1].mean())))
    flat = ring * [narrow, 1.0]
    places = _grid(flat)
    best = places[_room(places, flat).argmax()]
    return float(best[0]) / narrow, float(best[1])


def _rings(areas: Iterable[Area], frame: Frame) -> str:
    return "".join(path(ring.tolist(), closed=True) for area in areas for ring in _visible(area, frame))


def _visible(area: Area, frame: Frame) -> Iterator[Points]:
    """The rings of an area in pixels; twice where the map's own edge cuts it."""
    finest = _finest(frame)
    box = _box(frame)
    window = Box(frame.central - 180, -90.0, frame.central + 180, 90.0)
    for ring in area.rings:
        west, south, east, north = _extent(ring)
        laps = [lap for lap in LAPS if frame.may_show((west + lap, south, east + lap, north), BEYOND)]
        degrees = _ring(ring, finest) if laps else np.zeros((0, 2))
        for lap in laps:
            part = clipped_ring(degrees + np.array([lap, 0.0]), window)
            shape = clipped_ring(_pixels(part, frame), box) if len(part) > 2 else part
            if len(shape) > 2 and _surface(shape) > SMALLEST:
                yield shape


def _borders(frame: Frame, contested: bool) -> str:
    finest, box, lines = _finest(frame), _box(frame), outline_lines()
    found: list[Points] = []
    for number, is_contested in border_lines().items():
        if is_contested == contested:
            west, south, east, north = _extent((number,))
            for lap in (lap for lap in LAPS if frame.may_show((west + lap, south, east + lap, north), BEYOND)):
                shifted = _kept(lines[number], finest) + np.array([lap, 0.0])
                if abs(shifted[:, 0] - frame.central).max() < 180:
                    found.extend(clipped_line(_pixels(shifted, frame), box))
    return "".join(path(line.tolist()) for line in found)


def _graticule(frame: Frame) -> str:
    box, step = _box(frame), 30 if frame.pixels_a_degree < WIDE else 10
    upright = np.linspace(-84.0, 84.0, 29)
    across = np.linspace(frame.central - 180, frame.central + 180, 61)
    first = int(np.ceil((frame.central - 180) / step)) * step
    meridians = (np.column_stack((np.full_like(upright, m), upright)) for m in range(first, first + 360, step))
    parallels = (np.column_stack((across, np.full_like(across, p))) for p in range(-90 + step, 90, step))
    lines = (part for line in (*meridians, *parallels) for part in clipped_line(_pixels(line, frame), box))
    return "".join(path(line.tolist()) for line in lines)


def _box(frame: Frame) -> Box:
    return Box(-BEYOND, -BEYOND, frame.width + BEYOND, frame.height + BEYOND)


def _pixels(degrees: Points, frame: Frame) -> Points:
    return np.column_stack(frame.pixels(degrees[:, 0], degrees[:, 1]))


def _finest(frame: Frame) -> float:
    """Square degrees that a point must be worth to be seen in this frame."""
    return COARSE / frame.pixels_a_degree**2


def _kept(line: Line, finest: float) -> Points:
    return line.points[FINEST * 2.0**line.levels * 2 > finest]


def _ring(numbers: Iterable[int], finest: float) -> Points:
    """A ring in degrees, its longitudes going on beyond 180 where it crosses that meridian."""
    lines = outline_lines()
    ring = np.concatenate([_kept(lines[n], finest) if n >= 0 else _kept(lines[~n], finest)[::-1] for n in numbers])
    return np.column_stack((np.unwrap(ring[:, 0], period=360), ring[:, 1]))


@lru_cache(maxsize=4096)
def _extent(ring: tuple[int, ...]) -> Degrees:
    points = _ring(ring, 0.0)
    return (*points.min(axis=0).tolist(), *points.max(axis=0).tolist())


def _outer(area: Area, finest: float) -> Points:
    ring = _ring(area.rings[0], finest)
    return ring if len(ring) > 3 else _ring(area.rings[0], 0.0)


def _surface(ring: Points) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)


def _grid(ring: Points, steps: int = 10) -> Points:
    low, high = ring.min(axis=0), ring.max(axis=0)
    shares = np.arange(1, steps) / steps
    return np.array([low + (high - low) * [x, y] for x in shares for y in shares])


def _room(places: Points, ring: Points) -> Numbers:
    """How far each place is from the nearest edge; below 0 outside."""
    start, step = ring[None], (np.roll(ring, -1, axis=0) - ring)[None]
    way = places[:, None] - start
    share = np.clip((way * step).sum(axis=2) / np.maximum((step**2).sum(axis=2), 1e-12), 0, 1)
    nearest = np.sqrt(((start + step * share[..., None] - places[:, None]) ** 2).sum(axis=2)).min(axis=1)
    end = start + step
    crosses = (start[..., 1] > places[:, None, 1]) != (end[..., 1] > places[:, None, 1])
    reach = start[..., 0] + step[..., 0] * way[..., 1] / np.where(step[..., 1] == 0, 1, step[..., 1])
    inside = (crosses & (places[:, None, 0] < reach)).sum(axis=1) % 2 == 1
    return np.asarray(np.where(inside, nearest, -nearest))
