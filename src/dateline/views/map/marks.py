"""The mark of a place: a disc of two halves, the left one as large as its cooperation, the right one as its conflict."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dateline.views.map.frame import Frame
from dateline.views.map.ground import country_middle
from dateline.views.map.place import PlaceOnMap
from dateline.views.svg import Point, element, link, number

LARGEST = 0.028
"""Radius of the largest half, by the width of the map."""
SMALLEST, LONE = 1.8, 4.2
"""Pixels: the least radius, and the most that one incident alone gets."""
HATCHED = 3.0
"""Radius from which hatching can be seen."""
REACH = 8.0
"""Radius within which a mark can be clicked or touched at least."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place, where it lies in the drawing, and the radii of its halves."""

    place: PlaceOnMap
    at: Point
    cooperation: float
    conflict: float

    @property
    def radius(self) -> float:
        return max(self.cooperation, self.conflict, SMALLEST)


@dataclass(frozen=True, slots=True)
class Scale:
    """Pixels of radius by the root of a number."""

    factor: float

    def radius(self, amount: int) -> float:
        return max(SMALLEST, self.factor * math.sqrt(amount)) if amount > 0 else 0.0


def scale_of(places: Sequence[PlaceOnMap], width: int) -> Scale:
    """That at which the largest half is as large as may be."""
    most = max((max(p.cooperation, p.conflict) for p in places), default=1)
    return Scale(min(width * LARGEST / math.sqrt(max(most, 1)), LONE))


def marks_of(places: Sequence[PlaceOnMap], frame: Frame, scale: Scale) -> Iterator[Mark]:
    """Those that lie in the frame, in the order given."""
    for place in places:
        where = whereabouts(place)
        at = frame.at(*where) if where else None
        if at and frame.holds(at):
            yield Mark(place, at, scale.radius(place.cooperation), scale.radius(place.conflict))


def whereabouts(place: PlaceOnMap) -> tuple[float, float] | None:
    """Longitude and latitude of its mark: of a country the middle, else its coordinates; None where neither is known."""
    middle = country_middle(place.country or "") if place.is_country else None
    if middle:
        return middle
    if place.longitude is None or place.latitude is None:
        return None
    return place.longitude, place.latitude


def drawn(mark: Mark, hatch: str, *children: str) -> Markup:
    """The mark as a link; `hatch` is the id of the pattern for cooperation."""
    return link(
        mark.place.href,
        mark.place.words,
        element("circle", cx=mark.at[0], cy=mark.at[1], r=max(mark.radius + 1, REACH), class_="hit"),
        *halves(mark, hatch),
        *children,
        class_="map-place map-whole" if mark.place.is_country else "map-place",
    )


def halves(mark: Mark, hatch: str) -> tuple[Markup, ...]:
    """Both halves of a mark; a small disc where nobody knows which of the two its incidents are."""
    if not mark.cooperation and not mark.conflict:
        return (element("circle", cx=mark.at[0], cy=mark.at[1], r=SMALLEST + 1, class_="map-other"),)
    return (*half(mark.at, mark.cooperation, hatch), *half(mark.at, mark.conflict, ""))


def half(at: Point, radius: float, hatch: str) -> tuple[Markup, ...]:
    """The left half of a disc in colour under hatching, or without hatching the right half; nothing for no radius."""
    if not radius:
        return ()
    shape = half_disc(at, radius, left=bool(hatch))
    if not hatch:
        return (element("path", d=shape, class_="conf"),)
    plain = element("path", d=shape, class_="coop")
    return (plain, element("path", d=shape, fill=f"url(#{hatch})")) if radius > HATCHED else (plain,)


def half_disc(at: Point, radius: float, *, left: bool) -> str:
    """One side of a disc as the data of a path."""
    r, tall = number(radius), number(2 * radius)
    return f"M{number(at[0])} {number(at[1] - radius)}a{r} {r} 0 0 {0 if left else 1} 0 {tall}z"
