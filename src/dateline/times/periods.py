"""Calendar arithmetic: days, weeks, months, quarters, seasons, years and their parts as intervals.

Weeks run Monday to Sunday, a weekend is Saturday and Sunday, seasons are the meteorological ones of the northern hemisphere.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from dateline.records import DateInterval, Precision

Unit = Literal["day", "week", "month", "year", "decade"]


def plus(day: date, days: int) -> date:
    """`days` later; earlier where negative."""
    return day + timedelta(days)


def plus_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_of(day: date) -> DateInterval:
    """The day alone."""
    return DateInterval(day, day, "day")


def week_of(day: date) -> DateInterval:
    """The week, Monday to Sunday, in which the day lies."""
    monday = plus(day, -day.weekday())
    return DateInterval(monday, plus(monday, 6), "week")


def weekend_of(day: date) -> DateInterval:
    """Saturday and Sunday of the week in which the day lies."""
    saturday = plus(day, 5 - day.weekday())
    return DateInterval(saturday, plus(saturday, 1), "other")


def last_weekend(day: date) -> DateInterval:
    """The weekend that a text of that day calls `the weekend`: on a Sunday the current one, else the one before."""
    return weekend_of(day if day.weekday() == 6 else plus(day, -7))


def months(year: int, first: int, count: int = 1, precision: Precision = "month") -> DateInterval:
    """`count` whole months from month number `first` of the year, over the turn of the year if need be."""
    start = date(year, first, 1)
    return DateInterval(start, plus(plus_months(start, count), -1), precision)


def month_of(day: date) -> DateInterval:
    """The month in which the day lies."""
    return months(day.year, day.month)


def quarter(year: int, number: int) -> DateInterval:
    """Quarter 1 to 4 of the calendar year."""
    return months(year, 3 * number - 2, 3, "quarter")


def half(year: int, number: int) -> DateInterval:
    """Half 1 or 2 of the calendar year."""
    return months(year, 6 * number - 5, 6, "other")


def season(year: int, first_month: int) -> DateInterval:
    """Three months from the first month of the season; a winter ends in the following year."""
    return months(year, first_month, 3, "other")


def year_of(year: int) -> DateInterval:
    """The calendar year."""
    return DateInterval(date(year, 1, 1), date(year, 12, 31), "year")


def years(first: int, last: int, precision: Precision = "other") -> DateInterval:
    """Whole calendar years, both ends included."""
    return DateInterval(date(first, 1, 1), date(last, 12, 31), precision)


def decade_of(year: int) -> DateInterval:
    """The decade in which the year lies: 1970 to 1979."""
    return years(year - year % 10, year - year % 10 + 9, "decade")


def period_of(day: date, unit: Unit, steps: int = 0) -> DateInterval:
    """The day, week, month, year or decade in which the day lies, or the one `steps` later."""
    if unit in ("day", "week"):
        moved = plus(day, steps * (7 if unit == "week" else 1))
        return week_of(moved) if unit == "week" else day_of(moved)
    if unit == "month":
        return month_of(plus_months(day, steps))
    return year_of(day.year + steps) if unit == "year" else decade_of(day.year + 10 * steps)


def stepped(day: date, unit: Unit, steps: int) -> date:
    """The day so many units later, to the day."""
    if unit in ("day", "week"):
        return plus(day, steps * (7 if unit == "week" else 1))
    return plus_months(day, steps * {"month": 1, "year": 12, "decade": 120}[unit])


def third_of(whole: DateInterval, part: int) -> DateInterval:
    """The early (0), middle (1) or late (2) third of a bounded interval; an unbounded one comes back as it is."""
    if whole.start is None or whole.end is None:
        return whole
    if whole.precision == "month":
        starts = (whole.start, whole.start.replace(day=10 if part == 1 else 11), whole.start.replace(day=21))
        ends = (whole.start.replace(day=10), whole.start.replace(day=20), whole.end)
        return DateInterval(starts[part], ends[part], "other")
    length = (whole.end - whole.start).days + 1
    cuts = [round(length * i / 3) for i in range(4)]
    if whole.precision == "year":
        return months(whole.start.year, 4 * part + 1, 4, "other")
    return DateInterval(plus(whole.start, cuts[part]), plus(whole.start, cuts[part + 1] - 1), "other")


def hull(first: DateInterval, second: DateInterval) -> DateInterval:
    """The smallest interval around both; open where one of them is."""
    if first == second:
        return first
    start = None if first.start is None or second.start is None else min(first.start, second.start)
    end = None if first.end is None or second.end is None else max(first.end, second.end)
    return DateInterval(start, end, "other")


def nearest_year(month: int, day: int, today: date, weekday: int | None = None) -> date | None:
    """The date with this month and day nearest to `today`; a weekday, where the text names one, chooses among the years around.

    None where no such date exists (30 February).
    """
    dates = [found for year in range(today.year - 1, today.year + 2) if (found := real_date(year, month, day))]
    fitting = [found for found in dates if found.weekday() == weekday]
    return min(fitting or dates, key=lambda found: abs((found - today).days), default=None)


def real_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None
