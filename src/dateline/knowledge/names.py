"""Look up rows by name as it stands in an article: any case, accents, apostrophes, with or without `the` or full stops.

Abbreviations in capitals (US, WHO, AU) are matched in capitals only, since "us" and "who" are words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")
_SPACES = re.compile(r"[\s\u2010-\u2015-]+")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", ".": None})
_UNDECOMPOSED = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "ə": "e",
        "Ə": "E",
    }
)
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&-]{0,5}s?")
LONGEST_ABBREVIATION = 7
_PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
"""A name of letters and single spaces, as most are, needs no cleaning."""
_THE = frozenset({"the ", "The ", "THE ", "tHE ", "tHe ", "thE ", "ThE ", "THe "})


def without_accents(name: str) -> str:
    """Take characters apart first: a ligature or a one-dot leader holds letters and stops of its own (`ǽ`, `․`)."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_UNDECOMPOSED)


def fold_once(name: str) -> str:
    """`fold` for the names of a table, each of which is folded once: to remember them costs more than to fold them."""
    if name.islower() and name.isalpha() and name.isascii():
        return name
    plain = name if name.isascii() else without_accents(name)
    if not (plain.isalpha() or _PLAIN.fullmatch(plain)):
        plain = _SPACES.sub(" ", plain.translate(_APOSTROPHES)).strip()
    if plain[:4] in _THE and len(plain) > 4:
        plain = plain[4:]
    return (
        plain
        if len(plain) <= LONGEST_ABBREVIATION and not plain.islower() and ABBREVIATION.fullmatch(plain)
        else plain.casefold()
    )


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """Strip accents, full stops, hyphens, a leading `the` and, unless it is an abbreviation, the capitals."""
    return fold_once(name)


class NameIndex(Generic[T]):
    """Rows by folded name; a name may belong to several rows."""

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._rows: dict[str, tuple[T, ...]] = {}
        for name, row in pairs:
            known = self._rows.setdefault(fold_once(name), (alone := (row,)))
            if known is not alone and row not in known:
                self._rows[fold_once(name)] = (*known, row)

    def find(self, name: str) -> tuple[T, ...]:
        """All rows of that name; a name in capitals (IRAN) is also tried as an ordinary one."""
        key = fold(name)
        return self._rows.get(key) or self._rows.get(key.casefold(), ())

    def one(self, name: str) -> T | None:
        """Return the only row of that name; None where there is none or where several share it."""
        rows = self.find(name)
        return rows[0] if len(rows) == 1 else None

    def shared(self) -> dict[str, tuple[T, ...]]:
        """List the names that belong to more than one row."""
        return {name: rows for name, rows in self._rows.items() if len(rows) > 1}

    def __contains__(self, name: str) -> bool:
        return bool(self.find(name))

    def __len__(self) -> int:
        return len(self._rows)
