"""Words that tell the sector of an actor beside its noun: "Muslim leaders", "army accountant", "rebel forces"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class SectorWord:
    """A word in small letters and its role, explained at the top of the table; `sector` is empty for nouns that have none."""

    word: str
    role: str
    sector: str


@cache
def sector_words(role: str) -> dict[str, str]:
    """The sectors of the words of one role of sector_words.tsv."""
    return {row.word: row.sector for row in read_rows("sector_words.tsv", SectorWord) if row.role == role}
