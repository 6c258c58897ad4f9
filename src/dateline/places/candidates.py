"""What a name may mean on the map: states, sites and regions, cities.

Contested land follows the tables of states and sites, which follow ISO 3166-1 and the practice of the United Nations: Crimea and
Donetsk are Ukraine's, the Golan Heights Syria's, Abkhazia Georgia's, Northern Cyprus Cyprus'; Taiwan, Kosovo, Western Sahara and
Palestine (with Gaza, the West Bank and East Jerusalem) have codes of their own; Kashmir, Abyei, the Kurils and the Spratlys,
named without saying whose part, have none. Jerusalem is Israel's, as GeoNames has it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dateline.knowledge.cities import City, find_cities
from dateline.knowledge.names import fold
from dateline.knowledge.sites import sites
from dateline.knowledge.states import State, state_by_iso3, states_by_name
from dateline.records import Place

PlacePrecision = Literal["city", "region", "country", "site"]
LONGEST_ABBREVIATION = 3
"""Names in so few capitals (US, UN, AU) are no cities, though there are towns of that spelling."""
LISTED, CAPITAL = 6.4, 0.5
"""What a site or region weighs beside cities: as one of 2.5 million people; and how much a capital weighs more than its size."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean; `people` is 0 where it is no city."""

    place: Place
    precision: PlacePrecision
    people: int = 0
    is_capital: bool = False

    @property
    def prominence(self) -> float:
        """How likely the name means this place, nothing else known: the decimal logarithm of its people, or of what it weighs."""
        return (math.log10(self.people) if self.people > 0 else LISTED) + CAPITAL * self.is_capital


@lru_cache(maxsize=4096)
def candidates(name: str) -> tuple[Candidate, ...]:
    """All places of that name: states first, then sites and regions, then cities by falling size."""
    states = (_of_state(state) for state in states_by_name(name) if state.status != "historical")
    return (*states, *_sites(name), *_cities(name))


def _of_state(state: State) -> Candidate:
    """A state stands at its capital."""
    capital = capital_of(state)
    latitude, longitude = (capital.latitude, capital.longitude) if capital else (None, None)
    return Candidate(Place(state.name, state.iso3, latitude, longitude), "country")


def capital_of(state: State) -> City | None:
    """The capital's row among the cities; None for a state without one."""
    for name in state.all_capitals:
        found = [city for city in find_cities(name) if city.country == state.iso3]
        if found:
            return found[0]
    return None


def _sites(name: str) -> tuple[Candidate, ...]:
    kinds: dict[str, PlacePrecision] = {"site": "site", "region": "region", "city": "city"}
    return tuple(
        Candidate(Place(site.name, site.country, site.latitude, site.longitude), kinds[site.precision])
        for site in sites().find(name)
    )


def _cities(name: str) -> tuple[Candidate, ...]:
    if len(name) <= LONGEST_ABBREVIATION and name.isupper():
        return ()
    return tuple(_of_city(city, name) for city in find_cities(name))


def _of_city(city: City, name: str) -> Candidate:
    place = Place(_spelled(city, name), city.country, city.latitude, city.longitude)
    return Candidate(place, "city", city.population, _is_capital(city, name))


def _is_capital(city: City, name: str) -> bool:
    """Named as the capital is: many a small town bears a capital's name."""
    state = state_by_iso3(city.country)
    key = fold(name).casefold()
    return state is not None and any(fold(c).casefold() == key for c in state.all_capitals)


def _spelled(city: City, name: str) -> str:
    """The name as the article has it where that differs only in accents and capitals, else the one of the list."""
    return name if fold(city.name).casefold() == fold(name).casefold() and not name.isupper() else city.name
