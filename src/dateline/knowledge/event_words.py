"""The words that views use for each PLOVER event type, and the quad class that the type belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.errors import KnowledgeError
from dateline.knowledge.ontology import event_class
from dateline.knowledge.tables import read_rows

QUAD_CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True)
class EventWords:
    """One event type: the noun for one such event and for several, and whether sides have no direction."""

    type: str
    noun: str
    plural: str
    symmetric: bool

    @property
    def quad_class(self) -> str:
        return event_class(self.type).quad

    @property
    def cooperative(self) -> bool:
        return self.quad_class.endswith("cooperation")


def event_words(event_type: str) -> EventWords:
    """Raises KnowledgeError where the type is not one of the 16."""
    try:
        return _table()[event_type]
    except KeyError:
        raise KnowledgeError(f"{event_type!r} is not an event type (known: {', '.join(_table())})") from None


@cache
def _table() -> dict[str, EventWords]:
    return {row.type: row for row in read_rows("event_words.tsv", EventWords)}
