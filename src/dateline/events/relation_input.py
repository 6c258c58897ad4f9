"""A sentence with two sides as the network of relations reads it: word pieces, with a marker at each edge of a side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

OPEN, CLOSE = 101, 102
"""Word pieces of BERT's vocabulary that open and close a text."""
MARKERS = (1, 2, 3, 4)
"""Unused pieces of that vocabulary: before the source, after it, before the target, after it. The role of each is its number;
5 and 6 are the roles of pieces within source and target, 0 of all others.
"""
WITHIN = (5, 6)
ROLES = 7
LONGEST = 160
"""Pieces of a sentence at most; of a longer one the stretch around the sides is read."""

Side = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Encoded:
    """`places` are the positions of the markers before source and target, 0 for a side that is not there."""

    ids: tuple[int, ...]
    roles: tuple[int, ...]
    places: tuple[int, int]


def encode(tokenizer: Tokenizer, sentence: str, source: Side, target: Side) -> Encoded:
    """`source` and `target` are [start, end) in the sentence and do not overlap."""
    edges = sorted({0, len(sentence), *(source or ()), *(target or ())})
    ids, roles = [OPEN], [0]
    for start, end in pairwise(edges):
        side = next((k for k, s in enumerate((source, target)) if s is not None and s[0] <= start < s[1]), None)
        found = tokenizer.encode(sentence[start:end], add_special_tokens=False).ids
        if side is None:
            ids += found
            roles += [0] * len(found)
        else:
            ids += [MARKERS[2 * side], *found, MARKERS[2 * side + 1]]
            roles += [2 * side + 1, *[WITHIN[side]] * len(found), 2 * side + 2]
    ids, roles = _window([*ids, CLOSE], [*roles, 0])
    return Encoded(tuple(ids), tuple(roles), _places(roles))


def _places(roles: list[int]) -> tuple[int, int]:
    source, target = (roles.index(role) if role in roles else 0 for role in (1, 3))
    return source, target


def _window(ids: list[int], roles: list[int]) -> tuple[list[int], list[int]]:
    """At most LONGEST pieces, the middle of the sides in their middle."""
    if len(ids) <= LONGEST:
        return ids, roles
    marked = [k for k, role in enumerate(roles) if role]
    middle = (marked[0] + marked[-1]) // 2 if marked else 0
    first = max(1, min(middle - LONGEST // 2, len(ids) - LONGEST + 1))
    last = first + LONGEST - 2
    return [OPEN, *ids[first:last], CLOSE], [0, *roles[first:last], 0]
