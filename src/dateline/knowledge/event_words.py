"""The words that views use for each PLOVER event type and mode."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.errors import KnowledgeError
from dateline.knowledge.ontology import event_class
from dateline.knowledge.tables import read_rows

QUAD_CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True)
class EventWords:
    """One event type, or one mode of it: the noun for one such event and for several, and whether sides have no direction."""

    type: str
    mode: str
    noun: str
    plural: str
    symmetric: bool

    @property
    def quad_class(self) -> str:
        return event_class(self.type).quad

    @property
    def cooperative(self) -> bool:
        return self.quad_class.endswith("cooperation")


def event_words(event_type: str, mode: str | None = None) -> EventWords:
    """The words for a mode of a type, or for the type where the mode has none of its own.

    Raises KnowledgeError where the type is not one of the 16.
    """
    found = _table().get((event_type, mode or "")) or _table().get((event_type, ""))
    if found is None:
        known = ", ".join(name for name, particular in _table() if not particular)
        raise KnowledgeError(f"{event_type!r} is not an event type (known: {known})")
    return found


@cache
def _table() -> dict[tuple[str, str], EventWords]:
    return {(row.type, row.mode): row for row in read_rows("event_words.tsv", EventWords)}
