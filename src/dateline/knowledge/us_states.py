"""The states of the United States: a governor or senator of one of them acts for the USA."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class UsState:
    """`ambiguous` ones (Georgia, Washington) name something else as often."""

    name: str
    abbreviations: tuple[str, ...]
    ambiguous: bool


@cache
def us_states() -> frozenset[str]:
    """The names, in small letters, that mean a state of the United States and nothing else."""
    return frozenset(row.name.casefold() for row in read_rows("us_states.tsv", UsState) if not row.ambiguous)


@cache
def us_state_abbreviations() -> dict[str, str]:
    """The name behind each abbreviation of news style, which stands after a city: "Paris, Tex."."""
    return {short: row.name for row in read_rows("us_states.tsv", UsState) for short in row.abbreviations}
