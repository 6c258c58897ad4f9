"""Lines through many points as the data of a path."""

from __future__ import annotations

from functools import cache

import numpy as np

from dateline.views.map.clipping import Points

WRITTEN = 1 << 12
"""Steps in tenths of a pixel that are written down once for all."""


def path_data(points: Points, *, closed: bool = False) -> str:
    """The first point where it is, then each from the one before, in tenths of a pixel."""
    if not len(points):
        return ""
    places = np.rint(points * 10).astype(np.int64)
    steps = np.diff(places, axis=0)
    steps = steps[steps.any(axis=1)]
    words = _written().__getitem__ if not len(steps) or abs(steps).max() < WRITTEN else _signed
    moves = "".join(map(words, steps.ravel().tolist()))
    x, y = places[0].tolist()
    return f"M{_tenths(x)}{_signed(y)}{'l' if moves else 'h0'}{moves.removeprefix(' ')}{'z' if closed else ''}"


@cache
def _written() -> tuple[str, ...]:
    """By number its words; those of numbers below zero count from the end."""
    return tuple(map(_signed, (*range(WRITTEN), *range(-WRITTEN, 0))))


def _tenths(value: int) -> str:
    """Tenths as a decimal number: 12 is 1.2, 5 is .5."""
    whole, rest = divmod(abs(value), 10)
    digits = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{digits}" if value < 0 else digits


def _signed(value: int) -> str:
    words = _tenths(value)
    return words if value < 0 else f" {words}"
