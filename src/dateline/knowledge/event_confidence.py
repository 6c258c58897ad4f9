"""How often events of a type are read rightly, as counted on news articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import KnowledgeError
from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class Share:
    """Share of events read rightly, between 0 and 1, and how much lower it is in three weaker cases."""

    type: str
    share: float
    minus_no_target: float
    minus_open: float
    minus_noun: float


def share_of(event_type: str) -> Share:
    """The counted shares of a type; raises KnowledgeError where the table lacks it."""
    found = _shares().get(event_type)
    if found is None:
        raise KnowledgeError(f"event_confidence.tsv: no row for {event_type!r} (add one)")
    return found


@cache
def _shares() -> Mapping[str, Share]:
    return {row.type: row for row in read_rows("event_confidence.tsv", Share)}
