"""The PLOVER codebook: 16 event types with their modes, contexts, and CAMEO codes with their conflict-cooperation weights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

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
    definition: str
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type was done; `cameo` is the code that the mode alone determines, `words` are lemmas that tell it."""

    type: EventType
    mode: str
    words: tuple[str, ...]
    definition: str
    cameo: str
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about; `words` are the lemmas that bring it up."""

    context: str
    words: tuple[str, ...]
    definition: str
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code and what it becomes in PLOVER; `mode` is None where the code determines none."""

    code: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class _Weight:
    code: str
    weight: float


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
    return tuple(row.context for row in all_contexts() if row.context in found)


@cache
def all_modes() -> tuple[Mode, ...]:
    """All modes, by type in the order of the table."""
    return read_rows("modes.tsv", Mode)


def modes_of(event_type: str) -> tuple[Mode, ...]:
    """The modes of one type; empty where the type has none. Raises KnowledgeError for an unknown type."""
    known = event_class(event_type).type
    return tuple(mode for mode in all_modes() if mode.type == known)


def mode_told(event_type: str, lemmas: Iterable[str]) -> str | None:
    """The mode of a type that lower-case lemmas about a trigger tell: the first of the table that fits, None where none does."""
    told = set(lemmas)
    return next((mode.mode for mode in modes_of(event_type) if told.intersection(mode.words)), None)


@cache
def all_contexts() -> tuple[Context, ...]:
    """All contexts, in the order of the manual."""
    return read_rows("contexts.tsv", Context)


@cache
def cameo_codes() -> MappingProxyType[str, CameoCode]:
    """Map each CAMEO code of the conversion table to its row."""
    return MappingProxyType({row.code: row for row in read_rows("cameo.tsv", CameoCode)})


def cameo_code(event_type: str, mode: str | None, contexts_told: Iterable[str] = (), code: str = "") -> str:
    """The finest CAMEO code that type, mode and contexts determine; `code` where it is already finer than its root.

    A subcode is taken for a context only where one alone of the type and mode has that context.
    """
    root = event_class(event_type).cameo
    general = next((m.cameo for m in modes_of(event_type) if m.mode == mode), root) if mode else root
    if code and not _is_root(code):
        return code
    told = set(contexts_told)
    finer = [row.code for row in _fitting(event_type, mode, general) if set(row.contexts) <= told and row.contexts]
    return finer[0] if len(finer) == 1 and mode else general if mode else code or general


def _is_root(code: str) -> bool:
    """`19` and `190`, which say no more than the type."""
    return len(code) == 2 or (len(code) == 3 and code.endswith("0"))


def _fitting(event_type: str, mode: str | None, general: str) -> tuple[CameoCode, ...]:
    """The subcodes of a mode's own code."""
    rows = cameo_codes().values()
    return tuple(r for r in rows if r.type == event_type and r.mode == mode and r.code.startswith(general) and r.code != general)


@cache
def _classes() -> dict[str, EventClass]:
    return {row.type: row for row in read_rows("ontology.tsv", EventClass)}


@cache
def _weights() -> dict[str, float]:
    return {row.code: row.weight for row in read_rows("goldstein.tsv", _Weight)}


@cache
def _contexts() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in all_contexts():
        for word in row.words:
            found[word] = (*found.get(word, ()), row.context)
    return found
