"""Stretches of whole sentences that the network reads at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

LENGTH = 190
"""Word pieces of one window, without the two that open and close it."""


ADVANCE = 0.7
"""Share of its length by which a window advances: the rest is read twice, so that no sentence lacks its neighbours."""


class Window(NamedTuple):
    """Words `begin` up to `end` are read; of cues found there, those from `own_begin` up to `own_end` count."""

    begin: int
    end: int
    own_begin: int
    own_end: int


def sentence_bounds(sentences: Sequence[int], pieces: Sequence[int], length: int = LENGTH) -> list[int]:
    """First words of all sentences, then the number of words; a sentence of more than `length` pieces is cut."""
    bounds, filled = [], 0
    for k, number in enumerate(sentences):
        if k == 0 or number != sentences[k - 1] or filled + pieces[k] > length:
            bounds.append(k)
            filled = 0
        filled += pieces[k]
    return [*bounds, len(sentences)]


def windows(bounds: Sequence[int], pieces: Sequence[int], length: int = LENGTH) -> list[Window]:
    """Cover all sentences; windows overlap, and a sentence belongs to the window it lies deepest in."""
    total = [0, *accumulate(pieces)]
    ranges = _ranges(bounds, total, length)
    owners: list[list[int]] = [[] for _ in ranges]
    for k in range(len(bounds) - 1):
        holders = [(min(k - a, b - 1 - k), -r, r) for r, (a, b) in enumerate(ranges) if a <= k < b]
        owners[max(holders)[2]].append(k)
    return [
        Window(bounds[a], bounds[b], bounds[own[0]], bounds[own[-1] + 1])
        for (a, b), own in zip(ranges, owners, strict=True)
        if own
    ]


def _ranges(bounds: Sequence[int], total: Sequence[int], length: int) -> list[tuple[int, int]]:
    """Sentences `a` up to `b` of each window."""
    count, found, a = len(bounds) - 1, [], 0
    while a < count:
        b = a + 1
        while b < count and total[bounds[b + 1]] - total[bounds[a]] <= length:
            b += 1
        found.append((a, b))
        if b == count:
            break
        next_start = total[bounds[a]] + (total[bounds[b]] - total[bounds[a]]) * ADVANCE
        a = max(a + 1, next(k for k in range(a, b + 1) if total[bounds[k]] >= next_start or k == b))
    return found
