"""The content words of a stretch of text, each reduced to a stem that its inflected forms share."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from dateline.knowledge.function_words import function_words
from dateline.knowledge.irregular_verbs import base_form

SHORTEST = 3
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:-\d+)?|\d+(?:[.,]\d+)*")
_WORDS = re.compile(f"({_WORD.pattern})")
_ENDINGS = (
    "ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ies", "ied", "ers", "er", "es", "ed", "s", "e", "y",
)  # fmt: skip
_STEM = 4
"""Letters of a word that stay whatever its ending."""


def stems(text: str) -> Iterator[str]:
    """The stems in the order of the text, numbers as they are; no function words."""
    return (stem for word in _WORD.findall(text) if (stem := stem_of(word)))


def placed_stems(text: str, start: int, end: int) -> Sequence[tuple[int, str]]:
    """The stems of the words of an article's text that begin between two offsets, each with the offset of its word."""
    offsets, found = _all_placed(text)
    return found[bisect_left(offsets, start) : bisect_left(offsets, end)]


@lru_cache(maxsize=320)
def _all_placed(text: str) -> tuple[Sequence[int], Sequence[tuple[int, str]]]:
    """All stems of a text, which several stages need in turn of all articles of the largest batch."""
    # Words and what stands between them in turn: half the time of one match after the other.
    pieces = _WORDS.split(text)
    starts = list(accumulate(map(len, pieces)))[::2]
    found = [(at, stem) for at, stem in zip(starts, map(stem_of, pieces[1::2]), strict=False) if stem]
    return [at for at, _ in found], found


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """The stem, empty for a function word or a word of two letters: `launch` for "launches", `shoot` for "shot"."""
    word = word.casefold()
    if word[0].isdigit():
        return word
    if word in function_words() or len(word) < SHORTEST:
        return ""
    word = base_form(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            word = word.removesuffix(ending)
            break
    # "stopped", "stop"
    return word[:-1] if len(word) > _STEM and word[-1] == word[-2] and word[-1] not in "ls" else word
