"""The words of a text as search sees them: where each stands, folded, and the term under which it is found.

The same functions make the terms of texts and of queries, so any word of a text is found by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from dateline.archive.english_stems import english_stem
from dateline.knowledge.names import without_accents

METHOD = "words 1"
"""Changes with any change of what is below: an index made by another method is made anew."""
LONGEST = 64
"""Characters of a word that count: what is longer is no word."""
_INNER = "'’ʼ\u0300-\u036f\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Within a word: apostrophes, combining accents, soft hyphens, marks of direction."""
_WORD = re.compile(rf"[^\W_]+(?:[{_INNER}]+[^\W_]+)*[\u0300-\u036f]*(?:(?<![^\W_].)(?:\.[^\W\d_])+\b\.?)?")
"""Letters with full stops between them, such as U.S., are one word."""
_POSSESSIVE = re.compile(r"(?<=.)['’ʼ]s$", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_ʼ]+")


class Word(NamedTuple):
    """A word of a text: offsets of its code points, end exclusive, and its folded form."""

    start: int
    end: int
    folded: str


def words(text: str) -> Iterator[Word]:
    """The words in order."""
    for found in _WORD.finditer(text):
        if folded := fold_word(found.group()):
            yield Word(found.start(), found.end(), folded)


class WordFinder:
    """Finds the words that have one of these terms. It remembers words, so one for several texts is faster than one each."""

    def __init__(self, terms: Iterable[int]) -> None:
        self._terms = frozenset(terms)
        self._known: dict[str, str | None] = {}
        """By a word as it stands: its folded form, empty where its term is another, None where it is no word."""

    def find(self, text: str) -> dict[int, Word]:
        """Those of a text in order, by their place among all its words."""
        known, found, place = self._known, dict[int, Word](), 0
        for match in _WORD.finditer(text):
            word = match[0]
            folded = known[word] if word in known else self._learn(word)
            if folded:
                found[place] = Word(match.start(), match.end(), folded)
            place += folded is not None
        return found

    def _learn(self, word: str) -> str | None:
        folded = fold_word(word)
        self._known[word] = (folded if term_of(folded) in self._terms else "") if folded else None
        return self._known[word]


def folded_words(text: str) -> list[str]:
    """The folded words in order."""
    return [folded for found in _WORD.findall(text) if (folded := fold_word(found))]


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Small letters and digits alone: no accents, no possessive s, no signs. Empty where nothing is left."""
    word = _POSSESSIVE.sub("", word[: 2 * LONGEST])
    plain = word if word.isascii() else without_accents(word)
    return _NO_LETTERS.sub("", plain.casefold())[:LONGEST]


@lru_cache(maxsize=1 << 16)
def term_of(folded: str) -> int:
    """The number under which a folded word and its inflected forms stand in the index."""
    return int.from_bytes(blake2b(english_stem(folded).encode(), digest_size=8).digest(), "big", signed=True)
