"""All that is known of actors before an article is read: the tables, with a user's own rows over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.actors.gazetteer import Entry, Gazetteer, ListedNames
from dateline.actors.known import KINDS, gazetteer, known_names, state_entries
from dateline.knowledge.holders import Holders, known_holders
from dateline.knowledge.names import fold
from dateline.knowledge.own_actors import SECTORS, OwnActor, OwnActors
from dateline.knowledge.own_holders import holders_with


@dataclass(frozen=True, slots=True)
class KnownActors:
    """Names of states, bodies, groups and outlets, the present states by alpha-3 code, and people with their offices."""

    gazetteer: Gazetteer
    states: dict[str, Entry]
    holders: Holders


@lru_cache(maxsize=4)
def known_actors(own: OwnActors | None = None) -> KnownActors:
    """The tables alone, or with a user's rows; kept for the last few files, by their digest."""
    if own is None:
        return KnownActors(gazetteer(), state_entries(), known_holders())
    amended, added = _sorted_out(own)
    states = {code: amended.get(entry.key, entry) for code, entry in state_entries().items()}
    states |= {e.country: e for _, e in added if e.kind == "state" and e.country and e.use == "name"}
    return KnownActors(Gazetteer(ListedNames(_names(amended, added))), states, holders_with(own))


def _sorted_out(own: OwnActors) -> tuple[dict[str, Entry], list[tuple[str, Entry]]]:
    """The entries that the user's rows change, by key, and the names that they add."""
    amended: dict[str, Entry] = {}
    added: list[tuple[str, Entry]] = []
    for row in (row for row in own.rows if row.kind != "person"):
        origin = f"line {row.line} of {own.path.name}"
        known = _entry_meant(row)
        entry = _amended(amended.get(known.key, known), row, origin) if known else _new_entry(row, origin)
        if known:
            amended[known.key] = entry
        added += [(name, entry) for name in row.all_names]
        added += [(word, replace(entry, use="adjective")) for word in row.adjectives]
    return amended, added


def _entry_meant(row: OwnActor) -> Entry | None:
    """The entry of the tables that the row is about: the state of its code, or what bears its name and is of its kind."""
    if row.kind == "state":
        return state_entries().get(row.country or "")
    found = [e for e in gazetteer().find(row.name) if e.kind == KINDS.get(row.kind, "other") and e.use == "name"]
    state = row.country or row.home
    return next((e for e in found if state is None or state in (e.country, (e.code or "")[:3])), None)


def _amended(entry: Entry, row: OwnActor, origin: str) -> Entry:
    country, code = entry.country, entry.code
    if row.country is not None or row.sector is not None or row.home is not None:
        sector = row.sector if row.sector is not None else (code or "").partition(" ")[2]
        country = row.country or None if row.country is not None or row.home else country
        code = " ".join(part for part in (row.home or country or (code or "")[:3], sector) if part) or None
    aliases = dict.fromkeys((entry.name, *entry.aliases, *row.aliases))
    aliases.pop(row.name, None)
    return replace(entry, name=row.name, country=country, code=code, aliases=tuple(aliases), strict=False, origin=origin)


def _new_entry(row: OwnActor, origin: str) -> Entry:
    kind = KINDS.get(row.kind, "other")
    country = row.country if row.country != "IGO" else None
    sector = row.sector if row.sector is not None else SECTORS.get(row.kind, "")
    state = row.home or row.country or ""
    code = " ".join(dict.fromkeys(part for part in (state, sector) if part)) or None
    key = f"state:{row.country}" if kind == "state" else f"own:{row.kind}:{row.name.casefold()}"
    return Entry(key, row.name, kind, country or None, code, aliases=row.aliases, origin=origin)


def _names(amended: dict[str, Entry], added: list[tuple[str, Entry]]) -> Iterator[tuple[str, Entry]]:
    """The user's names, then those of the tables that the user has not given to somebody else."""
    owners: dict[str, str] = {fold(name): entry.key for name, entry in added}
    yield from added
    for name, entry in known_names():
        if owners.get(fold(name), entry.key) == entry.key:
            new = amended.get(entry.key)
            yield name, replace(new, use=entry.use, strict=entry.strict) if new else entry
