"""States in which a war was fought within, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class War:
    """The years of a war within a state; without `last` it goes on."""

    country: str
    first: int
    last: str | None
    source: str


@cache
def states_at_war(day: date | None) -> frozenset[str]:
    """The states at war within themselves in the year of that day or the one before; without a day, those at war now."""
    rows = read_rows("wars.tsv", War)
    if day is None:
        return frozenset(row.country for row in rows if row.last is None)
    return frozenset(row.country for row in rows if row.first <= day.year <= int(row.last or day.year) + 1)
