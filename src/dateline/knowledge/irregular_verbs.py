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
def other_initials() -> dict[str, frozenset[str]]:
    """For the first letter of a base form or of an irregular form those of the others: "went" begins otherwise than "go"."""
    found: dict[str, set[str]] = {}
    for form, base in _bases().items():
        if form[0] != base[0]:
            letters = {form[0], base[0]}
            for letter in letters:
                found.setdefault(letter, set()).update(letters)
    return {letter: frozenset(others) for letter, others in found.items()}


@cache
def _bases() -> dict[str, str]:
    return {form: row.base for row in read_rows("irregular_verbs.tsv", IrregularVerb) for form in row.forms}
