"""Events: triggers, sides, type and mode, factuality, date, place."""

from dateline.events.coding import find_events

__all__ = ["find_events"]
