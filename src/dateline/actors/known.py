"""The tables of known actors as entries of one gazetteer.

Where a name stands in the tables is known beforehand (scripts/knowledge/build_name_positions.py); rows are read when a text has
one of their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from dateline.actors.gazetteer import Entry, Gazetteer
from dateline.knowledge.bodies import (
    ArmedGroup,
    Intergovernmental,
    Metonym,
    NamedBody,
    Party,
    People,
    load_armed_groups,
    load_intergovernmental,
    load_metonyms,
    load_named_bodies,
    load_parties,
    load_peoples,
)
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.institutions import Institution, load_institutions
from dateline.knowledge.name_positions import NamePositions
from dateline.knowledge.names import fold
from dateline.knowledge.outlets import Outlet, load_outlets
from dateline.knowledge.states import ContestedTerritory, State, load_contested_territories, load_states
from dateline.records import ActorKind

KINDS: dict[str, ActorKind] = {
    "person": "person",
    "people": "people",
    "state": "state",
    "government_body": "government_body",
    "intergovernmental": "intergovernmental",
    "armed_group": "armed_group",
    "company": "company",
    "outlet": "outlet",
}


NAMES = "actor_names.tsv"
"""Where in the tables folded names stand."""
CONTESTED = "contested:"
"""How the keys of territories open that govern themselves without being states."""
SHORT = 3
"""Letters of an abbreviation that a body of one state hardly has to itself."""
PEOPLES = "people:"
"""How the keys of peoples and of the people of regions open."""


Named = Iterator[tuple[str, Entry]]
"""Names, each with what it means."""


@cache
def gazetteer() -> Gazetteer:
    """All tables of known names, built once a process."""
    return Gazetteer(TableNames())


class TableNames:
    """The names of all tables by folded name; what they mean is looked up in the tables when asked for."""

    def __init__(self) -> None:
        self._numbers = NamePositions(NAMES)
        self._found: dict[str, list[tuple[str, Entry]]] = {}

    def __iter__(self) -> Iterator[str]:
        """All folded names."""
        return iter(self._numbers)

    def named(self, key: str) -> Sequence[tuple[str, Entry]]:
        """What bears a folded name; of two bodies of one name the earlier table's comes first."""
        if key not in self._numbers:
            return ()
        if key not in self._found:
            names = (pair for number in self._numbers.get(key) for pair in _row_of(number) if fold(pair[0]) == key)
            self._found[key] = list(dict.fromkeys(names))
        return self._found[key]


def known_names() -> Named:
    """Every name with what it may mean, in the order of tables and rows."""
    for _, names in _numbered_rows():
        yield from names


def positions_by_name() -> dict[str, list[int]]:
    """For each folded name the numbers of the rows that have it."""
    found: dict[str, list[int]] = {}
    for number, names in _numbered_rows():
        for key in dict.fromkeys(fold(name) for name, _ in names):
            found.setdefault(key, []).append(number)
    return found


def _numbered_rows() -> Iterator[tuple[int, Named]]:
    for at, (load, names) in enumerate(_TABLES):
        yield from ((row * len(_TABLES) + at, names(one)) for row, one in enumerate(load()))


def _row_of(number: int) -> Named:
    row, table = divmod(number, len(_TABLES))
    load, names = _TABLES[table]
    return names(load()[row])


@cache
def state_entries() -> dict[str, Entry]:
    """The entry of each present state by ISO 3166-1 alpha-3 code."""
    return {s.iso3: _state_entry(s) for s in load_states() if s.status != "historical"}


@cache
def adjective_of(country: str | None) -> str | None:
    """The usual adjective of a state: "Egyptian" for EGY."""
    states = {s.iso3: s for s in load_states()}
    state = states.get(country or "")
    return (state.adjectives[0] if state.adjectives else state.name) if state else None


def _state_entry(state: State) -> Entry:
    adjective = state.adjectives[0] if state.adjectives else state.name
    aliases = (f"Government of {state.name}", f"{adjective} government")
    return Entry(
        f"state:{state.iso3}", state.name, "state", state.iso3, f"{state.iso3} GOV", aliases=aliases, origin="states.tsv"
    )


def _states(state: State) -> Named:
    entry = state_entries().get(state.iso3) or _state_entry(state)
    strict, adjective, capital = replace(entry, strict=True), replace(entry, use="adjective"), replace(entry, use="capital")
    for name in state.all_names:
        known = capital if name.casefold() in discourse_nouns("land") else entry
        yield name, strict if name in state.ambiguous else known
    for word in (*state.adjectives, *state.demonyms):
        yield word, adjective
    for city in state.all_capitals if state.status != "historical" else ():
        yield city, replace(capital, strict=True) if city in state.ambiguous else capital


def _contested(row: ContestedTerritory) -> Named:
    key, code = f"{CONTESTED}{row.name.casefold()}", f"{row.country} PRE"
    entry = Entry(key, row.name, "other", row.country, code, aliases=row.aliases, origin="contested_territories.tsv")
    for name in (row.name, *row.aliases):
        yield name, entry
    for word in row.adjectives:
        yield word, replace(entry, use="adjective")


def _metonyms(row: Metonym) -> Named:
    states = state_entries()
    state = states.get(row.country or "")
    aliases = (f"the {row.name}", *((f"Government of {state.name}",) if state and row.sector == "GOV" else ()))
    code = f"{row.country} {row.sector}" if row.country else row.sector
    kind = KINDS.get(row.kind, "other")
    yield row.name, Entry(f"metonym:{row.name}", row.name, kind, row.country, code, aliases=aliases, origin="metonyms.tsv")


def _intergovernmental(row: Intergovernmental) -> Named:
    kind: ActorKind = "intergovernmental" if row.code.startswith("IGO") else "other"
    entry = Entry(f"igo:{row.key}", row.name, kind, None, row.code, aliases=row.aliases, origin="intergovernmental.tsv")
    for name in row.all_names:
        yield name, entry


def _bodies(row: NamedBody) -> Named:
    key = f"body:{row.country or ''}:{row.name.casefold()}"
    kind = KINDS.get(row.kind, "other")
    entry = Entry(key, row.name, kind, row.country, row.code, aliases=row.aliases, origin="government_bodies.tsv")
    for name in (spelt for written in row.all_names for spelt in _in_full(written)):
        yield name, replace(entry, strict=True) if _is_guarded(name, row.country) else entry


def _in_full(name: str) -> tuple[str, ...]:
    """ "United States Congress" beside "U.S. Congress"."""
    return (name, f"United States {name.removeprefix('U.S. ')}") if name.startswith("U.S. ") else (name,)


def _is_guarded(name: str, country: str | None) -> bool:
    """Three letters are the name of many bodies: "MIT", "NIA" and "SIS" count where their state is named."""
    return len(name) <= SHORT and name.isupper() and country not in (None, "USA")


def _parties(row: Party) -> Named:
    key = f"body:{row.country}:{row.name.casefold()}"
    entry = Entry(key, row.name, "other", row.country, row.code, aliases=row.aliases, origin="parties.tsv")
    for name in row.firm_names:
        yield name, entry
    for name in row.guarded:
        yield name, replace(entry, strict=True)


def _peoples(row: People) -> Named:
    entry = Entry(
        f"{PEOPLES}{row.name.casefold()}", row.name, "people", row.country, row.code, "adjective", row.aliases,
        origin="peoples.tsv",
    )  # fmt: skip
    for name in (row.name, *row.aliases):
        yield name, entry


def _armed_groups(row: ArmedGroup) -> Named:
    entry = Entry(
        f"group:{row.name.casefold()}", row.name, "armed_group", row.country, row.code, aliases=row.aliases,
        origin="armed_groups.tsv",
    )  # fmt: skip
    for name in row.all_names:
        yield name, entry


def _institutions(row: Institution) -> Named:
    key = f"body:{row.country}:{row.name.casefold()}"
    kind = KINDS.get(row.kind, "other")
    entry = Entry(key, row.name, kind, row.country, row.code, aliases=row.aliases, origin="institutions.tsv")
    for name in row.all_names:
        yield name, entry


def _outlets(row: Outlet) -> Named:
    code = f"{row.country} MED" if row.country else "MED"
    entry = Entry(
        f"outlet:{row.name.casefold()}", row.name, "outlet", row.country, code, aliases=row.aliases,
        strict=row.ambiguous, origin="outlets.tsv",
    )  # fmt: skip
    for name in row.all_names:
        yield name, entry


_TABLES: tuple[tuple[Callable[[], Any], Callable[[Any], Named]], ...] = (
    (load_states, _states),
    (load_contested_territories, _contested),
    (load_metonyms, _metonyms),
    (load_intergovernmental, _intergovernmental),
    (load_named_bodies, _bodies),
    (load_parties, _parties),
    (load_peoples, _peoples),
    (load_armed_groups, _armed_groups),
    (load_institutions, _institutions),
    (load_outlets, _outlets),
)
"""Each table, and the names of one of its rows."""
