"""Time expressions of a text as dated intervals, relative to the day on which it was published."""

from dateline.times.expressions import TimeExpression, find_times
from dateline.times.timex import Timex, find_dates

__all__ = ["TimeExpression", "Timex", "find_dates", "find_times"]
