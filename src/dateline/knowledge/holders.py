"""Who held which office when: heads of state and government, ministers, envoys, spokespeople, heads of bodies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.knowledge.names import NameIndex, fold
from dateline.knowledge.partial_dates import PartialDate
from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of one person in one office.

    `since` and `until` are as precise as the source; `until` is None for one who is still in office, or whose end is not known.
    `as_of` is the last day for which the source vouches; nobody is held to be in office after it. `country` is an alpha-3 code or
    IGO, `surname_only` says that the given name is not known, `gender` is m, f or None.
    """

    name: str
    aliases: tuple[str, ...]
    country: str
    office: str
    sector: str
    since: PartialDate | None
    until: PartialDate | None
    as_of: PartialDate | None
    gender: str | None
    surname: str
    surname_only: bool
    wikidata: str | None
    source: str

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    @property
    def code(self) -> str:
        """The actor code of the office, such as "RUS GOV" or "IGO UNO"."""
        return f"{self.country} {self.sector}"

    def holds(self, on: date) -> bool:
        """Whether the person was in office on that day, counting the whole of a month or year known no better."""
        end = self.until or self.as_of
        return (self.since is None or self.since.earliest <= on) and (end is None or on <= end.latest)


@cache
def load_holders() -> tuple[Holder, ...]:
    """All rows of office_holders.tsv."""
    return read_rows("office_holders.tsv", Holder)


def holders_named(name: str, on: date | None = None) -> tuple[Holder, ...]:
    """The terms of all people of that full name, alias or surname; with `on` only those in office that day."""
    rows = _by_name().find(name)
    return rows if on is None else tuple(row for row in rows if row.holds(on))


def holders_of(country: str, office: str, on: date) -> tuple[Holder, ...]:
    """Who held the office in that state, or IGO, on that day: `holders_of("RUS", "foreign minister", day)`."""
    return tuple(row for row in _by_office().get((country, fold(office)), ()) if row.holds(on))


@cache
def _by_name() -> NameIndex[Holder]:
    return NameIndex((name, row) for row in load_holders() for name in (*row.all_names, row.surname) if name)


@cache
def _by_office() -> dict[tuple[str, str], tuple[Holder, ...]]:
    offices: dict[tuple[str, str], tuple[Holder, ...]] = {}
    for row in load_holders():
        key = (row.country, fold(row.office))
        offices[key] = (*offices.get(key, ()), row)
    return offices
