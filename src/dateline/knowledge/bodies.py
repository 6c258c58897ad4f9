"""Bodies that act: metonyms, intergovernmental bodies, named and patterned government bodies, armed groups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.names import NameIndex
from dateline.knowledge.tables import LateRows, read_rows


@dataclass(frozen=True, slots=True)
class Metonym:
    """A place or building named for the body that sits there. `sector` of intergovernmental ones is the whole code."""

    name: str
    country: str | None
    stands_for: str
    kind: str
    sector: str


@dataclass(frozen=True, slots=True)
class Intergovernmental:
    """A body of states. `parent` is the `key` of the body it belongs to; `members` only where small and certain."""

    key: str
    name: str
    aliases: tuple[str, ...]
    parent: str | None
    code: str
    members: tuple[str, ...]

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A ministry, agency, chamber, party, firm or association known by a name of its own; `code` such as "RUS SPY"."""

    name: str
    aliases: tuple[str, ...]
    country: str | None
    kind: str
    code: str

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Party:
    """A political party. Its `guarded` names count only in an article that names its state, or the party in full."""

    name: str
    aliases: tuple[str, ...]
    guarded: tuple[str, ...]
    country: str
    code: str
    source: str

    @property
    def firm_names(self) -> tuple[str, ...]:
        """The names that can mean nothing else; a state in brackets is no part of any."""
        return tuple(n for n in (self.name, *self.aliases) if n not in self.guarded)


@dataclass(frozen=True, slots=True)
class People:
    """A people of one state, without a government of its own."""

    name: str
    aliases: tuple[str, ...]
    country: str
    code: str
    source: str


@dataclass(frozen=True, slots=True)
class BodyPattern:
    """The head of a noun phrase that, after a state's adjective or possessive, names a body: Russian *foreign ministry*."""

    head: str
    sector: str
    kind: str


@dataclass(frozen=True, slots=True)
class ArmedGroup:
    """An armed group. `at_war` says whether it fights its own state: then its `country` in a reading is null."""

    name: str
    aliases: tuple[str, ...]
    home_country: str | None
    code: str
    kind: str
    at_war: bool

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    @property
    def country(self) -> str | None:
        return None if self.at_war else self.home_country


@cache
def load_metonyms() -> LateRows[Metonym]:
    """All rows of metonyms.tsv."""
    return LateRows("metonyms.tsv", Metonym)


@cache
def load_intergovernmental() -> LateRows[Intergovernmental]:
    """All rows of intergovernmental.tsv."""
    return LateRows("intergovernmental.tsv", Intergovernmental)


@cache
def load_named_bodies() -> LateRows[NamedBody]:
    """All rows of government_bodies.tsv."""
    return LateRows("government_bodies.tsv", NamedBody)


@cache
def load_parties() -> LateRows[Party]:
    """All rows of parties.tsv."""
    return LateRows("parties.tsv", Party)


@cache
def load_peoples() -> LateRows[People]:
    """All rows of peoples.tsv."""
    return LateRows("peoples.tsv", People)


@cache
def load_body_patterns() -> tuple[BodyPattern, ...]:
    """All rows of body_patterns.tsv, in order."""
    return read_rows("body_patterns.tsv", BodyPattern)


@cache
def load_armed_groups() -> LateRows[ArmedGroup]:
    """All rows of armed_groups.tsv."""
    return LateRows("armed_groups.tsv", ArmedGroup)


def metonym_by_name(name: str) -> Metonym | None:
    """What a place name stands for: the Kremlin, Foggy Bottom."""
    return _metonyms().one(name)


def intergovernmental_by_name(name: str) -> Intergovernmental | None:
    """The intergovernmental body of that name or abbreviation."""
    return _intergovernmental().one(name)


def bodies_by_name(name: str) -> tuple[NamedBody, ...]:
    """All bodies of that name; two for "Joint Chiefs of Staff", so that the article has to decide."""
    return _bodies().find(name)


def body_by_name(name: str) -> NamedBody | None:
    """The body of that name; None where two states have one."""
    return _bodies().one(name)


def body_pattern(head: str) -> BodyPattern | None:
    """What the words after a state's adjective name: "foreign ministry", "army"."""
    return _patterns().one(head)


def armed_group_by_name(name: str) -> ArmedGroup | None:
    """The armed group of that name or abbreviation."""
    return _groups().one(name)


@cache
def _metonyms() -> NameIndex[Metonym]:
    return NameIndex((row.name, row) for row in load_metonyms())


@cache
def _intergovernmental() -> NameIndex[Intergovernmental]:
    return NameIndex((name, row) for row in load_intergovernmental() for name in row.all_names)


@cache
def _bodies() -> NameIndex[NamedBody]:
    return NameIndex((name, row) for row in load_named_bodies() for name in row.all_names)


@cache
def _patterns() -> NameIndex[BodyPattern]:
    return NameIndex((row.head, row) for row in load_body_patterns())


@cache
def _groups() -> NameIndex[ArmedGroup]:
    return NameIndex((name, row) for row in load_armed_groups() for name in row.all_names)
