"""A reading with what people said about its records: the one place where corrections take effect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from dateline.archive.corrections.attaching import ACTORS, actor_now, attached
from dateline.archive.corrections.correction import (
    CLASSES,
    Correction,
    Record,
    kind_of,
    record_from,
    subjects,
)
from dateline.contract import to_object
from dateline.records import Actor, Event, Reading, Statement

SURE = 1.0
"""The confidence of a record that somebody has looked at as a whole."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading as corrections have it; where each corrected record is in it, by subject; and why some fit nothing."""

    reading: Reading
    where: Mapping[str, str]
    lost: Mapping[str, str]


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Corrected:
    """What the machine read of an article, with the corrections of that article that stand.

    A rejected record is gone, an edited one has the values of the edit, later ones before earlier ones, and of a confirmed one
    the fields stay as they were confirmed. The last word on a record decides whether it is there. Ids stay those of the reading.
    """
    about = subjects(one for one in corrections if one.article == reading.article.id)
    if not about:
        return Corrected(reading, {}, {})
    attachment = attached(reading, about)
    cast_now = {actor.id: actor for actor in reading.actors}
    kept: dict[str, Record | None] = {}
    for subject in about:
        if subject.id in attachment.found:
            record = attachment.found[subject.id]
            kept[record.id] = None if subject.last.action == "reject" else _as_corrected(record, subject.corrections, cast_now)
    where = {subject: record.id for subject, record in attachment.found.items()}
    return Corrected(_with(reading, kept, cast_now), where, attachment.lost)


def _as_corrected(record: Record, corrections: Sequence[Correction], actors: dict[str, Actor]) -> Record:
    """The record with what was confirmed and edited; actors that the reading lacks are added to `actors`."""
    kind, plain, notes = kind_of(record), cast(dict[str, Any], to_object(record)), []
    for one in corrections:
        if one.action != "reject":
            plain |= _under_new_ids(one, actors)
            notes.append(one.note)
    made = replace(record_from(kind, plain), confidence=SURE, reason="; ".join((record.reason, *notes)))
    if isinstance(made, Event):
        return replace(made, targets=tuple(actor for actor in made.targets if actor not in made.sources))
    return made


def _under_new_ids(correction: Correction, actors: dict[str, Actor]) -> dict[str, Any]:
    """The values of a correction, with the ids that the actors have in this reading."""
    known, ids = correction.cast(), dict[str, str]()
    for name in ACTORS & correction.after.keys():
        for key in _listed(correction.after[name]):
            ids[key] = _enlisted(key, known, actors)
    return {name: _renamed(value, ids) if name in ACTORS else value for name, value in correction.after.items()}


def _enlisted(key: str, known: Mapping[str, Actor], actors: dict[str, Actor]) -> str:
    """The id of this actor among those of the reading, to which it is added where it is missing."""
    if key in actors or key not in known:
        return key
    found = actor_now(known[key], actors)
    if found is None:
        actors[key] = known[key]
        for member in known[key].members:
            if member in known:
                actors.setdefault(member, known[member])
    return found or key


def _listed(value: str | Sequence[str] | None) -> Sequence[str]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _renamed(value: str | Sequence[str] | None, ids: Mapping[str, str]) -> str | list[str] | None:
    if value is None:
        return None
    return ids.get(value, value) if isinstance(value, str) else [ids.get(key, key) for key in value]


def _with(reading: Reading, kept: Mapping[str, Record | None], actors: Mapping[str, Actor]) -> Reading:
    """The reading with these records in the place of those of their ids; None takes a record out, and all that leads to it."""
    statements = tuple(found for one in reading.statements if isinstance(found := kept.get(one.id, one), Statement))
    events = tuple(found for one in reading.events if isinstance(found := kept.get(one.id, one), Event))
    positions = tuple(found for one in reading.positions if isinstance(found := kept.get(one.id, one), CLASSES["position"]))
    outer = {one.id: one.inside for one in reading.statements if one.id in kept and kept[one.id] is None}
    known = {actor.id for actor in reading.actors}
    return replace(
        reading,
        actors=(*reading.actors, *(actor for key, actor in actors.items() if key not in known)),
        statements=tuple(replace(one, inside=_outside(one.inside, outer)) for one in statements),
        events=tuple(replace(one, statement=None) if one.statement in outer else one for one in events),
        positions=cast(Any, positions),
    )


def _outside(statement: str | None, gone: Mapping[str, str | None]) -> str | None:
    """The innermost statement around one that is not taken out."""
    while statement is not None and statement in gone:
        statement = gone[statement]
    return statement
