"""Which part of the world a map shows, and where in the drawing a place of it lies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dateline.views.map.projection import HALF_WIDTH, Numbers, project, projected, turned
from dateline.views.svg import Point

Degrees = tuple[float, float, float, float]
"""West, south, east, north."""

BERING = 11.0
"""The central meridian whose map is cut at Bering Strait, where it cuts no country."""
FLATTEST, TALLEST = 0.46, 0.72
"""Height of a map by its width."""
NEAREST = 0.24
"""Radii of the sphere (14 degrees) that a map shows at least: nearer the outline is too coarse."""
PADDING = 0.12
MERIDIANS = 15.0
"""Degrees between central meridians."""
WIDER, SHAPES, MIDDLES = 1.25, 0.13, 12
"""One width to the next, steps of height by width, and places of the middle on the width of a map."""
SOUTH, NORTH = -56.0, 80.0


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees, and how much happened there."""

    longitude: float
    latitude: float
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """Pixels are `scale` times radii of the sphere, from the place that is the upper left corner."""

    central: float
    scale: float
    left: float
    top: float
    width: int
    height: int

    def pixels(self, longitude: Numbers, latitude: Numbers) -> tuple[Numbers, Numbers]:
        """Where degrees lie in the drawing; longitudes as `project` takes them."""
        x, y = project(longitude, latitude, self.central)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def at(self, longitude: float, latitude: float) -> Point:
        """Where one place lies."""
        return self._pixel(turned(longitude, self.central), latitude)

    def _pixel(self, longitude: float, latitude: float) -> Point:
        x, y = projected(longitude, latitude, self.central)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def may_show(self, degrees: Degrees, margin: float) -> bool:
        """Whether something within these degrees can come that near, in pixels, to the drawing; at times also where it cannot."""
        west, south, east, north = degrees
        if west > self.central + 180 or east < self.central - 180:
            return False
        widest = min(max(0.0, south), north)
        corners = [self._pixel(longitude, latitude) for longitude in (west, east) for latitude in (south, widest, north)]
        xs, ys = zip(*corners, strict=True)
        across = min(xs) <= self.width + margin and max(xs) >= -margin
        return bool(across and min(ys) <= self.height + margin and max(ys) >= -margin)

    def holds(self, point: Point) -> bool:
        """Whether a pixel is one of the drawing."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height

    @property
    def pixels_a_degree(self) -> float:
        return self.scale * math.pi / 180


def world_frame(width: int, central: float = BERING) -> Frame:
    """All land but Antarctica."""
    scale = width / (2 * HALF_WIDTH)
    _, y = project(np.zeros(2), np.array([SOUTH, NORTH]))
    return Frame(central, scale, -HALF_WIDTH, float(y[1]), width, round(float(y[1] - y[0]) * scale))


def frame_of(places: Sequence[Place], width: int) -> Frame:
    """The region that holds all of these places; the world where there are none or where they lie all over it."""
    if not places:
        return world_frame(width)
    central = central_meridian([place.longitude for place in places])
    longitudes = np.array([turned(place.longitude, central) for place in places])
    x, y = project(longitudes, np.array([place.latitude for place in places]), central)
    across = _padded(float(x.min()), float(x.max()))
    upright = _padded(float(y.min()), float(y.max()))
    wide, high = across[1] - across[0], upright[1] - upright[0]
    wide, high = max(wide, high / TALLEST), max(high, wide * FLATTEST)
    return _in_steps(central, (sum(across) / 2, sum(upright) / 2), wide, high / wide, width)


def _in_steps(central: float, middle: Point, wide: float, shape: float, width: int) -> Frame:
    """A frame that many maps share, so that what lies under their marks is drawn once: a little wider than it must be."""
    wide = WIDER ** math.ceil(math.log(wide * (1 + 1 / MIDDLES), WIDER))
    if wide >= 1.7 * HALF_WIDTH:
        return world_frame(width, central)
    high = wide * min(math.ceil(shape / SHAPES) * SHAPES, TALLEST)
    step, scale = wide / MIDDLES, width / wide
    x, y = (round(at / step) * step for at in middle)
    return Frame(central, scale, x - wide / 2, y + high / 2, width, round(high * scale))


def central_meridian(longitudes: Sequence[float]) -> float:
    """The middle of the shortest arc that holds all meridians; that of the usual map unless the arc is far shorter."""
    ranked = sorted({longitude % 360 for longitude in longitudes})
    gaps = [(after - before, after) for before, after in pairwise([*ranked, ranked[0] + 360])]
    widest, start = max(gaps)
    shortest = 360 - widest
    usual = [turned(longitude, BERING) for longitude in longitudes]
    if shortest > 200 and shortest > 0.75 * (max(usual) - min(usual)):
        return BERING
    return round(turned(start + shortest / 2, 0.0) / MERIDIANS) * MERIDIANS


def core(places: Sequence[Place], share: float = 0.9) -> tuple[Place, ...]:
    """What is left when the farthest places go as long as that share of all that happened stays."""
    if not places:
        return ()
    where = np.array([_on_sphere(place) for place in places])
    weights = np.array([float(place.weight) for place in places])
    left = np.ones(len(places), dtype=bool)
    while left.sum() > 2:
        middle = (where[left] * weights[left, None]).sum(axis=0)
        middle = middle / max(float(np.linalg.norm(middle)), 1e-9)
        farthest = int(np.argmax(np.where(left, np.linalg.norm(where - middle, axis=1), -1.0)))
        if weights[left].sum() - weights[farthest] < share * weights.sum():
            break
        left[farthest] = False
    return tuple(place for place, stays in zip(places, left, strict=True) if stays)


def _padded(low: float, high: float) -> tuple[float, float]:
    room = max((high - low) * PADDING, (NEAREST - (high - low)) / 2)
    return low - room, high + room


def _on_sphere(place: Place) -> Numbers:
    east, north = math.radians(place.longitude), math.radians(place.latitude)
    return np.array([math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)])
