"""The commonest function words of English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class FunctionWord:
    """One word in small letters."""

    word: str


@cache
def function_words() -> frozenset[str]:
    """Articles, prepositions, conjunctions, pronouns and auxiliaries, in small letters."""
    return frozenset(row.word for row in read_rows("function_words.tsv", FunctionWord))
