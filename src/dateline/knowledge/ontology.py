"""The 16 PLOVER event types, CAMEO codes with their conflict-cooperation weights, and contexts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.errors import KnowledgeError
from dateline.knowledge.tables import read_rows
from dateline.records import EventType


@dataclass(frozen=True, slots=True)
class EventClass:
    """One type: its quad class, CAMEO root, and the roles in which its target stands, in order of preference."""

    type: EventType
    quad: str
    cameo: str
    sides: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class _Weight:
    code: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Context:
    context: str
    words: tuple[str, ...]


def event_class(event_type: str) -> EventClass:
    """Raises KnowledgeError where the type is not one of the 16."""
    found = _classes().get(event_type)
    if found is None:
        raise KnowledgeError(f"unknown event type {event_type!r} (known: {', '.join(_classes())})")
    return found


def event_types() -> tuple[str, ...]:
    """All types, in the order of the table."""
    return tuple(_classes())


def goldstein(cameo: str) -> float | None:
    """The weight of a CAMEO code from -10 (conflict) to +10 (cooperation); that of its parent where it has none of its own."""
    while cameo:
        if cameo in _weights():
            return _weights()[cameo]
        cameo = cameo[:-1]
    return None


def contexts(lemmas: Iterable[str]) -> tuple[str, ...]:
    """The PLOVER contexts that these lower-case lemmas bring up, in the order of the table."""
    found = {context for lemma in lemmas for context in _contexts().get(lemma, ())}
    return tuple(row.context for row in _context_rows() if row.context in found)


@cache
def _classes() -> dict[str, EventClass]:
    return {row.type: row for row in read_rows("ontology.tsv", EventClass)}


@cache
def _weights() -> dict[str, float]:
    return {row.code: row.weight for row in read_rows("goldstein.tsv", _Weight)}


@cache
def _context_rows() -> tuple[_Context, ...]:
    return read_rows("contexts.tsv", _Context)


@cache
def _contexts() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in _context_rows():
        for word in row.words:
            found[word] = (*found.get(word, ()), row.context)
    return found
