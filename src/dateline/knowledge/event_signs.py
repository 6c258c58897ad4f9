"""What signs say of whether an event that the rules coded is right: weights, learnt from annotated articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows

BIAS = "bias"
"""The row of what holds for every event."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How much one sign adds to the log odds that type and both sides are right.

    `heard` where the network of relations is among the signs, `alone` where events are coded by rules alone.
    """

    sign: str
    heard: float
    alone: float


@cache
def weights() -> Mapping[str, Weight]:
    """Every weighed sign, and `BIAS`."""
    return {row.sign: row for row in read_rows("event_signs.tsv", Weight)}
