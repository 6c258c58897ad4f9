"""Stretches of whole sentences that the network reads at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

LENGTH = 190
"""Word pieces of one window, without the two that open and close it."""


ADVANCE = 0.75, 1.0
"""Shares of its length by which a window advances; what lies behind is read twice, so that few sentences lack their neighbours.
Of the sentences between the two, that with the lowest rank begins the next window: where ranks come from the words, copies of a
text with different beginnings soon have the same windows (chunks cut by content, as in Muthitacharoen et al. 2001)."""


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


def windows(bounds: Sequence[int], pieces: Sequence[int], ranks: Sequence[int], length: int = LENGTH) -> list[Window]:
    """Cover all sentences; windows overlap, and a sentence belongs to the window it lies deepest in. One rank a sentence."""
    total = [0, *accumulate(pieces)]
    ranges = _ranges([total[bound] for bound in bounds], ranks, length)
    owners: list[list[int]] = [[] for _ in ranges]
    for k in range(len(bounds) - 1):
        holders = [(min(k - a, b - 1 - k), -r, r) for r, (a, b) in enumerate(ranges) if a <= k < b]
        owners[max(holders)[2]].append(k)
    return [
        Window(bounds[a], bounds[b], bounds[own[0]], bounds[own[-1] + 1])
        for (a, b), own in zip(ranges, owners, strict=True)
        if own
    ]


def _ranges(starts: Sequence[int], ranks: Sequence[int], length: int) -> list[tuple[int, int]]:
    """Sentences `a` up to `b` of each window; `starts` are the pieces before each sentence, then the number of pieces."""
    count, found, a = len(starts) - 1, [], 0
    while a < count:
        b = a + 1
        while b < count and starts[b + 1] - starts[a] <= length:
            b += 1
        found.append((a, b))
        if b == count:
            break
        a = _next(starts, ranks, a, b)
    return found


def _next(starts: Sequence[int], ranks: Sequence[int], a: int, b: int) -> int:
    """The first sentence of the window after that of sentences `a` up to `b`."""
    low, high = (starts[a] + (starts[b] - starts[a]) * share for share in ADVANCE)
    fit = [k for k in range(a + 1, b + 1) if low <= starts[k] <= high]
    return min(fit, key=lambda k: (ranks[k], k)) if fit else next(k for k in range(a + 1, b + 1) if starts[k] >= low)
