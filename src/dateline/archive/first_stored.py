"""Which articles the present transaction stores for the first time: of them the archive holds no traces of an earlier reading.

To look for such traces takes a pass over a whole table for each table that may hold some.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class FirstStored:
    """The articles of one transaction: `archive.first_stored`."""

    def __init__(self) -> None:
        self._articles: set[str] = set()
        self._seen_by: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, articles: Iterable[str]) -> None:
        """These are stored now, and never were before."""
        self._articles.update(articles)

    def clear(self) -> None:
        """The transaction is over."""
        self._articles.clear()
        self._seen_by.clear()

    def traced(self, articles: Iterable[str], by: str) -> list[str]:
        """Those of these articles of which `by`, which is about to write about all of them, may have written before."""
        wanted, seen = list(articles), self._seen_by[by]
        found = [article for article in wanted if article not in self._articles or article in seen]
        seen.update(wanted)
        return found
