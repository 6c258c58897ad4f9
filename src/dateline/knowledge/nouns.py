"""Common nouns for those who speak and act, titles and offices, and given names with the gender of their bearers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.names import NameIndex
from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """A noun for a person, a group or a body; `kind` is an actor kind, `sector` a PLOVER sector or None."""

    noun: str
    plural: str
    kind: str
    sector: str | None
    human: bool


@dataclass(frozen=True, slots=True)
class OfficeNoun:
    """An office or title; `precedes_name` as in "President Moon"; `gender` m or f where the word itself says so."""

    noun: str
    plural: str
    sector: str | None
    precedes_name: bool
    gender: str | None


@dataclass(frozen=True, slots=True)
class FirstName:
    """A given name and the usual gender of its bearers: m or f."""

    name: str
    gender: str


@cache
def load_actor_nouns() -> tuple[ActorNoun, ...]:
    """All rows of person_nouns.tsv."""
    return read_rows("person_nouns.tsv", ActorNoun)


@cache
def load_office_nouns() -> tuple[OfficeNoun, ...]:
    """All rows of office_nouns.tsv."""
    return read_rows("office_nouns.tsv", OfficeNoun)


@cache
def load_first_names() -> tuple[FirstName, ...]:
    """All rows of first_names.tsv."""
    return read_rows("first_names.tsv", FirstName)


def actor_noun(word: str) -> ActorNoun | None:
    """The row of a noun in singular or plural."""
    rows = _actor_nouns().find(word)
    return rows[0] if rows else None


def office_noun(words: str) -> OfficeNoun | None:
    """The row of an office in singular or plural: "prime minister", "Gen."."""
    rows = _office_nouns().find(words)
    return rows[0] if rows else None


def gender_of_first_name(name: str) -> str | None:
    """The usual gender, m or f, of a given name; None for an unknown name."""
    row = _first_names().one(name)
    return row.gender if row else None


@cache
def _actor_nouns() -> NameIndex[ActorNoun]:
    singular = [(row.noun, row) for row in load_actor_nouns()]
    return NameIndex(singular + [(row.plural, row) for row in load_actor_nouns() if row.plural])


@cache
def _office_nouns() -> NameIndex[OfficeNoun]:
    singular = [(row.noun, row) for row in load_office_nouns()]
    return NameIndex(singular + [(row.plural, row) for row in load_office_nouns() if row.plural])


@cache
def _first_names() -> NameIndex[FirstName]:
    return NameIndex((row.name, row) for row in load_first_names())
