"""Words that tell a state, or that leave it to the text around them; and given names that tell an English speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows

_LONGEST = 4


@dataclass(frozen=True, slots=True)
class NationalWord:
    """A phrase in small letters and the singular; the roles are explained at the top of the table."""

    phrase: str
    role: str
    country: str | None


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name of English speakers; `shared` ones are of other languages too, or words, and tell nothing."""

    name: str
    shared: bool


def national_word(role: str, words: Sequence[str]) -> NationalWord | None:
    """The row of the longest phrase with this role in which the words, in small letters, end."""
    table = _words(role)
    endings = (" ".join(words[-size:]) for size in range(min(_LONGEST, len(words)), 0, -1))
    return next((table[ending] for ending in endings if ending in table), None)


@cache
def regimes() -> frozenset[str]:
    """The states whose government the news calls a regime."""
    return frozenset(row.country for row in _words("regime").values() if row.country)


@cache
def kingdoms() -> frozenset[str]:
    """The states that "the kingdom" may mean."""
    return frozenset(row.country for row in _words("kingdom").values() if row.country)


def is_english_name(given: str) -> bool | None:
    """Whether a given name is one of English speakers alone: True, False for one that the table lacks, None for a shared one."""
    shared = _given_names().get(given.casefold())
    return False if shared is None else None if shared else True


@cache
def _given_names() -> dict[str, bool]:
    return {row.name.casefold(): row.shared for row in read_rows("english_given_names.tsv", GivenName)}


@cache
def _words(role: str) -> dict[str, NationalWord]:
    return {row.phrase: row for row in read_rows("national_words.tsv", NationalWord) if row.role == role}
