"""The tables of known actors as entries of one gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dateline.actors.gazetteer import Entry, Gazetteer
from dateline.knowledge.bodies import load_armed_groups, load_intergovernmental, load_metonyms, load_named_bodies
from dateline.knowledge.outlets import load_outlets
from dateline.knowledge.states import State, load_states
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


@cache
def gazetteer() -> Gazetteer:
    """All tables of known names, built once a process."""
    return Gazetteer(known_names())


def known_names() -> Iterator[tuple[str, Entry]]:
    """Every name with what it may mean; of two bodies of one name the earlier table's comes first."""
    yield from _states()
    yield from _metonyms()
    yield from _intergovernmental()
    yield from _bodies()
    yield from _armed_groups()
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
        if state.status == "historical":
            continue
        entry = state_entries()[state.iso3]
        for name in state.all_names:
            yield name, replace(entry, strict=name in state.ambiguous)
        for word in (*state.adjectives, *state.demonyms):
            yield word, replace(entry, use="adjective")
        for city in state.all_capitals:
            yield city, replace(entry, use="capital", strict=city in state.ambiguous)


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
            yield name, entry


def _armed_groups() -> Iterator[tuple[str, Entry]]:
    for row in load_armed_groups():
        entry = Entry(
            f"group:{row.name.casefold()}", row.name, "armed_group", row.country, row.code, aliases=row.aliases,
            origin="armed_groups.tsv",
        )  # fmt: skip
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
