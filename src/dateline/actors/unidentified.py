"""Whom nobody can tell and no record needs: "people", "allies", "the team", who say, do and suffer nothing that was read.

They serve while an article is read (a pronoun may mean them) and are left out of what is told of it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from dateline.knowledge.states import state_by_iso3
from dateline.records import Actor, Reading

_NO_STATE = frozenset({"IGO", "IMG"})
_ONLY_DESCRIBED = ("described by ", "body noun ", "some of ", "group of actors ", "body of several states")
"""How reasons begin that name no table, no name and no file of a user."""


_SIDED = re.compile(r"\b(?:pro|anti)-\S+")
"""Of "pro-Western groups" the capital names only whom they are for or against."""


def without_unidentified(reading: Reading) -> Reading:
    """The reading without actors that only a common noun describes, of no state, whom no other record names."""
    known = {actor.id: actor for actor in reading.actors}
    told = set(_words((reading.statements, reading.events, reading.positions)))
    kept = {actor.id for actor in reading.actors if actor.id in told or _is_identified(actor, known)}
    waiting = list(kept)
    while waiting:  # a group needs its members, and those theirs
        fresh = set(known[waiting.pop()].members) & known.keys() - kept
        kept |= fresh
        waiting += fresh
    return dataclasses.replace(reading, actors=tuple(actor for actor in reading.actors if actor.id in kept))


def _is_identified(actor: Actor, known: dict[str, Actor]) -> bool:
    """Of a state, named with a capital letter, an international body of its own code, or known from elsewhere than the text."""
    own = _SIDED.sub("", actor.name)
    if actor.country is not None or own != own.lower() or _codes_somebody(actor.code):
        return True
    if not actor.reason.startswith(_ONLY_DESCRIBED):
        return True
    return any(known[member].country is not None for member in actor.members if member in known)


def _codes_somebody(code: str | None) -> bool:
    """ "IGO UNO", "IMG UAF", "PSE REB", but not "IGO" or "CVL OPP"."""
    first, *rest = (code or "-").split()
    return bool(rest) and (first in _NO_STATE or state_by_iso3(first) is not None)


def _words(record: object) -> Iterator[str]:
    """All texts in records and in whatever they hold: an id can stand in any field."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, Iterable):
        for part in record:
            yield from _words(part)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from _words(getattr(record, field.name))
