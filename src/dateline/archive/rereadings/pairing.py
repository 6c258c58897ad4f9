"""Which records of two readings of one article are the same: by their words, whatever their ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from dateline.archive.corrections.attaching import same_actor
from dateline.archive.corrections.correction import Record, share
from dateline.knowledge.names import fold
from dateline.records import Actor, Event, Position

ENOUGH = 0.5
"""Share of the words of both, together, that one cut of the same words has in common with the other."""
SAME_EVENT = 0.25
"""What counts for two places of one event: each of the readings has put another one of its mentions first."""
One = TypeVar("One", Record, Actor)
Likeness = tuple[float, ...]


def same_actors(old: Sequence[Actor], new: Sequence[Actor]) -> dict[str, str]:
    """New ids by old ones."""
    return _paired(old, new, ((_alike_actors(a, b), a, b) for a in old for b in new))


def same_records(old: Sequence[Record], new: Sequence[Record], actors: Mapping[str, str]) -> dict[str, str]:
    """New ids by old ones; `actors` are the new ids of the actors by old ones."""
    return _paired(old, new, ((_alike_records(a, b, actors), a, b) for a in old for b in new))


def _paired(old: Sequence[One], new: Sequence[One], likes: Iterator[tuple[Likeness | None, One, One]]) -> dict[str, str]:
    """The likest two first; what is left over has nothing like it."""
    places = {one.id: n for n, one in enumerate(old)}, {one.id: n for n, one in enumerate(new)}
    found = [(like, -places[0][a.id], -places[1][b.id], a.id, b.id) for like, a, b in likes if like is not None]
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for *_, a, b in sorted(found, reverse=True):
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return pairs


def _alike_actors(old: Actor, new: Actor) -> Likeness | None:
    same_name = fold(old.name) == fold(new.name)
    shared = len(set(old.mentions) & set(new.mentions)) / max(len(set(old.mentions) | set(new.mentions)), 1)
    if old.id != new.id and not same_name and shared < ENOUGH and not same_actor(old, new):
        return None
    return float(old.id == new.id), float(same_name), shared, float(old.kind == new.kind)


def _alike_records(old: Record, new: Record, actors: Mapping[str, str]) -> Likeness | None:
    shared = share(old, new)
    if shared < ENOUGH and not _same_event(old, new):
        return None
    agreeing = sum(1 for mine, theirs in zip(_claims(old, actors), _claims(new, {}), strict=True) if mine == theirs)
    return float(old.id == new.id), max(shared, SAME_EVENT), float(agreeing)


def _same_event(old: Record, new: Record) -> bool:
    if not (isinstance(old, Event) and isinstance(new, Event)) or old.type != new.type:
        return False
    return new.trigger in old.mentions or old.trigger in new.mentions


def _claims(record: Record, actors: Mapping[str, str]) -> tuple[object, ...]:
    """What makes a record another claim."""
    if isinstance(record, Event):
        sides = tuple(frozenset(actors.get(key, key) for key in side) for side in (record.sources, record.targets))
        return (record.type, *sides, record.factuality)
    if isinstance(record, Position):
        return actors.get(record.actor, record.actor), fold(record.proposal), record.stance
    speaker = record.speaker
    return actors.get(speaker, speaker) if speaker else None, record.act, record.kind
