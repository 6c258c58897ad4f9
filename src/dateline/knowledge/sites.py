"""Places that no list of cities has: regions, seas, rivers, straits, bases, nuclear sites, residences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.names import NameIndex
from dateline.knowledge.tables import read_rows

TABLES = ("sites.tsv", "regions.tsv", "waters.tsv")


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

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@cache
def sites() -> NameIndex[Site]:
    """All rows of the three tables by name and alias."""
    return NameIndex((name, row) for row in _rows() for name in row.all_names)


@cache
def names_by_first_word() -> dict[str, tuple[str, ...]]:
    """The names and aliases, the longest first, by their first word in small letters: what a text is searched with."""
    found: dict[str, set[str]] = {}
    for row in _rows():
        for name in row.all_names:
            found.setdefault(name.replace("-", " ").split()[0].casefold(), set()).add(name)
    return {word: tuple(sorted(names, key=lambda n: (-len(n), n))) for word, names in found.items()}


@cache
def _rows() -> tuple[Site, ...]:
    return tuple(row for table in TABLES for row in read_rows(table, Site))
