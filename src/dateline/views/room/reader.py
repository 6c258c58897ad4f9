"""By what a page reads: one state of an archive, and what has been worked out from it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import numpy.typing as npt

from dateline.archive import Archive, CopyRelation
from dateline.archive.search_postings import Index
from dateline.corroboration.identity.unifying import Identities
from dateline.corroboration.origins import Originals, originals_of

T = TypeVar("T")
NAMES = "SELECT id, name, names FROM digest_actors WHERE id IN (SELECT identity FROM actor_identities)"
MOST_KEPT = 4096
"""Results kept for one state of the archive; those that nobody asked for longest go first."""


class Known:
    """Results that hold as long as the archive does not change, at most so many; safe for several threads."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._found: dict[Hashable, object] = {}
        self._lock = threading.Lock()

    def put(self, **found: object) -> None:
        """Keep what is known from elsewhere."""
        with self._lock:
            self._found.update(found)

    def large(self, name: str, most: int) -> Known:
        """Results of one kind that are so large that only so many of them are kept."""
        return self.get(("large", name), lambda: Known(most))

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result kept under this key, made by the first who asks; two who ask at once get the same one."""
        with self._lock:
            if key in self._found:
                self._found[key] = self._found.pop(key)
                return cast(T, self._found[key])
        made = make()
        with self._lock:
            if key in self._found:
                return cast(T, self._found[key])
            if len(self._found) >= self._most:
                self._found.pop(next(iter(self._found)))
            self._found[key] = made
        return made


@dataclass(frozen=True)
class Reader:
    """An archive with its digest, opened for reading, and what is known of it already.

    Several readers of one state of the archive share what is `known`.
    """

    archive: Archive
    known: Known = field(default_factory=Known)
    index: Index | None = None
    """The index of search where it lies outside the archive."""

    def select(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows of a query as dictionaries; one without parameters is put to the archive once."""
        if parameters:
            return self.archive.select(sql, parameters)
        return [dict(row) for row in self.known.get(("rows", sql), lambda: self.archive.select(sql))]

    def columns(self, sql: str, parameters: Sequence[Any] = ()) -> Mapping[str, npt.NDArray[Any]]:
        """The columns of a query by their names; of one without parameters as `select`."""
        if parameters:
            return self.archive.columns(sql, parameters)
        return self.known.get(("columns", sql), lambda: self.archive.columns(sql))

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> dict[str, Any] | None:
        """The first row, or None."""
        rows = self.select(sql, parameters)
        return rows[0] if rows else None

    @property
    def relations(self) -> tuple[CopyRelation, ...]:
        return self.known.get("relations", self.archive.copies)

    @property
    def originals(self) -> Originals:
        return self.known.get("originals", lambda: originals_of(self.relations))

    @property
    def identities(self) -> Identities:
        return self.known.get("identities", lambda: Identities(self.archive.actors.mapping(), self._names()))

    def _names(self) -> dict[str, tuple[str, ...]]:
        return {row["id"]: tuple(dict.fromkeys((row["name"], *row["names"]))) for row in self.archive.select(NAMES)}

    @property
    def states(self) -> Mapping[str, str]:
        """English names of states by ISO 3166-1 alpha-3 code."""
        return self.known.get("states", self._states)

    def _states(self) -> dict[str, str]:
        return {row["iso3"]: row["name"] for row in self.select("SELECT iso3, name FROM digest_states")}


def batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in stretches of at most `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))
