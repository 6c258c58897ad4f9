"""What lies under the marks of a map: the meridians, the land, the borders, the countries that stand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
from markupsafe import Markup

from dateline.knowledge.outline import Area, border_lines, country_areas, land_areas
from dateline.views.map.clipping import Box, Points, clipped_line, clipped_ring
from dateline.views.map.frame import Frame
from dateline.views.map.path_data import path_data
from dateline.views.map.plane import BEYOND, laps_in, level_for, level_of, on_plane, plane_line, plane_ring, ring_in_degrees
from dateline.views.map.projection import Numbers
from dateline.views.svg import element

SMALLEST = 0.25
"""Square pixels that an island must have."""
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
    return "".join(path_data(ring, closed=True) for area in areas for ring in _visible(area, frame))


def _visible(area: Area, frame: Frame) -> Iterator[Points]:
    """The rings of an area in pixels; twice where the map's own edge cuts it."""
    laps, level, box = laps_in(frame), level_of(frame), _box(frame)
    for ring in area.rings:
        for lap in laps.get(ring, ()):
            part = plane_ring(ring, lap, frame.central, level)
            shape = clipped_ring(_pixels(part, frame), box) if len(part) > 2 else part
            if len(shape) > 2 and _surface(shape) > SMALLEST:
                yield shape


def _borders(frame: Frame, contested: bool) -> str:
    laps, level, box = laps_in(frame), level_of(frame), _box(frame)
    lines = (
        plane_line(number, lap, frame.central, level)
        for number, is_contested in border_lines().items()
        if is_contested == contested
        for lap in laps.get((number,), ())
    )
    return "".join(path_data(part) for line in lines if len(line) for part in clipped_line(_pixels(line, frame), box))


def _graticule(frame: Frame) -> str:
    box = _box(frame)
    lines = _meridians_and_parallels(frame.central, 30 if frame.pixels_a_degree < WIDE else 10)
    return "".join(path_data(part) for line in lines for part in clipped_line(_pixels(line, frame), box))


@lru_cache(maxsize=24)
def _meridians_and_parallels(central: float, step: int) -> tuple[Points, ...]:
    """Every so many degrees, on the plane."""
    upright = np.linspace(-84.0, 84.0, 29)
    across = np.linspace(central - 180, central + 180, 61)
    first = int(np.ceil((central - 180) / step)) * step
    meridians = (np.column_stack((np.full_like(upright, m), upright)) for m in range(first, first + 360, step))
    parallels = (np.column_stack((across, np.full_like(across, p))) for p in range(-90 + step, 90, step))
    return tuple(on_plane(line, central) for line in (*meridians, *parallels))


def _box(frame: Frame) -> Box:
    return Box(-BEYOND, -BEYOND, frame.width + BEYOND, frame.height + BEYOND)


def _pixels(plane: Points, frame: Frame) -> Points:
    return np.column_stack(((plane[:, 0] - frame.left) * frame.scale, (frame.top - plane[:, 1]) * frame.scale))


def _outer(area: Area, finest: float) -> Points:
    ring = ring_in_degrees(area.rings[0], level_for(finest))
    return ring if len(ring) > 3 else ring_in_degrees(area.rings[0], 0)


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
