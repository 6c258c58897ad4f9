"""The TIMEX3 value of a dated expression: "2017-12-25", "2017-W51", "2017-Q3", "FY1998", "199", "2017-SU", "2017-12-25TEV".

The norm is ISO-TimeML (ISO 24617-1), as in Pustejovsky et al. 2003 and in the annotated newswire that follows it. A value is
as fine as the expression's own unit: "two weeks ago" is a week, "a year earlier" a year.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction

from dateline.records import DateInterval
from dateline.times.fiscal import year_at
from dateline.times.grammar import SEASONS, Match, plain
from dateline.times.offsets import steps_of
from dateline.times.undated import length

PARTS_OF_DAY = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "lunchtime": "TMI", "tonight": "TNI"}
PART_OF_DAY = re.compile(rf"\b({'|'.join(PARTS_OF_DAY)})\b", re.IGNORECASE)
LETTERS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
UNDATED_COUNTS = frozenset({"few", "many, many"})


def calendar_value(day: date, unit: str) -> str:
    """The day, week, month, quarter, year, decade or century in which the day lies."""
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if unit == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    lengths = {"month": 7, "year": 4, "decade": 3, "century": 2}
    return day.isoformat()[: lengths.get(unit, 10)]


def value_of(kind: str, match: Match, interval: DateInterval) -> str | None:
    """The value of an expression of a kind with its (unbounded) interval; None for a kind that is no TIMEX."""
    day = interval.start or interval.end
    if kind in COUNTED:
        return COUNTED[kind](match, interval)
    return VALUES.get(kind, _day)(match, interval, day) if day else None


def _day(match: Match, interval: DateInterval, day: date) -> str:
    part = PART_OF_DAY.search(match[0])
    return day.isoformat() + (PARTS_OF_DAY[part[1].lower()] if part else "")


def _unit_value(unit: str) -> Callable[[Match, DateInterval, date], str]:
    return lambda match, interval, day: calendar_value(day, unit)


def _quarter(match: Match, interval: DateInterval, day: date) -> str:
    if interval.precision == "quarter":
        return calendar_value(day, "quarter")
    return f"{day.year}-H{1 + (day.month > 6)}"


def _season(match: Match, interval: DateInterval, day: date) -> str:
    first = SEASONS.get(plain(match["season"]), 9)
    return f"{day.year - (day.month < first)}-{LETTERS[first]}"


def _decade(match: Match, interval: DateInterval, day: date) -> str:
    return calendar_value(day, "century" if re.search(r"1\d00['’]?s$", match[0]) else "decade")


def _years(match: Match, interval: DateInterval, day: date) -> str:
    return f"{day.year}/{interval.end.year}" if interval.end else str(day.year)


def _period(match: Match, interval: DateInterval, day: date) -> str:
    kind = plain(match["period"])
    return calendar_value(day, "week") + "-WE" if kind == "weekend" else calendar_value(day, kind)


def _weekend(match: Match, interval: DateInterval, day: date) -> str:
    return calendar_value(day, "week") + "-WE"


def _beside(match: Match, interval: DateInterval, day: date) -> str:
    unit = plain(match["unit"])
    return day.isoformat() + PARTS_OF_DAY[unit] if unit in PARTS_OF_DAY else calendar_value(day, unit)


def _fiscal(match: Match, interval: DateInterval, day: date) -> str:
    if interval.precision == "year":
        return f"FY{year_at(day)}"
    return f"FY{year_at(day)}-Q{((day.month - 10) % 12) // 3 + 1}"


def _overnight(match: Match, interval: DateInterval, day: date) -> str:
    return day.isoformat() + "TNI"


VALUES: dict[str, Callable[[Match, DateInterval, date], str]] = {
    "overnight": _overnight, "month": _unit_value("month"), "modifier_month": _unit_value("month"),
    "anchored_month": _unit_value("month"), "month_range": _unit_value("month"), "week_of_month": _unit_value("week"),
   
    "quarter": _quarter, "season": _season, "year": _unit_value("year"),
    "year_end": _unit_value("year"), "modifier_year": _unit_value("year"), "years": _years,
    "decade": _decade, "century": _unit_value("century"), "period": _period, "weekend": _weekend, "beside_weekend": _weekend,
    "beside": _beside, "fiscal": _fiscal, "year_ago": _unit_value("year"),
}  # fmt: skip


def _steps(match: Match) -> Fraction | None:
    groups = match.groupdict()
    count = plain(groups.get("count"))
    return None if count in UNDATED_COUNTS else steps_of(count, bool(groups.get("plural")))


def _span(match: Match, interval: DateInterval) -> str:
    hours = re.search(r"(\d+|few|several)\s+hours$", match[0], re.IGNORECASE)
    if hours:
        return length(Fraction(hours[1]) if hours[1].isdigit() else None, "hour")
    return length(_steps(match), match["unit"])


def _distance(match: Match, interval: DateInterval) -> str | None:
    """How far off: the length alone, as where "two days after" has its own anchor."""
    return length(_steps(match), match["unit"])


def _ago(match: Match, interval: DateInterval) -> str | None:
    day, steps = interval.start or interval.end, _steps(match)
    if steps is None or day is None:
        return "PAST_REF" if match[0].lower().endswith("ago") else length(None, match["unit"])
    unit = plain(match["unit"])
    unit = {"fortnight": "week", "centurie": "century"}.get(unit, unit)
    return calendar_value(day, unit)


def _from_now(match: Match, interval: DateInterval) -> str | None:
    if match[0][:2].lower() == "in":
        return length(_steps(match), match["unit"])
    return "FUTURE_REF" if _steps(match) is None else _ago(match, interval)


COUNTED: dict[str, Callable[[Match, DateInterval], str | None]] = {
    "past_span": _span, "coming_span": _span, "ago": _ago, "apart": _ago, "from_now": _from_now, "within": _distance,
    "clause_apart": _distance,
}  # fmt: skip
