"""Which marks of a map get their names, and where these stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dateline.views.label_room import Rectangle, Room
from dateline.views.map.marks import Mark
from dateline.views.svg import Point, cut, text, width_of

SIZE, LARGE = 11.0, 13.0
LARGE_FROM = 11.0
"""Radius of a mark from which its name is written large."""
MOST, TRIED, LONGEST = 36, 80, 130.0
GAP, AIR = 3.0, 2.5
"""Pixels between a mark and its name, and beside a name."""
MARK_SHARE = 0.72
"""Of a disc's radius: half the side of the square that words must not cover."""


def labels(marks: Sequence[Mark], bounds: Rectangle) -> dict[int, Markup]:
    """Labels by the position of their marks: the largest first, as long as there is room."""
    discs = [Rectangle.around(m.at, m.radius * MARK_SHARE, m.radius * MARK_SHARE) for m in marks[:TRIED]]
    room = Room(bounds, list(discs))
    found: dict[int, Markup] = {}
    for position, mark in enumerate(marks[:TRIED]):
        wishes = dict(_wishes(mark))
        place = room.find(wishes) if len(found) < MOST else None
        if place:
            found[position] = _label(mark, wishes[place])
    return found


def hidden_label(mark: Mark, width: float) -> Markup:
    """The name of a mark that had no room: seen while the mark is pointed at or has the focus."""
    room = width_of(mark.place.name, SIZE) + mark.radius + GAP
    flips = mark.at[0] + room > width
    x = mark.at[0] + (mark.radius + GAP) * (-1 if flips else 1)
    return text((x, mark.at[1] + SIZE * 0.36), mark.place.name, text_anchor="end" if flips else None, class_="map-more")


def _size(mark: Mark) -> float:
    return LARGE if mark.radius >= LARGE_FROM else SIZE


def _wishes(mark: Mark) -> Iterator[tuple[Rectangle, tuple[Point, str]]]:
    """Where its label might stand, the best place first, each with the point and the anchor of its words."""
    size = _size(mark)
    wide, (x, y), out = width_of(cut(mark.place.name, size, LONGEST), size), mark.at, mark.radius + GAP
    slant = mark.radius * 0.7 + GAP
    ways = (
        (x + out, y, "start"),
        (x - out, y, "end"),
        (x, y - out - size * 0.45, "middle"),
        (x, y + out + size * 0.45, "middle"),
        (x + slant, y - slant - 2, "start"),
        (x + slant, y + slant + 2, "start"),
        (x - slant, y - slant - 2, "end"),
        (x - slant, y + slant + 2, "end"),
    )
    for left, middle, anchor in ways:
        start = left - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        yield (
            Rectangle(start - AIR, middle - size * 0.6, start + wide + AIR, middle + size * 0.6),
            ((left, middle + size * 0.36), anchor),
        )


def _label(mark: Mark, where: tuple[Point, str]) -> Markup:
    point, anchor = where
    size = _size(mark)
    kind = "map-name map-large" if size == LARGE else "map-name"
    return text(point, cut(mark.place.name, size, LONGEST), text_anchor=None if anchor == "start" else anchor, class_=kind)
