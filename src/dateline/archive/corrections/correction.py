"""A correction: what somebody said about one record, why, and by what it finds that record again after a new reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias, get_args

from dateline.archive.decision import Decision
from dateline.contract import from_object, to_object
from dateline.records import Actor, Event, Position, Reading, Spans, Statement

Record: TypeAlias = Statement | Event | Position
RecordKind = Literal["statement", "event", "position"]
LinkKind = Literal["actor link", "incident link", "proposal link"]
Kind = Literal["statement", "event", "position", "actor", "actor link", "incident link", "proposal link"]
ACTOR: Literal["actor"] = "actor"
"""The kind of a correction of an actor itself, which belongs to no article."""
LINKS: tuple[LinkKind, ...] = get_args(LinkKind)
Action = Literal["confirm", "reject", "edit"]
DONE: Mapping[Action, str] = {"confirm": "confirmed", "reject": "rejected", "edit": "corrected"}
CLASSES: Mapping[RecordKind, type[Record]] = {"statement": Statement, "event": Event, "position": Position}
PLURALS: Mapping[RecordKind, str] = {"statement": "statements", "event": "events", "position": "positions"}
GAP = " ... "
"""Stands between the parts of an interrupted content."""


@dataclass(frozen=True, slots=True)
class Correction(Decision):
    """One row of the table `corrections`, which says what each field is; `as_read` to `after` are plain JSON values."""

    number: int
    kind: Kind
    action: Action
    article: str | None
    record: str
    subject: str
    words: str
    as_read: Mapping[str, Any]
    actors: tuple[Mapping[str, Any], ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str
    decided_by: str
    decided_at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None
    decision: int | None = None
    record_now: str | None = None
    lost: str | None = None

    @property
    def is_link(self) -> bool:
        return self.kind in LINKS

    @property
    def in_force(self) -> bool:
        return self.stands and self.lost is None

    @property
    def note(self) -> str:
        """What the reason of a record says of it."""
        return f"{DONE[self.action]} by {self.decided_by} on {self.decided_at:%Y-%m-%d}: {self.reason}"

    def read(self) -> Record:
        """The record as the machine had read it."""
        return record_from(record_kind(self.kind), self.as_read)

    def cast(self) -> dict[str, Actor]:
        """The actors that the record and the correction name, by id."""
        return {actor.id: actor for actor in (from_object(Actor, one) for one in self.actors)}


@dataclass(frozen=True, slots=True)
class Subject:
    """A record that was corrected, with the corrections that stand, in the order in which they were made."""

    id: str
    corrections: tuple[Correction, ...] = field(default_factory=tuple)

    @property
    def last(self) -> Correction:
        return self.corrections[-1]

    @property
    def kind(self) -> RecordKind:
        return record_kind(self.last.kind)


def subjects(corrections: Iterable[Correction]) -> tuple[Subject, ...]:
    """The records of articles that these corrections are about, as far as they stand; links and actors are none."""
    found: dict[str, list[Correction]] = {}
    for one in sorted(corrections, key=lambda c: c.number):
        if one.stands and one.kind in CLASSES:
            found.setdefault(one.subject, []).append(one)
    return tuple(Subject(key, tuple(made)) for key, made in found.items())


def record_kind(kind: Kind) -> RecordKind:
    """The kind of a record; raises ValueError for that of a link."""
    if kind == "statement" or kind == "event" or kind == "position":
        return kind
    raise ValueError(f"{kind} is no kind of record")


def record_from(kind: RecordKind, plain: Mapping[str, Any]) -> Record:
    """The record that plain JSON tells."""
    record: Record = from_object(CLASSES[kind], plain)
    return record


def records_of(reading: Reading, kind: RecordKind) -> tuple[Record, ...]:
    """The records of a kind."""
    found: tuple[Record, ...] = getattr(reading, PLURALS[kind])
    return found


def kind_of(record: Record) -> RecordKind:
    """What kind of record this is."""
    if isinstance(record, Statement):
        return "statement"
    return "event" if isinstance(record, Event) else "position"


def anchor(record: Record) -> Spans:
    """The words that a record was read out of: what is said, the trigger, the evidence."""
    if isinstance(record, Statement):
        return record.content
    return (record.trigger if isinstance(record, Event) else record.evidence,)


def words_of(record: Record, text: str) -> str:
    """The same as words."""
    return GAP.join(text[span.start : span.end] for span in anchor(record))


def named_in(record: Record) -> tuple[str, ...]:
    """The ids of the actors that a record names."""
    if isinstance(record, Statement):
        return (*((record.speaker,) if record.speaker else ()), *record.addressees)
    return (*record.sources, *record.targets) if isinstance(record, Event) else (record.actor,)


def cast_of(record: Record, actors: Mapping[str, Actor]) -> tuple[Mapping[str, Any], ...]:
    """The actors that a record names, and their members, as plain JSON."""
    named = [actors[key] for key in named_in(record) if key in actors]
    members = [actors[key] for actor in named for key in actor.members if key in actors]
    return tuple(to_object(actor) for actor in {actor.id: actor for actor in (*named, *members)}.values())


def share(old: Record, new: Record) -> float:
    """How much of the words of both, together, they have in common, 0 to 1."""
    mine, theirs = anchor(old), anchor(new)
    if mine == theirs:
        return 1.0
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in mine for b in theirs)
    return both / max(sum(span.length for span in (*mine, *theirs)) - both, 1)
