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
    """One event type, or one mode of it: the noun for one such event and for several, and whether sides have no direction.

    `trigger` holds the beginnings of words with which these words are used; empty for all others.
    """

    type: str
    mode: str
    trigger: tuple[str, ...]
    noun: str
    plural: str
    symmetric: bool

    @property
    def quad_class(self) -> str:
        return event_class(self.type).quad


def event_words(event_type: str, mode: str | None = None, trigger: str = "") -> EventWords:
    """The words for a mode of a type told in the words `trigger`, or for the type where the mode has none of its own.

    Raises KnowledgeError where the type is not one of the 16.
    """
    rows = _table().get((event_type, mode or "")) or _table().get((event_type, ""))
    if rows is None:
        known = ", ".join(name for name, particular in _table() if not particular)
        raise KnowledgeError(f"{event_type!r} is not an event type (known: {known})")
    told = trigger.casefold().split()
    fitting = (row for row in rows if any(word.startswith(row.trigger) for word in told if row.trigger))
    return next(fitting, rows[0])


@cache
def _table() -> dict[tuple[str, str], list[EventWords]]:
    """The rows of each type and mode, the one for any words first."""
    table: dict[tuple[str, str], list[EventWords]] = {}
    for row in sorted(read_rows("event_words.tsv", EventWords), key=lambda row: bool(row.trigger)):
        table.setdefault((row.type, row.mode), []).append(row)
    return table
