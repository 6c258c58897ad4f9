"""The words of a text as search sees them: where each stands, folded, and the term under which it is found.

The same functions make the terms of texts and of queries, so any word of a text is found by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby, pairwise
from typing import NamedTuple

from dateline.archive.english_stems import english_stem, irregular_forms
from dateline.knowledge.names import without_accents

METHOD = "words 1"
"""Changes with any change of what is below: an index made by another method is made anew."""
LONGEST = 64
"""Characters of a word that count: what is longer is no word."""
_INNER = "'’ʼ\u0300-\u036f\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Within a word: apostrophes, combining accents, soft hyphens, marks of direction."""
_WORD = re.compile(rf"[^\W_]+(?:[{_INNER}]+[^\W_]+)*[\u0300-\u036f]*(?:(?<![^\W_].)(?:\.[^\W\d_])+\b\.?)?")
"""Letters with full stops between them, such as U.S., are one word."""
_DOUBLED = re.compile(f"[{_INNER}][{_INNER}]")
"""What makes it hard to tell whether a word begins after it."""
_POSSESSIVE = re.compile(r"(?<=.)['’ʼ]s$", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_ʼ]+")


LONGEST_BEGINNING = 5
"""Letters by which words are told apart that may be found from those that may not."""


def _or_not_ascii(letters: str) -> str:
    """One of these letters or none of ASCII: named by the others, for the 65,000 of a set of its own take 5 ms to write down."""
    ends = [-1, *sorted(map(ord, set(letters))), 128]
    others = (rf"\x{one + 1:02x}-\x{other - 1:02x}" for one, other in pairwise(ends) if other - one > 1)
    return f"[^{''.join(others)}]"


_ODD = _or_not_ascii("'.")
"""What may stand within a word without its folded form showing it, or showing it as another letter."""


def _beginnings(folded: Iterable[str]) -> tuple[str, ...]:
    """With what the folded forms of all words begin that are found by one of these, as far as they are plain letters."""
    found = {begin for stem in map(english_stem, folded) for begin in (stem[:-1] or stem, *irregular_forms(stem))}
    return tuple(sorted({re.split(r"[^a-z0-9]", begin[:LONGEST_BEGINNING])[0] for begin in found} - {""}))


@lru_cache(maxsize=256)
def _candidate(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    """The first letter of a word that begins so, or with a letter that may be folded to one.

    It is no letter within a word nor a later one of a word such as U.S.
    """
    letters = "".join(letter + letter.upper() for letter in dict.fromkeys(begin[0] for begin in beginnings))
    # To begin with a set of letters lets the search pass over all others.
    return re.compile(
        rf"{_or_not_ascii(letters)}(?:(?<=[^\W\x00-\x7f]){_followed(beginnings)})"
        rf"(?<![^\W_].)(?<![^\W_][{_INNER}].)(?:(?<!\b[^\W\d_]\..)|(?=[^\W_]))"
    )


def _followed(beginnings: Iterable[str]) -> str:
    """After the first letter: for each of those that it may be what must come then."""
    return "".join(
        f"|(?<=[{letter}{letter.upper()}])(?={_rest([begin[1:] for begin in group])})"
        for letter, group in groupby(beginnings, key=lambda begin: begin[0])
    )


def _rest(endings: Sequence[str]) -> str:
    """One of these endings in sorted order, up to a sign that folding drops or changes."""
    if not all(endings):
        return ""
    ways = (
        f"[{letter}{letter.upper()}]{_rest([ending[1:] for ending in group])}"
        for letter, group in groupby(endings, key=lambda ending: ending[0])
    )
    return f"(?:{'|'.join(ways)}|{_ODD})"


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
        self._candidate = _candidate(_beginnings(folded))
        self._known: dict[str, str] = {}
        """By a word as it stands: its folded form, empty where its term is another or where it is no word."""

    def find(self, text: str) -> list[Word]:
        """Those of a text in order."""
        if _DOUBLED.search(text):
            return self._find_among_all(text)
        known, found, end = self._known, list[Word](), 0
        for candidate in self._candidate.finditer(text):
            start = candidate.start()
            if start < end or not (match := _WORD.match(text, start)):
                continue
            word, end = match[0], match.end()
            if folded := known[word] if word in known else self._learn(word):
                found.append(Word(start, end, folded))
        return found

    def _find_among_all(self, text: str) -> list[Word]:
        return [one for one in words(text) if term_of(one.folded) in self._terms]

    def _learn(self, word: str) -> str:
        folded = fold_word(word)
        self._known[word] = folded if term_of(folded) in self._terms else ""
        return self._known[word]


def are_neighbours(text: str, one: Word, other: Word) -> bool:
    """Whether no word of the text stands between these two, the first of which stands before the other."""
    return not any(fold_word(found[0]) for found in _WORD.finditer(text, one.end, other.start))


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
