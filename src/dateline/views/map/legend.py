"""What the marks of a map mean, written under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dateline.views.map.marks import Scale, half, half_disc
from dateline.views.map.place import PlaceOnMap
from dateline.views.svg import counted, cut, element, group, text, width_of

SIZE = 11.0
HEIGHT = 44
SPACE = 22.0
NAMED = 4
"""Places outside the map that are named."""


def legend(
    places: Sequence[PlaceOnMap], outside: Sequence[PlaceOnMap], scale: Scale, box: tuple[float, float], hatch: str
) -> Markup:
    """Halves, sizes, tinted countries, and what lies outside; `box` is the width of the map and where the legend begins."""
    width, top = box
    return group(_parts(places, outside, scale, (width, top + HEIGHT / 2), hatch), class_="legend", aria_hidden="true")


def _parts(
    places: Sequence[PlaceOnMap], outside: Sequence[PlaceOnMap], scale: Scale, box: tuple[float, float], hatch: str
) -> Iterator[Markup]:
    width, y = box
    x = 8.0
    for words, shape in (("cooperation", half((x + 8, y), 8, hatch)), ("conflict", half((x + 94, y), 8, ""))):
        yield from shape
        start = x + 12 if words == "cooperation" else x + 106
        yield text((start, y + 4), words)
    x += 106 + width_of("conflict", SIZE) + SPACE
    for amount in _sizes(places, scale):
        radius = scale.radius(amount)
        yield element("path", d=half_disc((x, y), radius, left=False), class_="map-size")
        words = counted(amount, "incident", "incidents") if amount == 1 else f"{amount:,}"
        yield text((x + radius + 4, y + 4), words)
        x += radius + 4 + width_of(words, SIZE) + SPACE / 2
    if any(place.is_country for place in places):
        x += SPACE / 2
        yield element("rect", x=x, y=y - 6, width=17, height=12, class_="map-country")
        yield text((x + 22, y + 4), "somewhere in the country")
        x += 22 + width_of("somewhere in the country", SIZE) + SPACE
    if outside:
        words = cut(_outside(outside), SIZE, max(width - x - 8, 90))
        yield text((width - 8, y + 4), words, text_anchor="end")


def _sizes(places: Sequence[PlaceOnMap], scale: Scale) -> tuple[int, ...]:
    """Round numbers of incidents up to the most that one half shows, as far as there is room for them."""
    most = max((max(p.cooperation, p.conflict) for p in places), default=0)
    fitting = [n for n in (1, 5, 20, 100, 500, 2000) if n <= most and scale.radius(n) <= HEIGHT / 2]
    return tuple(fitting[:1] + fitting[1:][-2:])


def _outside(places: Sequence[PlaceOnMap]) -> str:
    total = sum(place.incidents for place in places)
    names = ", ".join(f"{place.name} {place.incidents}" for place in places[:NAMED])
    return f"{total:,} outside: {names}{' …' if len(places) > NAMED else ''}"
