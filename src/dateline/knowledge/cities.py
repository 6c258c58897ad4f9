"""Cities of more than 15,000 people and all capitals, by folded name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import dropwhile

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

    The first call reads the table: 3 MB, kept as unparsed lines, since an article needs a handful of 60,000.
    """
    lines = _lines_by_name().get(fold(name).casefold(), "")
    return tuple(_city(line) for line in lines.split("\n") if line)


def _city(line: str) -> City:
    name, country, latitude, longitude, population = line.split("\t")
    return City(name, country, float(latitude), float(longitude), int(population))


@cache
def _lines_by_name() -> dict[str, str]:
    path = DATA / "cities.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror} (reinstall dateline)") from error
    table: dict[str, str] = {}
    for line in list(dropwhile(lambda line: line.startswith("#"), lines))[1:]:
        key, _, rest = line.partition("\t")
        table[key] = f"{table[key]}\n{rest}" if key in table else rest
    return table
