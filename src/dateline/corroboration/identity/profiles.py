"""What an archive knows of an actor id: the evidence on which two of them are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.archive.archive import Archive
from dateline.archive.memory import Kept
from dateline.corroboration.identity import company
from dateline.corroboration.identity.gathering import Gathered, Row, added, gathered, rows_of
from dateline.knowledge.holders import load_holders
from dateline.records import Reading

HOLDER = "office_holders.tsv: "
TABLE = ".tsv"
PROPER = "proper name"
BODIES = frozenset({"company", "other", "armed_group", "government_body", "outlet"})
FORMER = "ELI"
"""The sector code of those who were something: it says nothing of what."""
KEPT = 1 << 18
"""Actors that are kept in memory."""
COUNTED = "articles of actors"
ROWS = """
SELECT x.id, x.name, x.kind, x.country, x.code, x.role, x.reason, x.article, a.published_start AS first, a.published_end AS last
FROM actors AS x JOIN articles AS a ON a.id = x.article
WHERE x.rowid IN (SELECT rowid FROM actors WHERE id IN (SELECT unnest(?)))
    AND len(x.members) = 0 AND x.kind NOT IN ('state', 'people', 'intergovernmental')
"""


@dataclass(frozen=True, slots=True)
class Profile:
    """One actor id with what all its articles say; `holders` are names of the office holders' table that it was found to be."""

    id: str
    name: str
    kind: str
    country: str | None
    sectors: frozenset[str]
    roles: frozenset[str]
    holders: frozenset[str]
    reasons: frozenset[str]
    articles: Set[str]
    first: date | None
    last: date | None

    @property
    def is_person(self) -> bool:
        return self.kind == "person"

    @property
    def is_listed(self) -> bool:
        """Whether a table of known actors has it."""
        return any(TABLE in reason for reason in self.reasons)

    @property
    def has_proper_name(self) -> bool:
        """Whether it goes by a name that can be compared."""
        return goes_by_name(self.name, self.kind, self.country, self.reasons)


def goes_by_name(name: str, kind: str, country: str | None, reasons: Collection[str]) -> bool:
    """Whether it is a name that can be compared: two words of a person's, any of a body's; a description is none."""
    words = name.split()
    if kind == "person":
        described = any(reason.startswith("described by") for reason in reasons)
        return len(words) > 1 and not described and words[0][0].isupper() and words[-1][0].isupper()
    named = any(TABLE in reason or reason.startswith(PROPER) for reason in reasons)
    return kind in BODIES and (named or (kind == "government_body" and country is not None))


def profiles(archive: Archive, ids: Iterable[str]) -> dict[str, Profile]:
    """The profiles of these actors; those that no article has, states, peoples and groups of several are left out."""
    known = _kept(archive).get(ids, lambda missing: _fetched(archive, missing))
    return {key: _profile(key, one) for key, one in known.items()}


def take_in(archive: Archive, readings: Sequence[Reading]) -> set[str]:
    """Add what newly stored readings say of actors to what is kept in memory; gives back the actors that go by a name there."""
    rows = [row for reading in readings for row in rows_of(reading)]
    ids = articles_of(archive, [reading.article.id for reading in readings])
    company.take_in(archive, readings)
    known = _kept(archive).get({row.id for row in rows}, lambda _: dict[str, Row | Gathered]())
    for row in rows:
        # What is known in the archive but not in memory is fetched with all its rows if it is asked for.
        if row.id in known or row.id not in ids:
            known[row.id] = added(known.get(row.id), row)
    _kept(archive).put(known)
    named = {row.id for row in rows if goes_by_name(row.name, row.kind, row.country, (row.reason or "",))}
    first = named - ids.keys()
    places = {one.article.id: [actor.id if actor.id in first else "" for actor in one.actors] for one in readings}
    archive.actors.note_first_places(places)
    for reading in readings:
        ids.update({actor.id for actor in reading.actors})
    return named


def forget(archive: Archive, ids: Collection[str]) -> None:
    """Let go of actors whose rows may have changed."""
    _kept(archive).drop(ids)
    archive.memory.forget(COUNTED)
    company.forget(archive)


def articles_of(archive: Archive, without: Sequence[str] = ()) -> Counter[str]:
    """In how many articles each actor of the archive stands; when it is counted first, these articles are passed over."""
    query = "SELECT id, count(DISTINCT article) AS articles FROM actors WHERE article NOT IN (SELECT unnest(?)) GROUP BY id"
    return archive.memory.once(
        COUNTED, lambda: Counter({row["id"]: row["articles"] for row in archive.select(query, [list(without)])})
    )


def _kept(archive: Archive) -> Kept[str, Row | Gathered]:
    return archive.memory.of("actors", KEPT)


def _fetched(archive: Archive, ids: Collection[str]) -> dict[str, Row | Gathered]:
    found: dict[str, Row | Gathered] = {}
    for row in archive.select(ROWS, [list(ids)]):
        found[row["id"]] = added(found.get(row["id"]), Row(**row))
    return found


def _profile(key: str, known: Row | Gathered) -> Profile:
    actor = gathered(known)
    country, reasons = actor.country, _told(actor.reasons)
    sectors = {part for code in _told(actor.codes) for part in code.split()} - {country, FORMER}
    holders = {reason.removeprefix(HOLDER).split(", ")[0] for reason in reasons if reason.startswith(HOLDER)}
    return Profile(
        key, _commonest(actor.names), _commonest(actor.kinds), country, frozenset(sectors),
        frozenset(_told(actor.roles)), frozenset(_person_behind(holder) for holder in holders), frozenset(reasons),
        actor.articles, actor.first, actor.last,
    )  # fmt: skip


def _commonest(counted: Counter[str]) -> str:
    return min(counted, key=lambda one: (-counted[one], one))


def _told(values: Iterable[str | None] | None) -> set[str]:
    return {value for value in values or () if value}


def _person_behind(holder: str) -> str:
    """The Wikidata id of an office holder, where the table has one, else the name."""
    return _wikidata().get(holder, holder)


@cache
def _wikidata() -> dict[str, str]:
    return {row.name: row.wikidata for row in load_holders() if row.wikidata}
