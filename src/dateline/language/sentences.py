"""Where a sentence may and may not begin: what characters tell before the parser decides the rest.

A paragraph begins a sentence, and so does what follows a dateline ("CAIRO, March 10 (Reuters) - Egypt recalled ..."). A sentence
does not begin in mid-clause (after a comma or a plain word), nor after the full stop of an abbreviated title.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy
from spacy.tokens import Doc

from dateline.knowledge.abbreviations import abbreviations
from dateline.records import Span


class Word(NamedTuple):
    """A token's text and its offset."""

    text: str
    offset: int


_ENDS = frozenset(".?!…\"'”’):;–—-*•|]")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’/-]*(?:[ ,/]+[A-Z][\w.'’/-]*){0,6})(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"\s*(?P<credit>\([A-Z][^()\n]{1,40}\))?\s*(?:--|[-–—])\s+(?=[\"“‘'A-Z0-9])"
)
_OPENING = frozenset({'"', "'"})
"""Alone at the start of a paragraph they open what follows."""
_UNITS = frozenset({"m.", "bn.", "tn.", "k.", "km.", "kg.", "mm."})
MAX_DATELINE = 90
"""Characters; a longer match is prose with a dash in it."""


def mark_sentence_starts(doc: Doc, paragraphs: Iterable[Span]) -> None:
    """Set `is_sent_start` where characters decide it; the parser keeps to that and decides the rest."""
    text, blocks = doc.text, list(paragraphs)
    starts = {p.start for p in blocks} | {d.end for p in blocks if (d := dateline(text, p)) is not None}
    offsets = doc.to_array(["IDX"]).tolist()
    words = [text[a:b].rstrip() for a, b in pairwise([*offsets, len(text)])]
    decided = numpy.array(_decisions(words, offsets, _first_words(starts, words, offsets)), dtype=numpy.int64)
    doc.from_array(["SENT_START"], decided.astype(numpy.uint64).reshape(-1, 1))  # type: ignore[arg-type]


def _first_words(starts: Iterable[int], words: Sequence[str], offsets: Sequence[int]) -> set[int]:
    """The offsets of the first words at or after these places: two single marks that open a paragraph are a space and a mark."""
    solid = [offset for word, offset in zip(words, offsets, strict=True) if word]
    found = (bisect_left(solid, start) for start in starts)
    return {solid[k] for k in found if k < len(solid)}


def _decisions(words: Sequence[str], offsets: Sequence[int], starts: Collection[int]) -> list[int]:
    """For each token 1 (a sentence begins), -1 (none does) or 0 (the parser decides), as spaCy codes `SENT_START`."""
    known = abbreviations()
    decided: list[int] = []
    before = last = Word("", 0)
    for text, offset in zip(words, offsets, strict=True):
        word = Word(text, offset)
        if not text:
            decided.append(0)
            continue
        if offset in starts:
            decided.append(1)
        elif last.text in _OPENING and last.offset in starts:
            decided.append(-1)
        else:
            decided.append(_begins(word, last, before, known) if last.text else 0)
        before, last = last, word
    return decided


def dateline(text: str, paragraph: Span) -> Span | None:
    """The dateline that opens a paragraph, up to the first word of the story; a bare place needs capitals or an agency's
    credit.
    """
    match = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + MAX_DATELINE))
    if match is None:
        return None
    place = match.group("place")
    plain = match.group("credit") is None and not place.isupper() and len(place.split()) > 3
    return None if plain else Span(match.start(), match.end())


def _begins(word: Word, last: Word, before: Word, known: Collection[str]) -> int:
    """1, -1 or 0, by the word and the two words before it."""
    mark = last.text[-1]
    if mark not in _ENDS:
        return -1
    if mark == "." and _abbreviated(last, before, known):
        return -1
    first = word.text[0]
    if last.text.lower() in _UNITS and first.isupper() and before.text[-1:].isdigit():
        return 1
    if last.text in (".", '."') and first.isupper():
        return 1
    return -1 if first.islower() else 0


def _abbreviated(last: Word, before: Word, known: Collection[str]) -> bool:
    """Does the full stop belong to a title, in one token with it ("Gen.") or as a token of its own ("Brig" ".")?"""
    if last.text == ".":
        return before.text.lower() in known and before.offset + len(before.text) == last.offset
    return last.text.lower().rstrip(".") in known
