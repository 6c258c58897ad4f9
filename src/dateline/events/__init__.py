"""Events: triggers, sides, type and mode, factuality, date, place."""

from dateline.events.coding import find_events
from dateline.events.relations import score_relations

__all__ = ["find_events", "score_relations"]
