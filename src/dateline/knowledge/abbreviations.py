"""Abbreviations whose full stop ends no sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class _Row:
    abbreviation: str


@cache
def abbreviations() -> frozenset[str]:
    """In lower case and without the full stop."""
    return frozenset(row.abbreviation for row in read_rows("abbreviations.tsv", _Row))
