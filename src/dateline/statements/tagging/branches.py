"""Where a word stands, seen from a cue: on which branch of the parse, how many words and how many sentences away.

Codes are part of the weights, as in `features`.
"""

from __future__ import annotations

import numpy

from dateline.statements.tagging.features import DEPENDENCIES, Codes, Words

_LABELS = len(DEPENDENCIES)
BRANCHES = 2 * _LABELS + 6
"""Codes of `branches`: 0 .. n-1 below the cue, by label; n .. 2n-1 below the word that governs it; then the six below."""
CUE, GOVERNOR, ANCESTOR, FAR, BEFORE, AFTER = range(2 * _LABELS, BRANCHES)
_DEPENDENCY_COLUMN = 4

REACH = 8
DISTANCES = 2 * REACH + 1
"""Codes of `distances`: signed, by powers of two; 0 within the cue."""
NEIGHBOURS = 3
SENTENCES = 2 * NEIGHBOURS + 1
"""Codes of `sentence_steps`: sentences before or after that of the cue, cut at three."""


def cue_head(words: Words, first: int, last: int) -> int:
    """The word of the cue (positions `first` to `last`, both in it) that governs the others."""
    for k in range(first, last + 1):
        head = int(words.heads[k])
        if head == k or not first <= head <= last:
            return k
    return first


def branches(words: Words, first: int, last: int, begin: int, end: int) -> Codes:
    """One code for each word from `begin` up to, not including, `end`."""
    cue, sentence = cue_head(words, first, last), words.sentences[first]
    path = _path(words, cue)
    known: dict[int, int] = {word: ANCESTOR for word in path[1:]}
    if len(path) > 1:
        known[path[1]] = GOVERNOR
    codes = numpy.empty(end - begin, dtype=numpy.int64)
    for k in range(begin, end):
        if words.sentences[k] != sentence:
            codes[k - begin] = BEFORE if k < first else AFTER
        elif first <= k <= last:
            codes[k - begin] = CUE
        else:
            codes[k - begin] = _branch(words, k, cue, path, known)
    return codes


def _path(words: Words, word: int) -> list[int]:
    """The word, its head, the head of that, up to the root."""
    path = [word]
    while (head := int(words.heads[path[-1]])) != path[-1] and head not in path:
        path.append(head)
    return path


def _branch(words: Words, word: int, cue: int, path: list[int], known: dict[int, int]) -> int:
    """Climb until a word is met whose branch is known, or that hangs on the cue's path; all words passed are then known."""
    passed, here = [], word
    while here not in known:
        passed.append(here)
        head = int(words.heads[here])
        if head == here or head in passed:
            known[here] = FAR
        elif head == cue:
            known[here] = int(words.features[here, _DEPENDENCY_COLUMN])
        elif len(path) > 1 and head == path[1]:
            known[here] = _LABELS + int(words.features[here, _DEPENDENCY_COLUMN])
        elif head in path:
            known[here] = FAR
        else:
            here = head
    code = known[here]
    known.update(dict.fromkeys(passed, code))
    return code


def distances(first: int, last: int, begin: int, end: int) -> Codes:
    """How many words from the cue, by powers of two, for each word from `begin` up to `end`."""
    k = numpy.arange(begin, end)
    away = numpy.where(k < first, k - first, numpy.where(k > last, k - last, 0))
    steps = numpy.ceil(numpy.log2(numpy.abs(away) + 1)).astype(numpy.int64)
    codes: Codes = REACH + numpy.sign(away) * numpy.minimum(steps, REACH)
    return codes


def sentence_steps(words: Words, first: int, begin: int, end: int) -> Codes:
    """How many sentences from that of the cue, for each word from `begin` up to `end`."""
    steps = words.sentences[begin:end] - words.sentences[first]
    clipped: Codes = numpy.clip(steps, -NEIGHBOURS, NEIGHBOURS) + NEIGHBOURS
    return clipped
