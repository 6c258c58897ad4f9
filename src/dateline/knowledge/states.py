"""States, territories and dissolved states: names, adjectives, demonyms and capitals by ISO 3166-1 alpha-3 code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.names import NameIndex, fold
from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class State:
    """One row of states.tsv.

    `status` is state, disputed, territory or historical. `ambiguous` lists those of its names that may also mean something else
    (Georgia, Jordan, Congo), so that only the context decides.
    """

    iso3: str
    iso2: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    capitals: tuple[str, ...]
    status: str
    ambiguous: tuple[str, ...]
    source: str

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.names)

    @property
    def all_capitals(self) -> tuple[str, ...]:
        return (self.capital, *self.capitals) if self.capital else ()


@dataclass(frozen=True, slots=True)
class ContestedTerritory:
    """One row of contested_territories.tsv; `country` is the alpha-3 code of the state to which others count it."""

    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    country: str
    source: str


@cache
def load_contested_territories() -> tuple[ContestedTerritory, ...]:
    """All rows of contested_territories.tsv."""
    return read_rows("contested_territories.tsv", ContestedTerritory)


@cache
def load_states() -> tuple[State, ...]:
    """All rows of states.tsv."""
    return read_rows("states.tsv", State)


@cache
def dependencies() -> frozenset[str]:
    """The alpha-3 codes of territories that belong to a state (Guam, Greenland)."""
    return frozenset(s.iso3 for s in load_states() if s.status == "territory")


def state_by_name(name: str) -> State | None:
    """The state of that name or abbreviation; None for an unknown name and for one of two states (Congo, Korea)."""
    return _names().one(name)


def states_by_name(name: str) -> tuple[State, ...]:
    """All states that the name may mean."""
    return _names().find(name)


def state_by_adjective(word: str) -> State | None:
    """The state of an adjective or demonym: American, Danish, Danes, U.S.; None where two states share it."""
    return _adjectives().one(word)


def state_by_capital(city: str) -> State | None:
    """The state whose capital that is, as in "Pyongyang said"; the capitals of dissolved states are left out."""
    return _capitals().one(city)


def state_by_iso3(code: str) -> State | None:
    """The state of an alpha-3 code in capitals."""
    return _codes().get(code)


def is_ambiguous(name: str) -> bool:
    """Whether a state's name may also mean another state, a person or a common word."""
    return fold(name) in _ambiguous()


@cache
def _codes() -> dict[str, State]:
    return {state.iso3: state for state in load_states()}


@cache
def _names() -> NameIndex[State]:
    return NameIndex((name, state) for state in load_states() for name in state.all_names)


@cache
def _adjectives() -> NameIndex[State]:
    return NameIndex((word, state) for state in load_states() for word in (*state.adjectives, *state.demonyms))


@cache
def _capitals() -> NameIndex[State]:
    present = [state for state in load_states() if state.status != "historical"]
    return NameIndex((city, state) for state in present for city in state.all_capitals)


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(fold(name) for state in load_states() for name in state.ambiguous)
