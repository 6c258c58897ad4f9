"""How stands on a proposal change: who hardened, softened, dropped a demand or fell out with themselves, and who moved first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Literal

from dateline.analysis.stances import Held, Proposal
from dateline.corroboration.parties import Party
from dateline.records import Stance

TurnKind = Literal[
    "softened", "came round", "dropped a demand", "set a condition", "hardened", "turned against it", "took a side"
]
_KINDS: dict[tuple[Stance, Stance], TurnKind] = {
    ("oppose", "conditional"): "softened",
    ("oppose", "neutral"): "softened",
    ("oppose", "support"): "came round",
    ("conditional", "support"): "dropped a demand",
    ("support", "conditional"): "set a condition",
    ("neutral", "conditional"): "set a condition",
    ("conditional", "oppose"): "hardened",
    ("support", "oppose"): "turned against it",
    ("support", "neutral"): "hardened",
    ("neutral", "support"): "took a side",
    ("neutral", "oppose"): "took a side",
}
TOWARDS = frozenset({"softened", "came round", "dropped a demand"})
"""Turns towards a proposal; "took a side" is neither, the others are turns away from it."""
AT_ODDS = timedelta(days=14)
"""Two persons of one government on two sides within this time are at odds; later it is a turn."""
FOLLOWING = timedelta(days=60)
"""So long after another's turn the same turn may follow it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """An actor's stand on a proposal before and after; `follows` are the actors that turned the same way shortly before."""

    actor: Party
    kind: TurnKind
    before: Held
    after: Held
    follows: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """Two who act for one state, on opposite sides at about the same time."""

    actor: Party
    one: Held
    other: Held


@dataclass(frozen=True, slots=True)
class History:
    """A proposal with the stands of each actor in order of time, the turns in that order, and the splits."""

    proposal: Proposal
    stands: tuple[tuple[Party, tuple[Held, ...]], ...]
    turns: tuple[Turn, ...]
    splits: tuple[Split, ...]


def history(proposal: Proposal) -> History:
    """The history of all stands on a proposal; stands without a day count for nothing but are kept."""
    by_actor: defaultdict[Party, list[Held]] = defaultdict(list)
    for held in proposal.told:
        by_actor[held.actor].append(held)
    splits = tuple(split for stands in by_actor.values() for split in _splits(stands))
    at_odds = {id(held) for split in splits for held in (split.one, split.other)}
    single = (turn for stands in by_actor.values() for turn in _turns([h for h in stands if id(h) not in at_odds]))
    turns = sorted(single, key=lambda turn: (_day(turn.after), turn.actor))
    stands = tuple((actor, tuple(told)) for actor, told in by_actor.items())
    return History(proposal, stands, tuple(_followed(turns)), splits)


def _turns(stands: Sequence[Held]) -> Iterator[Turn]:
    """Each change from one day's stand to a later day's; a day on which articles differ changes nothing."""
    days: defaultdict[date, list[Held]] = defaultdict(list)
    for held in stands:
        if held.day is not None:
            days[held.day].append(held)
    clear = [told[0] for _, told in sorted(days.items()) if len({held.stance for held in told}) == 1]
    for before, after in pairwise(clear):
        kind = _KINDS.get((before.stance, after.stance))
        if kind is not None:
            yield Turn(after.actor, kind, before, after)


def _splits(stands: Sequence[Held]) -> Iterator[Split]:
    for one, other in combinations(stands, 2):
        opposed = {one.stance, other.stance} == {"support", "oppose"}
        persons = one.person is not None and other.person is not None and one.person != other.person
        if opposed and persons and abs(_day(one) - _day(other)) <= AT_ODDS:
            yield Split(one.actor, one, other)


def _followed(turns: Sequence[Turn]) -> Iterator[Turn]:
    for place, turn in enumerate(turns):
        leaders = [
            earlier.actor
            for earlier in turns[:place]
            if earlier.actor != turn.actor and _direction(earlier) == _direction(turn) and _shortly_before(earlier, turn)
        ]
        yield Turn(turn.actor, turn.kind, turn.before, turn.after, tuple(dict.fromkeys(leaders)))


def _direction(turn: Turn) -> str:
    return "aside" if turn.kind == "took a side" else "towards" if turn.kind in TOWARDS else "away"


def _shortly_before(earlier: Turn, turn: Turn) -> bool:
    return timedelta() < _day(turn.after) - _day(earlier.after) <= FOLLOWING


def _day(held: Held) -> date:
    return held.day or date.max
