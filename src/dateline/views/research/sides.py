"""Who stands on the sides of events, as columns: names, ids, states, sectors and codes, each in the same order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.archive.archive import Archive
from dateline.knowledge.states import load_states

BETWEEN = "; "
SIDES = """
WITH single AS (SELECT article, event, side, number, actor FROM event_sides),
members AS (SELECT article, id, unnest(members) AS member FROM actors WHERE len(members) > 0),
everybody AS (
    SELECT s.article, s.event, s.side, s.number, coalesce(m.member, s.actor) AS actor
    FROM single AS s LEFT JOIN members AS m ON m.article = s.article AND m.id = s.actor
)
SELECT e.article, e.event, e.side, coalesce(x.name, e.actor) AS name, coalesce(n.name, x.name, e.actor) AS known_as,
    coalesce(o.identity, e.actor) AS identity, x.country, x.code
FROM everybody AS e
LEFT JOIN actors AS x ON x.article = e.article AND x.id = e.actor
LEFT JOIN actor_identities AS o ON o.actor = e.actor
LEFT JOIN identities AS n ON n.id = coalesce(o.identity, e.actor)
ORDER BY e.article, e.event, e.side, e.number, identity
"""
Side = Literal["source", "target"]
HEADS: dict[Side, str] = {"source": "Actor", "target": "Recipient"}


@dataclass(frozen=True, slots=True)
class Party:
    """One actor on a side: the name in the article, the name across articles, and for whom it acts."""

    name: str
    known_as: str
    identity: str
    country: str | None
    code: str | None

    @property
    def sectors(self) -> tuple[str, ...]:
        """The parts of the code that are no state: `GOV`, `MIL`; of an international body `IGO`, `UNO`."""
        return tuple(part for part in (self.code or "").split() if part not in state_names())


Sides = dict[tuple[str, str, str], tuple[Party, ...]]


def all_sides(archive: Archive) -> Sides:
    """The parties by article, event and side; a group is given as its members, each of a side once."""
    found: defaultdict[tuple[str, str, str], dict[str, Party]] = defaultdict(dict)
    for row in archive.select(SIDES):
        party = Party(row["name"], row["known_as"], row["identity"], row["country"], row["code"])
        found[row["article"], row["event"], row["side"]].setdefault(party.identity, party)
    return {key: tuple(parties.values()) for key, parties in found.items()}


def side_columns(sides: Sides, article: str, event: str, *, across: bool) -> dict[str, str]:
    """The columns of both sides of an event; `across` gives names as they are known across articles."""
    row: dict[str, str] = {}
    for side, head in HEADS.items():
        row |= _columns(head, sides.get((article, event, side), ()), across=across)
    return row


@cache
def state_names() -> dict[str, str]:
    """The name of each state by its code."""
    return {state.iso3: state.name for state in load_states()}


def _columns(head: str, parties: Sequence[Party], *, across: bool) -> dict[str, str]:
    names = state_names()
    return {
        f"{head} Name": _joined([party.known_as if across else party.name for party in parties]),
        f"{head} ID": _joined([party.identity for party in parties]),
        f"{head} Country": _joined([names.get(party.country or "", party.country or "") for party in parties]),
        f"{head} ISO-3": _joined([party.country or "" for party in parties]),
        f"Primary {head} Sector": next((party.sectors[0] for party in parties[:1] if party.sectors), ""),
        f"{head} Sectors": _joined([" ".join(party.sectors) for party in parties]),
        f"{head} Code": _joined([party.code or "" for party in parties]),
    }


def _joined(values: Sequence[str]) -> str:
    """With a place for each, also where it has nothing; empty where none has anything."""
    return BETWEEN.join(values) if any(values) else ""
