"""Holidays and names that stand for a time: "on Boxing Day", "Eid al-Fitr 2024", "the September 11 attacks"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache, partial

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from dateline.knowledge.holidays import Holiday, TimeName, feast_days, holidays, time_names
from dateline.records import DateInterval
from dateline.times.grammar import ALL_WEEKDAYS, YEAR, Match, Meaning, Rule, one_of, opening, plain
from dateline.times.periods import day_of, plus, real_date

RECENT = 300
"""Days back to which a bare holiday is the last one: "the deal before Christmas", written in November, is the coming one."""


def holiday_start(rule: str, year: int) -> date | None:
    """The first day of a holiday in a year, by its rule in the table; None where the table does not know it.

    Easter is computed for the years 1583 to 4099.
    """
    kind, *rest = rule.split()
    if kind == "fixed":
        return real_date(year, int(rest[0][:2]), int(rest[0][3:]))
    if kind == "table":
        return feast_days().get((rest[0], year))
    if kind == "nth":
        return _nth_weekday(year, int(rest[2]), ALL_WEEKDAYS[rest[1]], int(rest[0]))
    if kind == "last":
        return _last_weekday(year, int(rest[1]), ALL_WEEKDAYS[rest[0]])
    if not 1583 <= year <= 4099:
        return None
    return plus(easter(year, EASTER_ORTHODOX if kind == "orthodox" else EASTER_WESTERN), int(rest[0]))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return plus(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _last_weekday(year: int, month: int, weekday: int) -> date:
    last = date(year, month, monthrange(year, month)[1])
    return plus(last, -((last.weekday() - weekday) % 7))


def holiday_in(holiday: Holiday, year: int) -> DateInterval | None:
    """All days of the holiday in a year."""
    start = holiday_start(holiday.rule, year)
    if start is None:
        return None
    return day_of(start) if holiday.days == 1 else DateInterval(start, plus(start, holiday.days - 1), "other")


def resolve_holiday(named: Mapping[str, Holiday], match: Match, today: date) -> Meaning | None:
    """The holiday of the year named or, without one, the nearest, and the next to come."""
    holiday = named[_key(match["holiday"])]
    which = plain(match["which"])
    if match["year"]:
        found = holiday_in(holiday, int(match["year"]))
        return Meaning(found) if found else None
    if today == date.min:
        return None
    around = [period for step in (-1, 0, 1) if (period := holiday_in(holiday, today.year + step))]
    past = [period for period in around if period.start and period.start <= today]
    future = [period for period in around if period.end and period.end >= today]
    if which in ("last", "next"):
        chosen = past[-1:] if which == "last" else future[:1]
        return Meaning(chosen[0]) if chosen else None
    recent = [period for period in past if period.start and (today - period.start).days <= RECENT]
    chosen = recent[-1:] or future[:1] or past[-1:]
    return Meaning(chosen[0], future[0] if future else None) if chosen else None


def _key(name: str) -> str:
    return plain(name).replace("’", "'")


def resolve_name(named: Mapping[str, TimeName], match: Match, today: date) -> Meaning | None:
    """The days that the name stands for; None for a name that means no time."""
    row = named[_key(match["name"])]
    if not row.start:
        return None
    start, end = date.fromisoformat(row.start), date.fromisoformat(row.end)
    return Meaning(day_of(start) if start == end else DateInterval(start, end, "other"))


def _spelled(names: Mapping[str, object]) -> str:
    return one_of(names).replace("'", "['’]")


@cache
def rules() -> tuple[Rule, ...]:
    """The rules for all names of the tables."""
    feasts = {_key(name): holiday for holiday in holidays() for name in (holiday.name, *holiday.aliases)}
    names = {_key(row.name): row for row in time_names()}
    feast = (
        rf"(?:(?P<which>last|this|next)\s+)?(?P<holiday>{_spelled(feasts)})(?:\s+(?:night|morning|evening)\b)?"
        rf"(?:,?\s+(?P<year>{YEAR}))?(?!\w)"
    )
    return (
        Rule(
            "holiday",
            opening(feasts, "last", "this", "next"),
            re.compile(feast, re.IGNORECASE),
            partial(resolve_holiday, feasts),
            absolute=True,
        ),
        Rule(
            "name",
            opening(names) | {"#"},
            re.compile(rf"(?P<name>{_spelled(names)})(?!\w)", re.IGNORECASE),
            partial(resolve_name, names),
            absolute=True,
        ),
    )
