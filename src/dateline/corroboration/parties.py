"""One name for an actor across articles: the state for which officials act, or the actor itself.

Actor ids hold within one article; a party's key holds across articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.knowledge.names import fold
from dateline.knowledge.states import state_by_iso3
from dateline.records import Actor, Reading

STATE_KINDS = frozenset({"state", "government_body"})
OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
"""PLOVER sector codes of those who act for their state."""
PARTICLE = 3
"""Letters of the longest particle in small letters that a name begins with: "de", "van"."""
_MIDDLE_INITIAL = re.compile(r"(?<=\w) [a-z] (?=\w)")


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """`key`, which alone is compared, is the ISO 3166-1 alpha-3 code of a state, else the folded name without middle initials."""

    key: str
    name: str = field(compare=False)
    is_state: bool = field(default=False, compare=False)


def acts_for_state(actor: Actor) -> bool:
    """True for a state, its organs and its officials; an analyst or a company only belongs to one."""
    if actor.country is None:
        return False
    return actor.kind in STATE_KINDS or not OFFICIAL_SECTORS.isdisjoint((actor.code or "").split())


def party_of(actor: Actor) -> Party:
    """The state acted for, else the actor."""
    if actor.country and acts_for_state(actor):
        return Party(actor.country, state_name(actor.country), is_state=True)
    return person_of(actor)


def person_of(actor: Actor) -> Party:
    """The actor as such, whoever it acts for."""
    if actor.kind == "state" and actor.country:
        return Party(actor.country, state_name(actor.country), is_state=True)
    return Party(_MIDDLE_INITIAL.sub(" ", fold(actor.name)), actor.name)


def parties_of(reading: Reading, actor_ids: Iterable[str]) -> tuple[Party, ...]:
    """The parties behind the ids, groups taken apart, each once, in order; ids that the reading lacks are passed over."""
    actors = {actor.id: actor for actor in reading.actors}
    found: dict[Party, None] = {}
    for actor_id in actor_ids:
        if actor_id in actors:
            found.update((party_of(member), None) for member in members_of(actors[actor_id], actors))
    return tuple(found)


def state_name(iso3: str) -> str:
    """The usual English name of the state; the code itself where it is not in the table."""
    state = state_by_iso3(iso3)
    return state.name if state else iso3


def is_proper_name(name: str) -> bool:
    """Whether it names somebody: "Moon Jae-in", "M23", not "senior official", "three Americans", "American-leaning magazine"."""
    first, last = name.split()[:1], name.split()[-1:]
    if not first or (first[0].islower() and len(first[0]) > PARTICLE):
        return False
    return last[0][0].isupper() or any(character.isdigit() for character in last[0])


def is_nobody_in_particular(actor: Actor) -> bool:
    """ "40 protesters", "villagers": people of no known state, whom another article calls something else."""
    return actor.kind == "people" and actor.country is None and not is_proper_name(actor.name)


def members_of(actor: Actor, actors: Mapping[str, Actor]) -> tuple[Actor, ...]:
    """The actors of a group, as far as they are among `actors` by id; the actor itself where it is no group."""
    members = tuple(actors[member] for member in actor.members if member in actors)
    return members or (actor,)
