"""Constructions by which an article takes back what it, or an earlier one of its outlet, said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class CorrectionPhrase:
    """`pattern` may have groups `wrong` and `right`; the paragraph must hold one of the words in `needs`."""

    pattern: str
    needs: tuple[str, ...]

    def find(self, paragraph: str) -> re.Match[str] | None:
        """The first match in a paragraph."""
        return _compiled(self.pattern).search(paragraph) if self.announced_in(paragraph.casefold()) else None

    def announced_in(self, text: str) -> bool:
        """Whether a text in small letters has what each such correction needs: a quick look before a slow one."""
        return any(words in text for words in self.needs)


@cache
def correction_phrases() -> tuple[CorrectionPhrase, ...]:
    """All rows of correction_phrases.tsv, the most telling first."""
    return read_rows("correction_phrases.tsv", CorrectionPhrase)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
