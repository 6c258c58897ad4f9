"""The inflected forms of an English word under one stem, for searching: launch, launches, launched, launching.

Steps 1 and 5 of Porter's algorithm as its author revised it (M. F. Porter, "The English (Porter2) stemming algorithm", 2002,
https://snowballstem.org/algorithms/english/stemmer.html). Steps 2 to 4, which take endings of derivation, are left out: nation,
national and nationalise are three words to somebody who searches the news.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from dateline.knowledge.irregular_verbs import base_form, irregular_verbs

SHORTEST = 3
_PLAIN = re.compile(r"[a-z]+")
_REGION = re.compile(r"[aeiouy][^aeiouy]")
"""What comes after it is Porter's region R1, and after the next one in R1 the region R2."""
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = re.compile(r"(?:[^aeiouy][aeiouy][^aeiouywx]|^[aeiouy][^aeiouy])$")
"""An end that keeps or takes the letter e: strik(e), us(e)."""
_DOUBLE = re.compile(r"(bb|dd|ff|gg|mm|nn|pp|rr|tt)$")
_PAST = ("ed", "ing")
UNCHANGED = frozenset({"news", "andes", "atlas", "bias", "texas", "kansas", "paris", "honduras", "laos", "cyprus"})
"""No plurals."""


@lru_cache(maxsize=1 << 16)
def english_stem(word: str) -> str:
    """The stem of a word in small letters without accents; a word with other signs in it, or of two letters, stays as it is."""
    if len(word) < SHORTEST or word in UNCHANGED or not _PLAIN.fullmatch(word):
        return word
    return _without_e(_with_i(_without_past(_without_plural(base_form(word)))))


def irregular_forms(stem: str) -> tuple[str, ...]:
    """The forms with this stem that begin otherwise than any rule of spelling says.

    All other words with the stem begin with it, but for its last letter.
    """
    return _irregular().get(stem, ())


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for verb in irregular_verbs():
        found[english_stem(verb.base)].extend(verb.forms)
    return {stem: tuple(forms) for stem, forms in found.items()}


def _without_plural(word: str) -> str:
    """Step 1a."""
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")) and _VOWEL.search(word[:-2]):
        return word[:-1]
    return word


def _without_past(word: str) -> str:
    """Step 1b; the ends -edly and -ingly are left out, since they make adverbs."""
    if word.endswith("eed"):
        return word[:-1] if len(word) - 3 >= _region(word) else word
    for ending in _PAST:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return _mended(stem) if _VOWEL.search(stem) else word
    return word


def _mended(stem: str) -> str:
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if _DOUBLE.search(stem) and len(stem) > SHORTEST:
        return stem[:-1]
    return stem + "e" if _region(stem) >= len(stem) and _SHORT.search(stem) else stem


def _with_i(word: str) -> str:
    """Step 1c: country as countri(es)."""
    return word[:-1] + "i" if len(word) > 2 and word[-1] == "y" and not _VOWEL.match(word[-2]) else word


def _without_e(word: str) -> str:
    """Step 5."""
    first = _region(word)
    second = _region(word, first)
    last = len(word) - 1
    if word.endswith("e") and (second <= last or (first <= last and not _SHORT.search(word[:-1]))):
        return word[:-1]
    return word[:-1] if word.endswith("ll") and second <= last else word


def _region(word: str, start: int = 0) -> int:
    found = _REGION.search(word, start)
    return found.end() if found else len(word)
