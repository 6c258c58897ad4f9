"""Explicit dates in all usual orders: "March 2", "2 March 2025", "Tuesday, March 11", "2025-03-10", "March 3-5"."""

from __future__ import annotations

import re
from datetime import date

from dateline.knowledge.time_words import time_words
from dateline.records import DateInterval
from dateline.times.grammar import (
    ALL_MONTHS,
    ALL_WEEKDAYS,
    ANY_MONTH,
    ANY_WEEKDAY,
    DAY,
    NUMBER_TOKEN,
    YEAR,
    Match,
    Meaning,
    Rule,
    after_the,
    before,
    compiled,
    day_number,
    following,
    month_number,
    one_of,
    opening,
    weekday_number,
)
from dateline.times.periods import day_of, nearest_year, real_date

NAME_AFTER = re.compile(rf"\s+(?:[A-Z]\w+\s+)?{one_of(time_words('date_name'))}\b")
ENDED = re.compile(r"\b(?:ended|ending|through|since)\s+$")
CENTURY_TURN = 50
"""Two digits below this are of our century."""
TO = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b)\s*"
NAMED_DAY = rf"(?:(?P<weekday>{ANY_WEEKDAY}),? (?:the )?)?"
AND_YEAR = rf"(?:,? (?P<year>{YEAR}))?"


def dated(year: int | None, month: int, day: int, today: date, weekday: int | None = None) -> date | None:
    """The date, in the year nearest to `today` where the text names none; None where there is no such day."""
    if year is not None:
        return real_date(year, month, day)
    return None if today == date.min else nearest_year(month, day, today, weekday)


def _part(match: Match, name: str) -> str | None:
    return match.groupdict().get(name)


def resolve_date(match: Match, today: date) -> Meaning | None:
    """One day, or from one day to another of the same or a later month."""
    year, weekday = _part(match, "year"), _part(match, "weekday")
    month = month_number(match["month"])
    year_given = int(year) if year else None
    first = dated(year_given, month, day_number(match["day"]), today, weekday_number(weekday) if weekday else None)
    if first and year_given is None and first > today and ENDED.search(before(match)):
        first = real_date(first.year - 1, first.month, first.day)
    if first is None:
        return None
    day2 = _part(match, "day2")
    return Meaning(day_of(first)) if day2 is None else _until(match, first, day_number(day2))


def _until(match: Match, first: date, day2: int) -> Meaning | None:
    month2 = month_number(_part(match, "month2") or match["month"])
    last = real_date(first.year + (month2 < first.month), month2, day2)
    return Meaning(DateInterval(first, last, "other")) if last and last >= first else None


def resolve_numeric(match: Match, today: date) -> Meaning | None:
    """`10/03/2025` is a date only where day and month cannot be confused."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first != second and first <= 12 and second <= 12:
        return None
    month, day = (first, second) if first <= 12 else (second, first)
    found = real_date(year, month, day)
    return Meaning(day_of(found)) if found else None


def resolve_american(match: Match, today: date) -> Meaning | None:
    """`11/02/89`, as in American wires: month, day, the last two digits of a year."""
    year = int(match["year"]) + (2000 if int(match["year"]) < CENTURY_TURN else 1900)
    found = real_date(year, int(match["first"]), int(match["second"]))
    return Meaning(day_of(found)) if found else None


def resolve_iso(match: Match, today: date) -> Meaning | None:
    """Year, month, day."""
    found = real_date(int(match["year"]), int(match["month_number"]), int(match["day"]))
    return Meaning(day_of(found)) if found else None


def is_no_name(match: Match) -> bool:
    """Not a movement, square or party named after a day ("April 6 Youth Movement")."""
    return not NAME_AFTER.match(following(match))


def _date_rule(kind: str, openers: frozenset[str], pattern: str) -> Rule:
    return Rule(kind, openers, compiled(pattern), resolve_date, is_no_name, absolute=True)


RULES = (
    _date_rule(
        "date",
        opening(ALL_MONTHS, ALL_WEEKDAYS),
        rf"{NAMED_DAY}(?P<month>{ANY_MONTH}) (?:the )?(?P<day>{DAY})(?:{TO}(?P<day2>{DAY}))?{AND_YEAR}",
    ),
    _date_rule(
        "date",
        opening(ALL_WEEKDAYS, NUMBER_TOKEN) | after_the(NUMBER_TOKEN),
        rf"{NAMED_DAY}(?:the )?(?P<day>{DAY})(?:(?:{TO}| and )(?P<day2>{DAY}))? (?:of )?(?P<month>{ANY_MONTH}){AND_YEAR}(?!-\w)",
    ),
    _date_rule(
        "date_range",
        opening("between", "from"),
        rf"(?:between|from) (?P<month>{ANY_MONTH}) (?P<day>{DAY}) (?:and|to|until|through)"
        rf" (?:(?P<month2>{ANY_MONTH}) )?(?P<day2>{DAY}){AND_YEAR}",
    ),
    _date_rule(
        "date_range",
        opening("between", "from"),
        rf"(?:between|from) (?:the )?(?P<day>{DAY}) (?:of )?(?P<month>{ANY_MONTH}) (?:and|to|until|through)"
        rf" (?:the )?(?P<day2>{DAY}) (?:of )?(?P<month2>{ANY_MONTH}){AND_YEAR}",
    ),
    _date_rule(
        "date_range",
        opening("between", "from"),
        rf"(?:between|from) (?:the )?(?P<day>{DAY}) (?:and|to|until|through)"
        rf" (?:the )?(?P<day2>{DAY}) (?:of )?(?P<month>{ANY_MONTH}){AND_YEAR}",
    ),
    Rule(
        "date",
        opening(NUMBER_TOKEN),
        compiled(r"(?P<year>\d{4})-(?P<month_number>\d\d)-(?P<day>\d\d)(?!-)"),
        resolve_iso,
        absolute=True,
    ),
    Rule(
        "date",
        opening(NUMBER_TOKEN),
        compiled(r"(?P<first>(?:0?[1-9]|1[0-2]))(?P<mark>[/-])(?P<second>\d{2})(?P=mark)(?P<year>\d\d)(?![\d./-])"),
        resolve_american,
        absolute=True,
    ),
    Rule(
        "date",
        opening(NUMBER_TOKEN),
        compiled(r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![./]\d)"),
        resolve_numeric,
        absolute=True,
    ),
)
