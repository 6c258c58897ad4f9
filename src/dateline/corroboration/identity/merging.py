"""Which likely pairs become one: the surest first, never against what is known of a third, never on a guess between two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from dateline.archive.actor_decisions import Pair
from dateline.corroboration.verdict import Verdict

MERGE = 1.75
"""Log odds from which on two actors are one: .85."""
COMPATIBLE = 0.0
"""Log odds that any two ids of one actor must have between them."""
MARGIN = 1.0
"""Log odds by which one of two that exclude each other must fit better."""

Compare = Callable[[str, str], Verdict | None]


@dataclass(frozen=True, slots=True)
class Likely:
    """A pair of actor ids that may be one."""

    pair: Pair
    verdict: Verdict


def chosen(likely: Iterable[Likely], groups: Mapping[str, frozenset[str]], compare: Compare) -> Iterator[Likely]:
    """The pairs to be merged, `groups` being the ids that are one so far for each id; `compare` judges any pair of ids."""
    sure = sorted((one for one in likely if one.verdict.odds >= MERGE), key=lambda one: (-one.verdict.odds, one.pair))
    doubtful = _doubtful(sure, compare)
    now = dict(groups)
    for one in sure:
        a, b = (now[actor] for actor in one.pair)
        if a is b or not doubtful.isdisjoint(one.pair) or not _compatible(one.pair, a, b, compare):
            continue
        now.update(dict.fromkeys(a | b, a | b))
        yield one


def _doubtful(sure: Iterable[Likely], compare: Compare) -> set[str]:
    """Actors that fit two others about equally well that are not one themselves."""
    partners: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for one in sure:
        for actor, partner in (one.pair, one.pair[::-1]):
            partners[actor].append((one.verdict.odds, partner))
    return {actor for actor, found in partners.items() if _between_two(found, compare)}


def _between_two(found: list[tuple[float, str]], compare: Compare) -> bool:
    best, partner = found[0]
    return any(best - odds < MARGIN and not _fits(partner, rival, compare) for odds, rival in found[1:])


def _compatible(pair: Pair, a: frozenset[str], b: frozenset[str], compare: Compare) -> bool:
    return all({x, y} == set(pair) or _fits(x, y, compare) for x, y in product(a, b))


def _fits(x: str, y: str, compare: Compare) -> bool:
    verdict = compare(x, y)
    return verdict is not None and verdict.odds >= COMPATIBLE
