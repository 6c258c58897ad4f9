"""What the network marked in a window, by the digest of all that it was told of it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

import numpy

from dateline.language.parsing import Kept
from dateline.statements.tagging.attribution import Attribution
from dateline.statements.tagging.features import Codes, Words
from dateline.statements.tagging.windows import Window

Inputs = tuple[Codes, Codes, Codes]
"""Word pieces, features, places of the first pieces."""

LIMIT = 32 * 2**20
"""Bytes that the windows of a process take at most: those of a thousand articles or more."""
OF_ATTRIBUTION, OF_WORD = 300, 16


class WindowCache(Kept[tuple[Attribution, ...]]):
    """Attributions in words from the begin of their window."""

    def __init__(self, limit: int = LIMIT) -> None:
        super().__init__(limit)

    def put(self, key: bytes, found: tuple[Attribution, ...]) -> None:
        """Keep them."""
        self.keep(key, found, sum(OF_ATTRIBUTION + OF_WORD * (len(a.source) + len(a.content)) for a in found))


def digest(words: Words, window: Window, given: Inputs, threshold: float) -> bytes | None:
    """None where a window is a part of a sentence: what it makes of the parse then depends on words outside of it."""
    begin, end = window.begin, window.end
    heads, sentences = words.heads[begin:end] - begin, words.sentences[begin:end] - words.sentences[begin]
    if heads.min() < 0 or heads.max() >= end - begin:
        return None
    made = blake2b(digest_size=16)
    for array in (*given, heads, sentences):
        made.update(b"%d;" % array.size + numpy.ascontiguousarray(array).tobytes())
    made.update(repr((window.own_begin - begin, window.own_end - begin, threshold)).encode())
    return made.digest()


def ranks(bounds: Sequence[int], pieces: Sequence[tuple[int, ...]]) -> list[int]:
    """A number for each sentence that depends on its words alone and is otherwise arbitrary."""
    return [crc32(repr(pieces[a:b]).encode()) for a, b in pairwise(bounds)]
