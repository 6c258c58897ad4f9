"""Those who take part: states by their code, everybody else by the id that stands for them in the whole archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.views.wording import listing

ISO = 3
"""Letters of a state's code; every other key is an actor's id."""


@dataclass(frozen=True, slots=True)
class Party:
    """A state (`key` is its ISO 3166-1 alpha-3 code) or another actor (`key` is its id)."""

    key: str
    name: str
    is_state: bool


def is_state_key(key: str) -> bool:
    """Whether a party's key is a state's code."""
    return len(key) == ISO and key.isupper()


def parties_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Party, ...]:
    """One side of an incident as the digest has it."""
    return tuple(Party(row["key"], row["name"], row["is_state"]) for row in rows)


def named(parties: Sequence[Party], most: int = 3) -> str:
    """For example "United States and South Korea"; many are cut."""
    return listing([party.name for party in parties], most)
