"""Time expressions of a text as dated intervals, relative to the day on which it was published."""

from dateline.times.expressions import TimeExpression, find_times

__all__ = ["TimeExpression", "find_times"]
