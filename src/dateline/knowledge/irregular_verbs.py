"""Forms of irregular verbs that news tells events with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class IrregularVerb:
    """The base form, and the other forms that no rule of spelling gives."""

    base: str
    forms: tuple[str, ...]


def base_form(word: str) -> str:
    """The base form of an irregular form in small letters; any other word as it is."""
    return _bases().get(word, word)


@cache
def irregular_verbs() -> tuple[IrregularVerb, ...]:
    """All rows of irregular_verbs.tsv."""
    return tuple(read_rows("irregular_verbs.tsv", IrregularVerb))


@cache
def _bases() -> dict[str, str]:
    return {form: row.base for row in irregular_verbs() for form in row.forms}
