"""Days as charts need them, and as they are written."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from dateline.analysis.periods import ONE_DAY, Step


def milliseconds(day: date) -> int:
    """The beginning of a day in milliseconds of UTC: a day written as text moves with the reader's time zone."""
    return round(datetime.combine(day, time(), UTC).timestamp() * 1000)


def after(day: date) -> int:
    """The end of a day, for the right edge of what lasts until it."""
    return milliseconds(day + ONE_DAY)


def middle(start: date, end: date) -> int:
    """Halfway through a period."""
    return (milliseconds(start) + after(end)) // 2


def written(day: date) -> str:
    """ "5 March 2018"."""
    return f"{day.day} {day:%B %Y}"


def span_written(start: date, end: date) -> str:
    """ "5-11 March 2018" with a dash, as short as two days can be told."""
    if start == end:
        return written(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{written(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {written(end)}"
    return f"{written(start)} – {written(end)}"


def at(start: date, by: Step) -> str:
    """ "in March 2018", "in the week of 5 March 2018", "on 9 March 2018"."""
    if by == "month":
        return f"in {start:%B %Y}"
    return f"in the week of {written(start)}" if by == "week" else f"on {written(start)}"
