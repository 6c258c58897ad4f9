"""Results by the digest of all that they depend on, bounded by bytes: the longest unused goes first.

What is kept must be a function of what the key digests and of nothing else; then reading with a cache is reading without one.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Generic, TypeVar

import numpy
import numpy.typing

Marks = numpy.typing.NDArray[numpy.integer]
Result = TypeVar("Result")

LIMIT = 64 * 2**20
"""Bytes that the cache of parses takes at most in a process: over two thousand articles of a thousand words."""
OVERHEAD = 400
"""Bytes that an entry takes beside its result: digest, object, links."""


@dataclass(frozen=True, slots=True)
class CacheUse:
    """How much (words, or whatever the caller counts) was taken from the cache and how much was not there, and its bytes."""

    taken: int
    missing: int
    size: int


class Kept(Generic[Result]):
    """A limit of 0 keeps nothing. May be used by several threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit, self._size = limit, 0
        self._kept: OrderedDict[bytes, tuple[Result, int]] = OrderedDict()
        self._taken = self._missing = 0
        self._lock = Lock()

    def get(self, key: bytes, amount: int = 1) -> Result | None:
        """What is kept under a key; `amount` is only for the count."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                self._missing += amount
                return None
            self._taken += amount
            self._kept.move_to_end(key)
            return found[0]

    def spare(self, amount: int) -> None:
        """Count what need not be found twice: it is being worked out for another place."""
        with self._lock:
            self._taken += amount

    def keep(self, key: bytes, result: Result, size: int) -> None:
        """`size` is how many bytes the result takes."""
        cost = size + OVERHEAD
        if cost > self._limit:
            return
        with self._lock:
            if key not in self._kept:
                self._size += cost
                self._kept[key] = result, cost
            while self._size > self._limit:
                self._size -= self._kept.popitem(last=False)[1][1]

    def use(self) -> CacheUse:
        return CacheUse(self._taken, self._missing, self._size)

    def __len__(self) -> int:
        return len(self._kept)


class ParseCache(Kept[Marks]):
    """What the parser's networks decided about stretches of text, by what they saw of them."""

    def put(self, key: bytes, marks: Marks) -> None:
        """Keep a copy, so that a few words do not hold the array of the whole text."""
        self.keep(key, marks.copy(), marks.nbytes)


@cache
def shared_cache() -> ParseCache:
    """The cache of this process."""
    return ParseCache()
