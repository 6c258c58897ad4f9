"""Actors: a list of them, and one as a page: roles over time, what it said, did and suffered, where it stands, its dealings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.errors import ArchiveError
from dateline.views.room.asking import PAGE, Conditions, Paged
from dateline.views.room.incident_lines import IncidentLine, incident_lists
from dateline.views.room.party import Party, is_state_key
from dateline.views.room.positions import Matrix, matrix
from dateline.views.room.reader import Reader
from dateline.views.room.statement_lines import StatementLine, StatementQuestion, statements

ROLES = "SELECT role, code, role_from, role_until, first, last, articles FROM digest_roles WHERE key = ?"
TAKINGS = "SELECT side, incidents, foremost FROM digest_takings WHERE key = ?"
STATEMENTS = "SELECT count(*) AS statements FROM digest_statements WHERE {whose}"
DEALINGS = (
    "SELECT party, name, is_state, incidents, mean, conflict FROM digest_dealings WHERE key = ? ORDER BY incidents DESC, party"
)
SPOKESPEOPLE = "SELECT identity AS party, name, statements FROM digest_speakers WHERE key = ? ORDER BY statements DESC, identity"
MOST = 12
"""Lines of each sort; of incidents the digest has no more."""
LISTED = """
SELECT id, name, kind, country, articles, first_published, last_published FROM digest_actors
WHERE {where} ORDER BY articles DESC, name, id LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class Role:
    """What articles of a period call the actor, with the dates of the office where they are known."""

    role: str | None
    code: str | None
    held_from: date | None
    held_until: date | None
    first: date | None
    last: date | None
    articles: int


@dataclass(frozen=True, slots=True)
class Dealing:
    """Another party with which the actor had incidents: how many, how many of conflict, and their mean Goldstein weight."""

    party: Party
    incidents: int
    conflict: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor of a list."""

    id: str
    name: str
    kind: str
    country: str | None
    articles: int
    first_published: date | None
    last_published: date | None


@dataclass(frozen=True, slots=True)
class ActorList:
    """One page of the actors asked for, those of most articles first."""

    words: str
    kind: str
    paged: Paged
    actors: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor, or a state with all who act for it."""

    party: Party
    kind: str
    country: str | None
    names: tuple[str, ...]
    articles: int
    first: date | None
    last: date | None
    roles: tuple[Role, ...]
    said: int
    did: int
    suffered: int
    statements: tuple[StatementLine, ...]
    deeds: tuple[IncidentLine, ...]
    sufferings: tuple[IncidentLine, ...]
    positions: Matrix
    dealings: tuple[Dealing, ...]
    spokespeople: tuple[tuple[Party, int], ...]


def actor_list(reader: Reader, words: str = "", kind: str = "", page: int = 1, size: int = PAGE) -> ActorList:
    """The actors with these words in a name, of this kind."""
    found = Conditions().also("contains(called, lower(?))", words.strip()).also("kind = ?", kind)
    total = reader.select(f"SELECT count(*) AS total FROM digest_actors WHERE {found.sql}", found.parameters)[0]["total"]
    paged = Paged.of(total, page, size)
    rows = reader.select(LISTED.format(where=found.sql), [*found.parameters, size, paged.offset(size)])
    return ActorList(words, kind, paged, tuple(ActorLine(**row) for row in rows))


def actor_page(reader: Reader, key: str) -> ActorPage:
    """The actor with this id, or the state with this code; raises ArchiveError where the archive has none such."""
    row, is_state = _identity(reader, key), is_state_key(key)
    said = reader.select(STATEMENTS.format(whose="party = ?" if is_state else "identity = ?"), [key])[0]["statements"]
    takings = {taken["side"]: taken for taken in reader.select(TAKINGS, [key])}
    counts, (deeds, sufferings) = _taken(reader, takings)
    return ActorPage(
        party=Party(key, row["name"], is_state), kind=row["kind"], country=row["country"], names=tuple(row["names"]),
        articles=row["articles"], first=row["first_published"], last=row["last_published"],
        roles=() if is_state else tuple(map(_role, reader.select(ROLES, [key]))),
        said=said, did=counts[0], suffered=counts[1],
        statements=statements(reader, StatementQuestion(speaker=key), MOST) if said else (), deeds=deeds, sufferings=sufferings,
        positions=matrix(reader, key), dealings=tuple(map(_dealing, reader.select(DEALINGS, [key]))),
        spokespeople=_spokespeople(reader, key),
    )  # fmt: skip


def _taken(
    reader: Reader, takings: Mapping[str, Mapping[str, Any]]
) -> tuple[tuple[int, int], tuple[tuple[IncidentLine, ...], ...]]:
    """In how many incidents the actor did and suffered something, and the foremost of each."""
    sides = [takings.get(side, {"incidents": 0, "foremost": []}) for side in ("source", "target")]
    return (sides[0]["incidents"], sides[1]["incidents"]), incident_lists(reader, *(side["foremost"] for side in sides))


def _identity(reader: Reader, key: str) -> Mapping[str, Any]:
    if is_state_key(key):
        if key not in reader.states:
            raise ArchiveError(f"no state has the code {key!r}")
        found = reader.one("SELECT * FROM digest_state_actors WHERE country = ? ORDER BY articles DESC", [key])
        return (found or _nobody()) | {"name": reader.states[key], "country": key, "kind": "state"}
    found = reader.one("SELECT * FROM digest_actors WHERE id = ?", [reader.identities.of.get(key, key)])
    if found is None:
        raise ArchiveError(f"no actor has the id {key!r}")
    return found


def _nobody() -> dict[str, Any]:
    return {"names": [], "articles": 0, "first_published": None, "last_published": None}


def _role(row: Mapping[str, Any]) -> Role:
    return Role(row["role"], row["code"], row["role_from"], row["role_until"], row["first"], row["last"], row["articles"])


def _dealing(row: Mapping[str, Any]) -> Dealing:
    return Dealing(Party(row["party"], row["name"], row["is_state"]), row["incidents"], row["conflict"], row["mean"])


def _spokespeople(reader: Reader, key: str) -> tuple[tuple[Party, int], ...]:
    if not is_state_key(key):
        return ()
    rows = reader.select(SPOKESPEOPLE, [key])
    return tuple((Party(row["party"], row["name"], False), row["statements"]) for row in rows)
