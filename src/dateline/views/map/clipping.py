"""Cutting rings and lines at the edges of a rectangle (Sutherland and Hodgman 1974, https://doi.org/10.1145/360767.360802)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle along the axes."""

    left: float
    top: float
    right: float
    bottom: float

    def misses(self, points: Points) -> bool:
        """Whether the points all lie to one side of it."""
        low, high = points.min(axis=0), points.max(axis=0)
        return bool(low[0] > self.right or high[0] < self.left or low[1] > self.bottom or high[1] < self.top)

    def holds(self, points: Points) -> bool:
        """Whether the points all lie in it."""
        low, high = points.min(axis=0), points.max(axis=0)
        return bool(low[0] >= self.left and high[0] <= self.right and low[1] >= self.top and high[1] <= self.bottom)


def clipped_ring(ring: Points, box: Box) -> Points:
    """What of a ring lies in the box, closed along its edges; empty where nothing does."""
    if box.misses(ring):
        return ring[:0]
    if box.holds(ring):
        return ring
    for axis, edge, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        if len(ring):
            ring = _half(ring, axis, edge, sign)
    return ring


def clipped_line(line: Points, box: Box) -> Iterator[Points]:
    """The stretches of a line that lie in the box, with one point beyond each edge."""
    if box.misses(line):
        return
    inside = (line[:, 0] >= box.left) & (line[:, 0] <= box.right) & (line[:, 1] >= box.top) & (line[:, 1] <= box.bottom)
    near = inside.copy()
    near[1:] |= inside[:-1]
    near[:-1] |= inside[1:]
    for stretch in _runs(near):
        if stretch.stop - stretch.start > 1:
            yield line[stretch]


def _runs(flags: npt.NDArray[np.bool_]) -> Iterator[slice]:
    changes = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    yield from (slice(int(a), int(b)) for a, b in zip(changes[::2], changes[1::2], strict=True))


def _half(ring: Points, axis: int, edge: float, sign: int) -> Points:
    """What lies on the one side of an edge."""
    depth = (ring[:, axis] - edge) * sign
    before, was, inside = np.roll(ring, 1, axis=0), np.roll(depth, 1), depth >= 0
    crosses = inside != np.roll(inside, 1)
    # Where it does not cross the edge nothing is taken, whatever the division gives.
    share = was / np.where(crosses, was - depth, 1.0)
    found = np.stack((before + (ring - before) * share[:, None], ring), axis=1)
    return np.asarray(found[np.column_stack((crosses, inside))])
