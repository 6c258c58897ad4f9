"""Finding room for words among others: the first of some places that covers nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.views.svg import Point


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Pixels that something takes."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, middle: Point, half_width: float, half_height: float) -> Rectangle:
        """That with this middle."""
        x, y = middle
        return cls(x - half_width, y - half_height, x + half_width, y + half_height)

    def meets(self, other: Rectangle) -> bool:
        """Whether they have a pixel in common."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def within(self, other: Rectangle) -> bool:
        """Whether all of it lies in the other."""
        inside_across = self.left >= other.left and self.right <= other.right
        return inside_across and self.top >= other.top and self.bottom <= other.bottom


@dataclass(slots=True)
class Room:
    """What is left of a drawing: `taken` grows with each label that finds a place."""

    bounds: Rectangle
    taken: list[Rectangle] = field(default_factory=list)

    def find(self, wishes: Iterable[Rectangle]) -> Rectangle | None:
        """The first wish that covers nothing, taken from now on; None where there is none."""
        for wish in wishes:
            if wish.within(self.bounds) and not any(other.meets(wish) for other in self.taken):
                self.taken.append(wish)
                return wish
        return None
