"""What the parser's networks decided about stretches of text, by the digest of what they saw; the longest unused goes first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from threading import Lock

import numpy
import numpy.typing

Marks = numpy.typing.NDArray[numpy.integer]

LIMIT = 64 * 2**20
"""Bytes that the cache of a process takes at most: about ten thousand articles of a thousand words."""
OVERHEAD = 400
"""Bytes that an entry takes beside its marks: digest, array, links."""


@dataclass(frozen=True, slots=True)
class CacheUse:
    """How many words were taken from the cache and how many were not there, and how many bytes it takes."""

    taken: int
    missing: int
    size: int


class ParseCache:
    """Bounded by bytes; a limit of 0 keeps nothing. May be used by several threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit, self._size = limit, 0
        self._kept: OrderedDict[bytes, Marks] = OrderedDict()
        self._taken = self._missing = 0
        self._lock = Lock()

    def get(self, key: bytes, words: int) -> Marks | None:
        """The marks kept under a key; `words` is how many there are, for the count."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                self._missing += words
                return None
            self._taken += words
            self._kept.move_to_end(key)
            return found

    def put(self, key: bytes, marks: Marks) -> None:
        """Keep a copy of the marks."""
        cost = marks.nbytes + OVERHEAD
        if cost > self._limit:
            return
        with self._lock:
            if key not in self._kept:
                self._size += cost
                self._kept[key] = marks.copy()
            while self._size > self._limit:
                _, oldest = self._kept.popitem(last=False)
                self._size -= oldest.nbytes + OVERHEAD

    def use(self) -> CacheUse:
        return CacheUse(self._taken, self._missing, self._size)

    def __len__(self) -> int:
        return len(self._kept)


@cache
def shared_cache() -> ParseCache:
    """The cache of this process."""
    return ParseCache()
