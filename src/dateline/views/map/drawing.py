"""The map of events as SVG: whole without scripts, read by keyboard in the order of size, and in black and white."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from dateline.views.label_room import Rectangle
from dateline.views.map.frame import Frame, Place, core, frame_of, world_frame
from dateline.views.map.ground import country_shape, ground
from dateline.views.map.labels import hidden_label, labels
from dateline.views.map.legend import HEIGHT, legend
from dateline.views.map.marks import Mark, drawn, halves, marks_of, scale_of, whereabouts
from dateline.views.map.place import PlaceOnMap, gathered
from dateline.views.svg import drawing, element, group

Fit = Literal["places", "core", "world"]

LINKED = 100
"""Places that are links, the largest; of smaller ones a page's table tells."""


def map_svg(
    places: Sequence[PlaceOnMap], width: int = 720, fit: Fit = "places", *, label: str = "Map of the events", key: str = "map"
) -> Markup:
    """The map of these places.

    It shows the world, all places, or with `core` the region in which nine in ten incidents happened; what lies outside is told
    below. Ids of the drawing begin with `key`, which must be another one for a second map on the page.
    """
    return _map(gathered(place for place in places if place.incidents > 0), width, fit, label, key)


@lru_cache(maxsize=32)
def _map(known: tuple[PlaceOnMap, ...], width: int, fit: Fit, label: str, key: str) -> Markup:
    frame = _frame(known, width, fit)
    scale = scale_of(known, width)
    marks = tuple(marks_of(known, frame, scale))
    shown = {id(mark.place) for mark in marks}
    outside = [place for place in known if id(place) not in shown]
    hatch = f"{key}-hatch"
    body = (
        _definitions(key, frame),
        group(_scene(known, marks, frame, hatch), clip_path=f"url(#{key}-edge)"),
        legend(known, outside, scale, (width, frame.height), hatch),
    )
    return drawing((width, frame.height + HEIGHT), label, *body, class_="map")


def _frame(places: Sequence[PlaceOnMap], width: int, fit: Fit) -> Frame:
    if fit == "world":
        return world_frame(width)
    where = [(whereabouts(place), place.incidents) for place in places]
    found = [Place(at[0], at[1], weight) for at, weight in where if at]
    return frame_of(core(found) if fit == "core" else found, width)


def _definitions(key: str, frame: Frame) -> Markup:
    lines = element("path", d="M-1 1l2-2M0 4l4-4M3 5l2-2", class_="hatch-line")
    pattern = element("pattern", lines, id=f"{key}-hatch", width=4, height=4, patternUnits="userSpaceOnUse")
    edge = element("clipPath", element("rect", width=frame.width, height=frame.height), id=f"{key}-edge")
    return element("defs", pattern, edge)


def _scene(places: Sequence[PlaceOnMap], marks: Sequence[Mark], frame: Frame, hatch: str) -> Iterator[Markup]:
    yield element("rect", width=frame.width, height=frame.height, class_="map-sea")
    countries = (country_shape(place.country or "", frame) for place in places if place.is_country)
    emphasis = [element("path", d=shape, class_="map-country") for shape in countries if shape]
    yield from _layered(ground(frame), emphasis)
    linked, rest = marks[:LINKED], marks[LINKED:]
    yield group((shape for mark in rest for shape in halves(mark, hatch)), aria_hidden="true")
    names = labels(linked, Rectangle(2, 2, frame.width - 2, frame.height - 2))
    for position, mark in enumerate(linked):
        yield drawn(mark, hatch, names.get(position) or hidden_label(mark, frame.width))


def _layered(ground_parts: tuple[Markup, ...], emphasis: Sequence[Markup]) -> Iterator[Markup]:
    """Tinted countries lie between the land and the borders."""
    sea, land, *borders = ground_parts
    yield from (sea, land, *emphasis, *borders)
