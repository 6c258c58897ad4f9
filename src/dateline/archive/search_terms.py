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
from dateline.knowledge.irregular_verbs import other_initials
from dateline.knowledge.names import without_accents

METHOD = "words 1"
"""Changes with any change of what is below: an index made by another method is made anew."""
LONGEST = 64
"""Characters of a word that count: what is longer is no word."""
_INNER = "'’ʼ\u0300-\u036f\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Within a word: apostrophes, combining accents, soft hyphens, marks of direction."""
_WORD = re.compile(rf"[^\W_]+(?:[{_INNER}]+[^\W_]+)*[\u0300-\u036f]*(?:(?<![^\W_].)(?:\.[^\W\d_])+\b\.?)?")
"""Letters with full stops between them, such as U.S., are one word."""
_DOUBLED = re.compile(f"[{_INNER}]{{2}}")
"""What makes it hard to tell whether a word begins after it."""
_POSSESSIVE = re.compile(r"(?<=.)['’ʼ]s$", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_ʼ]+")


def _initials(folded: Iterable[str]) -> set[str]:
    """With what words begin that are found by one of these."""
    letters = {letter for word in folded for letter in (word[0], *other_initials().get(word[0], ()))}
    return {form for letter in letters for form in (letter.lower(), letter.upper())}


@lru_cache(maxsize=256)
def _candidate(letters: str) -> re.Pattern[str]:
    """A word that begins with one of these letters, or with a letter that may be folded to one.

    It begins neither within a word nor with a later letter of one such as U.S.
    """
    begins = rf"(?<![^\W_])(?<![^\W_][{_INNER}])(?:(?<!\b[^\W\d_]\.)|(?=[^\W_]{{2}}))"
    first = f"[{re.escape(letters)}]|" if letters else ""
    # What few letters meet comes first.
    return re.compile(rf"(?={first}[^\x00-\x7f]){begins}{_WORD.pattern}")


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
    """Finds the words found by one of these folded ones. It remembers words, so one for several texts is faster than one each."""

    def __init__(self, folded: Iterable[str]) -> None:
        folded = list(folded)
        self._terms = frozenset(map(term_of, folded))
        self._candidate = _candidate("".join(sorted(_initials(folded))))
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

    def find_alone(self, text: str) -> list[Word]:
        """The same without their places, for which all words must be gone through: several times faster."""
        if _DOUBLED.search(text):
            return list(self.find(text).values())
        known, found = self._known, list[Word]()
        for match in self._candidate.finditer(text):
            word = match[0]
            if folded := known[word] if word in known else self._learn(word):
                found.append(Word(match.start(), match.end(), folded))
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
