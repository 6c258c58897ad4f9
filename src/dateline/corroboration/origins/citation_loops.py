"""Who has it from whom in the end, where outlets name each other: chains are followed, loops are found and not followed twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dateline.corroboration.origins.testimony import Testimony
from dateline.corroboration.outlet_names import outlet_key

Loop = tuple[str, ...]


def resolved(testimonies: Sequence[Testimony]) -> tuple[Testimony, ...]:
    """Each testimony with its path followed on: where an outlet that it names only passes on another one itself."""
    first_hand = {outlet_key(t.outlet) for t in testimonies if len(t.path) == 1}
    passed = [t for t in testimonies if len(t.path) > 1]
    return tuple(t if len(t.path) == 1 else replace(t, path=_followed(t, first_hand, passed)) for t in testimonies)


def loops(testimonies: Iterable[Testimony]) -> tuple[Loop, ...]:
    """Outlets that name each other in a circle, none of which tells it first-hand; by their keys in order."""
    testimonies = tuple(testimonies)
    first_hand = {outlet_key(t.outlet) for t in testimonies if len(t.path) == 1}
    follows: dict[str, set[str]] = {}
    for testimony in testimonies:
        keys = [outlet_key(name) for name in testimony.path]
        for one, other in pairwise(keys):
            follows.setdefault(one, set()).add(other)
    found = {_smallest_first(loop) for start in sorted(follows) for loop in _circles((start,), follows)}
    return tuple(sorted(loop for loop in found if first_hand.isdisjoint(loop)))


def _circles(way: Loop, follows: Mapping[str, set[str]]) -> Iterator[Loop]:
    for after in sorted(follows.get(way[-1], ())):
        if after == way[0]:
            yield way
        elif after not in way:
            yield from _circles((*way, after), follows)


def _smallest_first(loop: Loop) -> Loop:
    place = loop.index(min(loop))
    return loop[place:] + loop[:place]


def _followed(testimony: Testimony, first_hand: set[str], passed: Sequence[Testimony]) -> tuple[str, ...]:
    """The path, and on from its end as long as that outlet has, up to that day, told it only as another one's."""
    path, day = list(testimony.path), testimony.published
    while outlet_key(path[-1]) not in first_hand:
        following = _earlier(path[-1], passed, day)
        if following is None:
            break
        seen = {outlet_key(name) for name in path}
        rest = [name for name in following.path[1:] if outlet_key(name) not in seen]
        if len(rest) < len(following.path) - 1:
            return _cut(path, _head_of_loop(path[_circle_start(path, following) :], first_hand, passed))
        path, day = [*path, *rest], following.published or day
    return tuple(path)


def _circle_start(path: Sequence[str], following: Testimony) -> int:
    """Where in the path the circle begins that the following testimony closes."""
    back = {outlet_key(name) for name in following.path[1:]}
    return next(place for place, name in enumerate(path) if outlet_key(name) in back)


def _earlier(outlet: str, passed: Sequence[Testimony], day: date | None) -> Testimony | None:
    """The first testimony of that outlet that can have been what was cited on that day."""
    key = outlet_key(outlet)
    own = [t for t in passed if outlet_key(t.outlet) == key and (day is None or t.published is None or t.published <= day)]
    return min(own, key=_age, default=None)


def _head_of_loop(circle: Sequence[str], first_hand: set[str], passed: Sequence[Testimony]) -> str:
    """The outlet that stands for all in a circle: one that saw it, else the one that the earliest testimony among them names."""
    keys = {outlet_key(name): name for name in circle}
    if saw := next((name for key, name in keys.items() if key in first_hand), None):
        return saw
    within = [t for t in passed if outlet_key(t.outlet) in keys and outlet_key(t.last) in keys]
    return keys[outlet_key(min(within, key=_age).last)] if within else circle[-1]


def _cut(path: Sequence[str], head: str) -> tuple[str, ...]:
    """The path as far as the head, which is added where the path begins with it."""
    place = next((n for n, name in enumerate(path) if n and outlet_key(name) == outlet_key(head)), None)
    return tuple(path[: place + 1]) if place is not None else (*path, head)


def _age(testimony: Testimony) -> tuple[date, str, str]:
    return testimony.published or date.max, testimony.article, testimony.event
