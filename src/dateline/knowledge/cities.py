"""Cities of more than 15,000 people and all capitals, by folded name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.errors import KnowledgeError
from dateline.knowledge.names import fold
from dateline.knowledge.tables import DATA


@dataclass(frozen=True, slots=True)
class City:
    """A city with its place in degrees; `country` is ISO 3166-1 alpha-3."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int


def find_cities(name: str) -> tuple[City, ...]:
    """All cities of that name, the largest first.

    The first call reads the table: 3 MB, kept as bytes and searched by halves, since an article needs a handful of 60,000.
    """
    return tuple(_city(line.decode()) for line in _lines(_table(), fold(name).casefold().encode()))


def _lines(table: bytes, key: bytes) -> list[bytes]:
    """The lines of that key, without the key. The table is sorted by key, and a tab comes before whatever a key is made of."""
    wanted = key + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", middle)
        if table[middle:end] < wanted:
            low = end + 1
        else:
            high = middle
    found = []
    while table.startswith(wanted, low):
        end = table.find(b"\n", low)
        found.append(table[low + len(wanted) : end])
        low = end + 1
    return found


def _city(line: str) -> City:
    name, country, latitude, longitude, population = line.split("\t")
    return City(name, country, float(latitude), float(longitude), int(population))


@cache
def _table() -> bytes:
    """The lines after the header."""
    path = DATA / "cities.tsv"
    try:
        table = path.read_bytes()
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror} (reinstall dateline)") from error
    return table[table.index(b"\n", table.index(b"\nkey\t") + 1) + 1 :]
