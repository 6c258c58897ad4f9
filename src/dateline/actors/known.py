"""The tables of known actors as entries of one gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dateline.actors.gazetteer import Entry, Gazetteer
from dateline.knowledge.bodies import (
    load_armed_groups,
    load_intergovernmental,
    load_metonyms,
    load_named_bodies,
    load_parties,
    load_peoples,
)
from dateline.knowledge.institutions import load_institutions
from dateline.knowledge.outlets import load_outlets
from dateline.knowledge.states import State, load_contested_territories, load_states
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


CONTESTED = "contested:"
"""How the keys of territories open that govern themselves without being states."""
SHORT = 3
"""Letters of an abbreviation that a body of one state hardly has to itself."""
PEOPLES = "people:"
"""How the keys of peoples and of the people of regions open."""


@cache
def gazetteer() -> Gazetteer:
    """All tables of known names, built once a process."""
    return Gazetteer(known_names())


def known_names() -> Iterator[tuple[str, Entry]]:
    """Every name with what it may mean; of two bodies of one name the earlier table's comes first."""
    yield from _states()
    yield from _contested()
    yield from _metonyms()
    yield from _intergovernmental()
    yield from _bodies()
    yield from _parties()
    yield from _peoples()
    yield from _armed_groups()
    yield from _institutions()
    yield from _outlets()


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


def _states() -> Iterator[tuple[str, Entry]]:
    for state in load_states():
        entry = state_entries().get(state.iso3) or _state_entry(state)
        strict, adjective, capital = replace(entry, strict=True), replace(entry, use="adjective"), replace(entry, use="capital")
        for name in state.all_names:
            yield name, strict if name in state.ambiguous else entry
        for word in (*state.adjectives, *state.demonyms):
            yield word, adjective
        for city in state.all_capitals if state.status != "historical" else ():
            yield city, replace(capital, strict=True) if city in state.ambiguous else capital


def _contested() -> Iterator[tuple[str, Entry]]:
    for row in load_contested_territories():
        key, code = f"{CONTESTED}{row.name.casefold()}", f"{row.country} PRE"
        entry = Entry(key, row.name, "other", row.country, code, aliases=row.aliases, origin="contested_territories.tsv")
        for name in (row.name, *row.aliases):
            yield name, entry
        for word in row.adjectives:
            yield word, replace(entry, use="adjective")


def _metonyms() -> Iterator[tuple[str, Entry]]:
    states = state_entries()
    for row in load_metonyms():
        state = states.get(row.country or "")
        aliases = (f"the {row.name}", *((f"Government of {state.name}",) if state and row.sector == "GOV" else ()))
        code = f"{row.country} {row.sector}" if row.country else row.sector
        kind = KINDS.get(row.kind, "other")
        yield row.name, Entry(f"metonym:{row.name}", row.name, kind, row.country, code, aliases=aliases, origin="metonyms.tsv")


def _intergovernmental() -> Iterator[tuple[str, Entry]]:
    for row in load_intergovernmental():
        kind: ActorKind = "intergovernmental" if row.code.startswith("IGO") else "other"
        entry = Entry(f"igo:{row.key}", row.name, kind, None, row.code, aliases=row.aliases, origin="intergovernmental.tsv")
        for name in row.all_names:
            yield name, entry


def _bodies() -> Iterator[tuple[str, Entry]]:
    for row in load_named_bodies():
        key = f"body:{row.country or ''}:{row.name.casefold()}"
        kind = KINDS.get(row.kind, "other")
        entry = Entry(key, row.name, kind, row.country, row.code, aliases=row.aliases, origin="government_bodies.tsv")
        for name in row.all_names:
            yield name, replace(entry, strict=True) if _is_guarded(name, row.country) else entry


def _is_guarded(name: str, country: str | None) -> bool:
    """Three letters are the name of many bodies: "MIT", "NIA" and "SIS" count where their state is named."""
    return len(name) <= SHORT and name.isupper() and country not in (None, "USA")


def _parties() -> Iterator[tuple[str, Entry]]:
    for row in load_parties():
        key = f"body:{row.country}:{row.name.casefold()}"
        entry = Entry(key, row.name, "other", row.country, row.code, aliases=row.aliases, origin="parties.tsv")
        for name in row.firm_names:
            yield name, entry
        for name in row.guarded:
            yield name, replace(entry, strict=True)


def _peoples() -> Iterator[tuple[str, Entry]]:
    for row in load_peoples():
        entry = Entry(
            f"{PEOPLES}{row.name.casefold()}", row.name, "people", row.country, row.code, "adjective", row.aliases,
            origin="peoples.tsv",
        )  # fmt: skip
        for name in (row.name, *row.aliases):
            yield name, entry


def _armed_groups() -> Iterator[tuple[str, Entry]]:
    for row in load_armed_groups():
        entry = Entry(
            f"group:{row.name.casefold()}", row.name, "armed_group", row.country, row.code, aliases=row.aliases,
            origin="armed_groups.tsv",
        )  # fmt: skip
        for name in row.all_names:
            yield name, entry


def _institutions() -> Iterator[tuple[str, Entry]]:
    for row in load_institutions():
        key = f"body:{row.country}:{row.name.casefold()}"
        kind = KINDS.get(row.kind, "other")
        entry = Entry(key, row.name, kind, row.country, row.code, aliases=row.aliases, origin="institutions.tsv")
        for name in row.all_names:
            yield name, entry


def _outlets() -> Iterator[tuple[str, Entry]]:
    for row in load_outlets():
        code = f"{row.country} MED" if row.country else "MED"
        entry = Entry(
            f"outlet:{row.name.casefold()}", row.name, "outlet", row.country, code, aliases=row.aliases,
            strict=row.ambiguous, origin="outlets.tsv",
        )  # fmt: skip
        for name in row.all_names:
            yield name, entry
