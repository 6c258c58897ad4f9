"""Who held which office when: heads of state and government, ministers, envoys, spokespeople, heads of bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

from dateline.knowledge.name_positions import NamePositions
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import load_first_names
from dateline.knowledge.partial_dates import PartialDate
from dateline.knowledge.spellings import keys_of_folded, reordered, spelling_key
from dateline.knowledge.tables import LateRows

TABLE = "office_holders.tsv"
NAMES, SPELLINGS = "office_holder_names.tsv", "office_holder_spellings.tsv"
"""Where in the table folded names and keys of spellings stand; scripts/knowledge/build_name_positions.py writes them."""
WRITTEN, PRESUMED = date(2025, 6, 30), timedelta(days=730)
"""Who was in office when the table was last written is presumed to be for so long: most are, and news is read after that day."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of one person in one office.

    `since` and `until` are as precise as the source; `until` is None for one who is still in office, or whose end is not known.
    `as_of` is the last day for which the source vouches; from `WRITTEN` on it is presumed a while longer. `country` is an alpha-3
    code or IGO, `surname_only` says that the given name is not known, `gender` is m, f or None. A user's rows may lack country
    and office.
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
        return f"{self.country} {self.sector}".strip()

    def holds(self, on: date) -> bool:
        """Whether the person was in office on that day, counting the whole of a month or year known no better."""
        end = self._last_day()
        return (self.since is None or self.since.earliest <= on) and (end is None or on <= end)

    def _last_day(self) -> date | None:
        if self.until is None and self.as_of is not None and self.as_of.latest >= WRITTEN:
            return self.as_of.latest + PRESUMED
        end = self.until or self.as_of
        return end.latest if end is not None else None


class Holders:
    """Terms of office by name and by office: those of the table, and before them those of a user.

    `without` are positions of the table that a user's rows replace.
    """

    def __init__(self, table: LateRows[Holder], own: Sequence[Holder] = (), without: Iterable[int] = ()) -> None:
        self._table, self._own, self._without = table, tuple(own), frozenset(without)
        self._names, self._spellings = NamePositions(NAMES), NamePositions(SPELLINGS)
        self._own_names = positions_by_name([(*row.all_names, row.surname) for row in self._own])
        self._own_spellings = positions_by_spelling(self._own_names)

    def _by_name(self, key: str) -> tuple[int, ...]:
        return (*self._own_names.get(key, ()), *self._of_table(self._names.get(key)))

    def _by_spelling(self, key: str) -> tuple[int, ...]:
        return (*self._own_spellings.get(key, ()), *self._of_table(self._spellings.get(key)))

    def _of_table(self, positions: Iterable[int]) -> list[int]:
        """Positions of the table as those of all terms, less the ones that the user replaces."""
        return [len(self._own) + at for at in positions if at not in self._without]

    def all(self) -> tuple[Holder, ...]:
        """Every term; the user's own first."""
        kept = (position for position in range(len(self._table)) if position not in self._without)
        return (*self._own, *(self._table[position] for position in kept))

    def named(self, name: str, on: date | None = None) -> tuple[Holder, ...]:
        """The terms of all people of that full name, alias or surname; with `on` only those in office that day.

        A name that no row has is looked up in other spellings, and a full name in the other order ("Lavrov Sergey").
        """
        key = fold(name)
        found = self._by_name(key) or self._by_name(key.casefold())
        rows = self._rows(found) if found else self._respelt(name)
        return rows if on is None else tuple(row for row in rows if row.holds(on))

    def of(self, country: str, office: str, on: date) -> tuple[Holder, ...]:
        """Who held the office in that state, or IGO, on that day."""
        return tuple(row for row in self._rows(self._by_office.get((country, fold(office)), ())) if row.holds(on))

    def positions(self, name: str) -> tuple[int, ...]:
        """Where in the table the person of exactly that full name or alias stands."""
        key, own = fold(name), len(self._own)
        rows = ((at - own, self._row(at)) for at in self._by_name(key) if at >= own)
        return tuple(at for at, row in rows if key in map(fold, row.all_names))

    def at(self, position: int) -> Holder:
        """The term at a position of the table."""
        return self._table[position]

    def with_rows(self, own: Sequence[Holder], without: Iterable[int]) -> Holders:
        """The same table with a user's own terms before it, less the positions that they replace."""
        return Holders(self._table, own, without)

    def _respelt(self, name: str) -> tuple[Holder, ...]:
        if not (key := spelling_key(name)):
            return ()
        found = self._rows(self._by_spelling(key))
        if found:
            return found
        turned = (self._by_spelling(spelling_key(other)) for other in reordered(name))
        return next((rows for some in turned if (rows := tuple(r for r in self._rows(some) if _reads_both_ways(r)))), ())

    def _rows(self, positions: Iterable[int]) -> tuple[Holder, ...]:
        return tuple(self._row(position) for position in positions)

    def _row(self, position: int) -> Holder:
        own = len(self._own)
        return self._own[position] if position < own else self._table[position - own]

    @cached_property
    def _by_office(self) -> dict[tuple[str, str], list[int]]:
        offices: dict[tuple[str, str], list[int]] = {}
        own = [(row.country, row.office) for row in self._own]
        for at, (country, office) in enumerate([*own, *self._table.cells("country", "office")]):
            if at - len(own) not in self._without:
                offices.setdefault((country, fold(office)), []).append(at)
        return offices


def positions_by_name(rows: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """For each folded name the rows that have it; `rows` are the names of one term each."""
    found: dict[str, list[int]] = {}
    for position, names in enumerate(rows):
        for key in dict.fromkeys(fold(name) for name in names if name):
            found.setdefault(key, []).append(position)
    return found


def positions_by_spelling(by_name: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """The same by the key of the names' spellings."""
    spelt: dict[str, list[int]] = {}
    for key, positions in zip(keys_of_folded(name.casefold() for name in by_name), by_name.values(), strict=False):
        known = spelt.setdefault(key, [])
        known += [at for at in positions if at not in known]
    return spelt


def table_names() -> Iterator[list[str]]:
    """Full name, aliases and surname of each row of the table."""
    for name, aliases, surname in LateRows(TABLE, Holder).cells("name", "aliases", "surname"):
        yield [name, *aliases.split("|"), surname]


def _reads_both_ways(holder: Holder) -> bool:
    """Whether a name may stand in the other order: not where the surname is a given name too ("James Thomas")."""
    return " " in holder.name and holder.surname.casefold() not in _first_names()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(row.name.casefold() for row in load_first_names())


@cache
def known_holders() -> Holders:
    """All rows of office_holders.tsv."""
    return Holders(LateRows(TABLE, Holder))


@cache
def load_holders() -> tuple[Holder, ...]:
    """All rows of office_holders.tsv, in its order."""
    return known_holders().all()


def holders_named(name: str, on: date | None = None) -> tuple[Holder, ...]:
    """The terms in office_holders.tsv of all people of that name, as `Holders.named` finds them."""
    return known_holders().named(name, on)


def holders_of(country: str, office: str, on: date) -> tuple[Holder, ...]:
    """Who held the office in that state, or IGO, on that day: `holders_of("RUS", "foreign minister", day)`."""
    return known_holders().of(country, office, on)
