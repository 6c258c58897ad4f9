"""Holidays, movable feasts and names that stand for a time, with the rules that give their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day or feast that comes every year; `days` is how long it lasts.

    `rule` is one of: `fixed MM-DD`, `nth N weekday month`, `last weekday month`, `easter DAYS`, `orthodox DAYS`, `table NAME`.
    """

    name: str
    aliases: tuple[str, ...]
    rule: str
    days: int
    country: str | None
    source: str


@dataclass(frozen=True, slots=True)
class FeastDay:
    """The first day of a feast whose date no civil rule gives."""

    feast: str
    day: str
    source: str


@dataclass(frozen=True, slots=True)
class TimeName:
    """A name that contains or stands for a time ("September 11 attacks"); without `start` it means no time ("Black Friday")."""

    name: str
    start: str
    end: str


@cache
def holidays() -> tuple[Holiday, ...]:
    """All holidays, in the order of the table."""
    return read_rows("holidays.tsv", Holiday)


@cache
def feast_days() -> MappingProxyType[tuple[str, int], date]:
    """Map feast and year to the first day; years that could not be vouched for are absent."""
    days = [(row.feast, date.fromisoformat(row.day)) for row in read_rows("holiday_dates.tsv", FeastDay)]
    return MappingProxyType({(feast, day.year): day for feast, day in days})


@cache
def time_names() -> tuple[TimeName, ...]:
    """All names that contain or stand for a time."""
    return read_rows("time_names.tsv", TimeName)


@cache
def holiday_names() -> frozenset[str]:
    """The names and other names of all holidays, in small letters."""
    return frozenset(name.casefold() for day in holidays() for name in (day.name, *day.aliases))
