"""Words by which a clause says where something happens: prepositions, verbs of going, nouns of gatherings and kinds of places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class LocativeWord:
    """One word in one role; the table's own header says what each role means."""

    word: str
    role: str


@cache
def locative_words(role: str) -> frozenset[str]:
    """The lemmas of one role of locative_words.tsv."""
    return frozenset(row.word for row in read_rows("locative_words.tsv", LocativeWord) if row.role == role)
