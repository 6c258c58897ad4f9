"""Marks on a text: which words are a statement's source, cue and content, an event's trigger, an actor's name.

Marks overlap. The text is cut at every beginning and end, and each piece carries all marks over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.records import Reading, Span

LINKED = ("event", "cue", "position", "mention")
"""What a piece of text can lead to, the first of them where it is several things at once."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are something in a record: `kind` says what, `record` which, `title` in a few words."""

    span: Span
    kind: str
    record: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text, what it is (kinds, each once), and the record to which it leads, if to any."""

    text: str
    kinds: tuple[str, ...] = ()
    record: str | None = None
    leads_to: str | None = None
    title: str = ""


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """All marks of a reading."""
    return (*_statements(reading), *_events(reading), *_positions(reading), *_mentions(reading))


def _statements(reading: Reading) -> Iterator[Mark]:
    for statement in reading.statements:
        yield from (Mark(span, "content", statement.id) for span in statement.content)
        yield from (Mark(span, "cue", statement.id, f"statement: {statement.act}") for span in statement.cue)


def _events(reading: Reading) -> Iterator[Mark]:
    for event in reading.events:
        title = f"event: {event.type.lower()}, {event.factuality}"
        yield from (Mark(span, "event", event.id, title) for span in {event.trigger, *event.mentions})


def _positions(reading: Reading) -> Iterator[Mark]:
    return (Mark(position.evidence, "position", position.id, f"position: {position.stance}") for position in reading.positions)


def _mentions(reading: Reading) -> Iterator[Mark]:
    return (Mark(span, "mention", actor.id, actor.name) for actor in reading.actors for span in actor.mentions)


def segments(text: str, stretch: Span, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """The stretch in pieces, in order; together they are its text."""
    cuts = {stretch.start, stretch.end}
    for mark in marks:
        cuts.update(point for point in mark.span if stretch.start < point < stretch.end)
    points = sorted(cuts)
    return tuple(
        _segment(text[start:end], [mark for mark in marks if mark.span.start <= start and end <= mark.span.end])
        for start, end in pairwise(points)
    )


def _segment(text: str, over: Sequence[Mark]) -> Segment:
    kinds = tuple(dict.fromkeys(mark.kind for mark in over))
    for kind in LINKED:
        for mark in over:
            if mark.kind == kind:
                return Segment(text, kinds, mark.record, kind, mark.title)
    return Segment(text, kinds)
