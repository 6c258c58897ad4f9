"""Days, weeks and months as the steps of a series."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

Step = Literal["day", "week", "month"]
"""A week begins on Monday."""
STEPS: tuple[Step, ...] = ("day", "week", "month")
DAILY, WEEKLY = timedelta(days=70), timedelta(days=4 * 365)
"""Up to so long a time is best seen by the day, or by the week."""
WIDEST: dict[Step, int] = {"day": 2, "week": 7, "month": 31}
"""What is dated to more days than this does not say in which period it lies: "in March" is no day and no week."""
ONE_DAY = timedelta(days=1)


def fitting_step(since: date, until: date) -> Step:
    """The step by which this time fits the width of a page."""
    length = until - since
    return "day" if length <= DAILY else "week" if length <= WEEKLY else "month"


def start_of(day: date, step: Step) -> date:
    """The first day of the period in which a day lies."""
    if step == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step == "week" else day


def following(start: date, step: Step) -> date:
    """The first day of the next period."""
    if step == "month":
        return (start.replace(day=1) + timedelta(days=31)).replace(day=1)
    return start + timedelta(days=7 if step == "week" else 1)


def spans(since: date, until: date, step: Step) -> Iterator[tuple[date, date]]:
    """First and last day of each period; the outer ones are cut to the bounds."""
    start = start_of(since, step)
    while start <= until:
        after = following(start, step)
        yield max(start, since), min(after - ONE_DAY, until)
        start = after
