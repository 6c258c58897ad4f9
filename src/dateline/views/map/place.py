"""A place of the map with what happened there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.knowledge.names import fold
from dateline.knowledge.states import load_states
from dateline.views.svg import counted


@dataclass(frozen=True, slots=True)
class PlaceOnMap:
    """Incidents at one place; `country` is ISO 3166-1 alpha-3, latitude and longitude in degrees.

    A state that is named as the place ("in Syria") stands for all of it: it is drawn as an area, whatever its coordinates.
    """

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    incidents: int
    cooperation: int
    conflict: int
    href: str

    @property
    def is_country(self) -> bool:
        """Whether all that is known is the country."""
        lacks = self.latitude is None or self.longitude is None
        state = _STATES.get(self.country or "")
        return bool(self.country) and (lacks or (state is not None and fold(state.name) == fold(self.name)))

    @property
    def words(self) -> str:
        """What is said of it: name, country, numbers."""
        state = _STATES.get(self.country or "")
        where = self.name if self.is_country or not state or state.name == self.name else f"{self.name}, {state.name}"
        parts = [f"{n} {word}" for n, word in ((self.cooperation, "cooperation"), (self.conflict, "conflict")) if n]
        return f"{where}: {counted(self.incidents, 'incident', 'incidents')}" + (f" ({', '.join(parts)})" if parts else "")


_STATES = {state.iso3: state for state in load_states()}


def gathered(places: Iterable[PlaceOnMap]) -> tuple[PlaceOnMap, ...]:
    """Each place once, those with most incidents first; a country under two names is one."""
    found: dict[tuple[str, ...], PlaceOnMap] = {}
    for place in places:
        key = (place.country or "",) if place.is_country else (place.country or "", place.name, place.href)
        known = found.get(key)
        found[key] = _together(known, place) if known else place
    return tuple(sorted(found.values(), key=lambda p: (-p.incidents, p.name, p.href)))


def _together(one: PlaceOnMap, other: PlaceOnMap) -> PlaceOnMap:
    larger = one if one.incidents >= other.incidents else other
    return replace(
        larger,
        incidents=one.incidents + other.incidents,
        cooperation=one.cooperation + other.cooperation,
        conflict=one.conflict + other.conflict,
    )
