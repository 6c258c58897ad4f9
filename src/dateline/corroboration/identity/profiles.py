"""What an archive knows of an actor id: the evidence on which two of them are compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from dateline.archive.archive import Archive
from dateline.knowledge.holders import load_holders

HOLDER = "office_holders.tsv: "
TABLE = ".tsv"
PROPER = "proper name"
BODIES = frozenset({"company", "other", "armed_group", "government_body", "outlet"})
FORMER = "ELI"
"""The sector code of those who were something: it says nothing of what."""
PROFILES = """
SELECT x.id, mode(x.name ORDER BY x.name) AS name, mode(x.kind ORDER BY x.kind) AS kind, any_value(x.country) AS country,
    list(DISTINCT x.code) AS codes, list(DISTINCT x.role) AS roles, list(DISTINCT x.reason) AS reasons,
    list(DISTINCT x.article) AS articles, min(a.published_start) AS first, max(a.published_end) AS last
FROM actors AS x JOIN articles AS a ON a.id = x.article
WHERE x.id IN (SELECT unnest(?)) AND len(x.members) = 0 AND x.kind NOT IN ('state', 'people', 'intergovernmental')
GROUP BY x.id
"""

NAMES = """
SELECT id, mode(name ORDER BY name) AS name, mode(kind ORDER BY kind) AS kind, any_value(country) AS country,
    list(DISTINCT reason) AS reasons
FROM actors
WHERE id IN (SELECT unnest(?)) AND len(members) = 0 AND kind NOT IN ('state', 'people', 'intergovernmental')
GROUP BY id
"""
"""What is needed to look for others with a like name; the rest, which takes longer, only for those who have any."""


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
    articles: frozenset[str]
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
        """Whether it goes by a name that can be compared: two words of a person's, any of a body's; a description is none."""
        words = self.name.split()
        if self.is_person:
            described = any(reason.startswith("described by") for reason in self.reasons)
            return len(words) > 1 and not described and words[0][0].isupper() and words[-1][0].isupper()
        named = self.is_listed or any(reason.startswith(PROPER) for reason in self.reasons)
        return self.kind in BODIES and (named or (self.kind == "government_body" and self.country is not None))


def profiles(archive: Archive, ids: Collection[str]) -> dict[str, Profile]:
    """The profiles of these actors; those that no article has, states, peoples and groups of several are left out."""
    return {row["id"]: _profile(row) for row in archive.select(PROFILES, [list(ids)])} if ids else {}


def named_alone(archive: Archive, ids: Collection[str]) -> dict[str, Profile]:
    """As `profiles`, with name, kind, country and reasons only."""
    nothing: dict[str, Any] = {"codes": (), "roles": (), "articles": (), "first": None, "last": None}
    return {row["id"]: _profile(row | nothing) for row in archive.select(NAMES, [list(ids)])} if ids else {}


def _profile(row: dict[str, Any]) -> Profile:
    country, reasons = row["country"], _told(row["reasons"])
    sectors = {part for code in _told(row["codes"]) for part in code.split()} - {country, FORMER}
    holders = {reason.removeprefix(HOLDER).split(", ")[0] for reason in reasons if reason.startswith(HOLDER)}
    return Profile(
        row["id"], row["name"], row["kind"], country, frozenset(sectors), frozenset(_told(row["roles"])),
        frozenset(_person_behind(holder) for holder in holders), frozenset(reasons), frozenset(row["articles"]),
        row["first"], row["last"],
    )  # fmt: skip


def _told(values: Iterable[str | None] | None) -> set[str]:
    return {value for value in values or () if value}


def _person_behind(holder: str) -> str:
    """The Wikidata id of an office holder, where the table has one, else the name."""
    return _wikidata().get(holder, holder)


@cache
def _wikidata() -> dict[str, str]:
    return {row.name: row.wikidata for row in load_holders() if row.wikidata}
