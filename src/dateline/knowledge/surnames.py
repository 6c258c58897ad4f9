"""Surnames that stand before the given name, as in Korea, China and Vietnam."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class FirstSurname:
    """One surname in small letters and the language whose bearers write it first."""

    surname: str
    language: str


@cache
def surnames_first() -> frozenset[str]:
    """All of them, in small letters."""
    return frozenset(row.surname for row in read_rows("surnames_first.tsv", FirstSurname))
