"""Where the events took place, for the map and the table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.views.room.asking import Conditions, parties_called
from dateline.views.room.incidents import takes_part
from dateline.views.room.reader import Reader

MOST = 250
PLACES = """
SELECT place_name AS name, place_country AS country, avg(place_latitude) AS latitude, avg(place_longitude) AS longitude,
    count(*) AS incidents,
    count(*) FILTER (quad LIKE '%cooperation') AS cooperation, count(*) FILTER (quad LIKE '%conflict') AS conflict
FROM digest_incidents WHERE place_name IS NOT NULL AND standing IN ('vouched', 'claimed') AND {where}
GROUP BY place_name, place_country ORDER BY incidents DESC, name, country LIMIT ?
"""
UNPLACED = """
SELECT count(*) FILTER (place_name IS NULL) AS unplaced, count(*) AS total
FROM digest_incidents WHERE standing IN ('vouched', 'claimed') AND {where}
"""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place with the incidents there; without coordinates, or `is_state`, the whole state is meant."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    incidents: int
    cooperation: int
    conflict: int
    is_state: bool


@dataclass(frozen=True, slots=True)
class PlacePage:
    """The places asked for, those of most incidents first; `unplaced` of the `total` incidents have none."""

    since: date | None
    until: date | None
    about: str | None
    places: tuple[PlaceLine, ...]
    unplaced: int
    total: int


def place_page(reader: Reader, since: date | None = None, until: date | None = None, about: str | None = None) -> PlacePage:
    """The places of incidents that are vouched for or claimed."""
    found = Conditions().also("day >= ?", since).also("day <= ?", until)
    if (keys := parties_called(reader, about)) is not None:
        found = takes_part(found, keys)
    counted = reader.select(UNPLACED.format(where=found.sql), found.parameters)[0]
    names = set(reader.states.values())
    rows = reader.select(PLACES.format(where=found.sql), [*found.parameters, MOST])
    places = tuple(PlaceLine(**row, is_state=row["name"] in names) for row in rows)
    return PlacePage(since, until, about, places, counted["unplaced"], counted["total"])
