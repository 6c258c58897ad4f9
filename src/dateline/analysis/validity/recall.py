"""How much of what readers found in whole articles the program found too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.analysis.validity.intervals import Scored, Share, share_of_clusters

FOUND = "found"


@dataclass(frozen=True, slots=True)
class Listed:
    """Something that a reader listed: which of its fields the program's nearest record has right; empty where there is none.

    `right` holds `FOUND` where the program has a record of these words.
    """

    article: str
    weight: float
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class RecallRow:
    """Of what was listed, the share that the program found and has right in all these fields; clustered by article."""

    fields: tuple[str, ...]
    articles: int
    share: Share


def recall(listed: Sequence[Listed], measures: Sequence[tuple[str, ...]]) -> tuple[RecallRow, ...]:
    """A row for each measure: `()` asks for being found at all, `("type",)` also for the right type."""
    rows = []
    for fields in measures:
        needed = {FOUND, *fields}
        share = share_of_clusters([Scored(float(needed <= one.right), one.weight, cluster=one.article) for one in listed])
        if share:
            rows.append(RecallRow(fields, len({one.article for one in listed}), share))
    return tuple(rows)


def best_pairs(scores: Mapping[tuple[int, str], float]) -> dict[int, str]:
    """Each thing listed with at most one record, each record with at most one thing: the best pairs first."""
    pairs: dict[int, str] = {}
    taken: set[str] = set()
    for (place, record), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if place not in pairs and record not in taken:
            pairs[place] = record
            taken.add(record)
    return pairs
