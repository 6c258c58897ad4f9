"""Event types by which one event may be told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class TypeLikeness:
    """Two event types by which one event may be told, as log odds."""

    type: str
    other: str
    weight: float


def type_likeness(one: str, other: str) -> float | None:
    """Log odds of two different types, in either order; None where no event is told by both."""
    return _likeness().get((one, other))


@cache
def _likeness() -> dict[tuple[str, str], float]:
    rows = read_rows("type_likeness.tsv", TypeLikeness)
    return {pair: row.weight for row in rows for pair in ((row.type, row.other), (row.other, row.type))}
