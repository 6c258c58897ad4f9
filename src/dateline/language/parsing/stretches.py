"""What is parsed as one: the words from one certain sentence start to the next, with the few beside them that the networks see.

A certain start (`sentences.mark_sentence_starts`) empties the parser's stack, and no named entity runs over it. What remains is
the sight of the networks: the convolution sees `SIGHT` words to either side, and at the end of a stretch the parser looks at the
first two words of the next. So with these words in its key a stretch is parsed alike wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

import numpy
from spacy.tokens import Doc

from dateline.language.parsing.columns import Numbers, columns

SIGHT = 4
"""Words that the convolution sees to either side: four layers, each one word further."""
AHEAD = 2
"""Words after a stretch that the parser has before it when it ends the stretch."""
BEFORE, AFTER = SIGHT, AHEAD + SIGHT
SEEN = ("ORTH", "NORM", "SPACY", "SENT_START")
"""What the networks are told of a word, or what that is computed from."""


class Stretch(NamedTuple):
    """Tokens `start` up to `end`; `key` is a digest of them and of what is seen beside them."""

    start: int
    end: int
    key: bytes


def stretches(doc: Doc) -> list[Stretch]:
    """All tokens of a text whose certain sentence starts are marked, in order."""
    if not len(doc):
        return []
    seen = columns(doc, SEEN)
    starts = numpy.flatnonzero(seen[:, SEEN.index("SENT_START")] == 1).tolist()
    bounds = [0, *(start for start in starts if start), len(doc)]
    return [Stretch(start, end, _key(seen, start, end)) for start, end in pairwise(bounds)]


def margins(start: int, end: int, length: int) -> tuple[int, int]:
    """Where the words begin and end that count for tokens `start` up to `end` of a text of so many."""
    return max(start - BEFORE, 0), min(end + AFTER, length)


def runs(wanted: Sequence[bool], found: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """The first and the last but one of stretches that are wanted in a row; gaps shorter than two margins are no gaps."""
    first: int | None = None
    last = 0
    for k in (k for k, is_wanted in enumerate(wanted) if is_wanted):
        if first is not None and found[k].start - found[last].end > BEFORE + AFTER:
            yield first, last + 1
            first = k
        first, last = k if first is None else first, k
    if first is not None:
        yield first, last + 1


def _key(seen: Numbers, start: int, end: int) -> bytes:
    low, high = margins(start, end, len(seen))
    digest = blake2b(seen[low:high].tobytes(), digest_size=16)
    digest.update(b"%d %d" % (start - low, high - end))
    return digest.digest()
