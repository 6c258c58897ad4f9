"""Where the events took place, for the map and the table beside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.views.room.asking import Conditions, parties_called
from dateline.views.room.incidents import takes_part
from dateline.views.room.reader import Reader

MOST = 250
# What has no place comes first.
PLACES = """
WITH counted AS (
    SELECT place, count(*) AS incidents, sum(count(*)) OVER ()::BIGINT AS total,
        count(*) FILTER (quad LIKE '%cooperation') AS cooperation, count(*) FILTER (quad LIKE '%conflict') AS conflict
    FROM digest_whereabouts WHERE {where} GROUP BY place
)
SELECT p.name, p.country, p.latitude, p.longitude, c.incidents, c.cooperation, c.conflict, c.total
FROM counted AS c LEFT JOIN digest_places AS p ON p.place = c.place
ORDER BY c.place IS NOT NULL, c.incidents DESC, p.name, p.country LIMIT ?
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
    rows = reader.select(PLACES.format(where=found.sql), [*found.parameters, MOST + 1])
    total = rows[0]["total"] if rows else 0
    unplaced = sum(row["incidents"] for row in rows if row["name"] is None)
    names = set(reader.states.values())
    placed = [row for row in rows if row["name"] is not None][:MOST]
    return PlacePage(since, until, about, tuple(_line(row, names) for row in placed), unplaced, total)


def _line(row: dict[str, Any], states: Collection[str]) -> PlaceLine:
    return PlaceLine(
        row["name"], row["country"], row["latitude"], row["longitude"], row["incidents"], row["cooperation"], row["conflict"],
        row["name"] in states,
    )  # fmt: skip
