"""Nouns by which a text points back to actors that it has named, and nouns that only look like actors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class DiscourseNoun:
    """A noun in the singular and what it does; the roles are explained at the top of the table."""

    noun: str
    role: str


@cache
def discourse_nouns(role: str) -> frozenset[str]:
    """The nouns of one role of discourse_nouns.tsv."""
    return frozenset(row.noun for row in read_rows("discourse_nouns.tsv", DiscourseNoun) if row.role == role)
