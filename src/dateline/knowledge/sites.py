"""Places of international affairs that no list of cities has: regions, straits, bases, nuclear sites, residences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.names import NameIndex
from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class Site:
    """A place in degrees; `country` is empty for seas, borders and land that two states dispute.

    `precision` is `site` (a point), `city` or `region`.
    """

    name: str
    aliases: tuple[str, ...]
    country: str | None
    latitude: float
    longitude: float
    precision: str
    source: str


@cache
def sites() -> NameIndex[Site]:
    """All sites by name and alias."""
    rows = read_rows("sites.tsv", Site)
    return NameIndex((name, row) for row in rows for name in (row.name, *row.aliases))
