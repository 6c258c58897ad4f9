"""Labels that pages put before the colon of a headline: "Latest News: ...", "Analysis: ..."."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class HeadlineLabel:
    """One word in small letters."""

    word: str


@cache
def headline_labels() -> frozenset[str]:
    """All of them."""
    return frozenset(row.word for row in read_rows("headline_labels.tsv", HeadlineLabel))
