"""What a name may mean on the map: states, sites and regions, cities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.knowledge.cities import City, find_cities
from dateline.knowledge.names import fold
from dateline.knowledge.sites import sites
from dateline.knowledge.states import State, states_by_name
from dateline.records import Place

PlacePrecision = Literal["city", "region", "country", "site"]
LONGEST_ABBREVIATION = 3
"""Names in so few capitals (US, UN, AU) are no cities, though there are towns of that spelling."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean; `people` is 0 where it is no city."""

    place: Place
    precision: PlacePrecision
    people: int = 0


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
    found = (
        Candidate(Place(_spelled(city, name), city.country, city.latitude, city.longitude), "city", city.population)
        for city in find_cities(name)
    )
    return tuple(found)


def _spelled(city: City, name: str) -> str:
    """The name as the article has it where that differs only in accents and capitals, else the one of the list."""
    return name if fold(city.name).casefold() == fold(name).casefold() and not name.isupper() else city.name
