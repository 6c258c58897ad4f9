"""What a list is asked for: filters as they stand in an address, turned into conditions of a query with parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.views.room.party import is_state_key
from dateline.views.room.reader import Reader

PAGE = 40
"""Rows of one page of a list."""
MOST_PAGES = 2500
KNOWN = "SELECT id FROM digest_actors WHERE id = ?"
CALLED = "SELECT id FROM digest_actors WHERE contains(called, lower(?)) ORDER BY articles DESC, id LIMIT 500"


@dataclass(frozen=True, slots=True)
class Paged:
    """Which page of a list is shown, counted from 1."""

    page: int
    pages: int
    total: int

    @classmethod
    def of(cls, total: int, page: int, size: int = PAGE) -> Paged:
        pages = max(-(-total // size), 1)
        return cls(min(max(page, 1), pages), pages, total)

    def offset(self, size: int = PAGE) -> int:
        return (self.page - 1) * size


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions of a WHERE clause, all of which must hold, and the parameters for their question marks in turn."""

    clauses: tuple[str, ...] = ()
    parameters: tuple[Any, ...] = ()

    def also(self, clause: str, *parameters: object) -> Conditions:
        """With one more condition; without it where a parameter is nothing."""
        if any(parameter is None or parameter == "" for parameter in parameters):
            return self
        return Conditions((*self.clauses, clause), (*self.parameters, *parameters))

    @property
    def sql(self) -> str:
        return " AND ".join(self.clauses) or "TRUE"


def parties_called(reader: Reader, words: str | None) -> Sequence[str] | None:
    """The parties meant: by a state's code or name, an actor's id, or part of a name; None where nobody is asked for."""
    if not words or not words.strip():
        return None
    asked = words.strip()
    if is_state_key(asked) and asked in reader.states:
        return [asked]
    return reader.known.get(("called", asked), lambda: _called(reader, asked))


def _called(reader: Reader, asked: str) -> list[str]:
    if reader.select(KNOWN, [asked]):
        return [asked]
    states = [key for key, name in reader.states.items() if name.casefold() == asked.casefold()]
    return [*states, *(row["id"] for row in reader.select(CALLED, [asked]))]


def whose(keys: Sequence[str]) -> Conditions:
    """Rows of these parties, with columns `party` and `identity`: a state's code is a party, an actor's id an identity.

    Each column has an index, which only a condition on it alone makes use of.
    """
    states = [key for key in keys if is_state_key(key)]
    actors = [key for key in keys if not is_state_key(key)]
    if states and actors:
        return Conditions(("(party IN (SELECT unnest(?)) OR identity IN (SELECT unnest(?)))",), (states, actors))
    column, asked = ("party", states) if states else ("identity", actors)
    return (
        Conditions((f"{column} = ?",), tuple(asked))
        if len(asked) == 1
        else Conditions((f"{column} IN (SELECT unnest(?))",), (asked,))
    )


def shorter(bound: date | None) -> str:
    """A day as it stands in an address; nothing where there is none."""
    return bound.isoformat() if bound else ""
