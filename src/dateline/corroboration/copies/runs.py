"""Runs of words: what two texts have in common, counted in words.

A word counts as common where it stands in a run of at least `COMMON_RUN` words that the other text has too. So a changed word
costs little more than itself, while the phrases that any two reports share ("the United States and") count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from dateline.records import Span

RUN_WORDS = 3
"""Words of a shingle."""
COMMON_RUN = 4
"""Shortest run of words that counts as common."""
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r'“[^”]{1,3000}”|"[^"\n]{1,3000}"|(?:^|\n)[^\S\n]*“[^”\n]+(?=\n)')

Shingles = frozenset[str]


@dataclass(frozen=True)
class Wording:
    """A text as words in small letters, with their places in it."""

    text: str

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        return tuple(Span(*match.span()) for match in _WORD.finditer(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(map(str.casefold, _WORD.findall(self.text)))

    @cached_property
    def runs(self) -> tuple[str, ...]:
        """All runs of `RUN_WORDS` words, in order."""
        words = self.words
        return tuple(map(" ".join, zip(*(words[i:] for i in range(RUN_WORDS)), strict=False)))

    @cached_property
    def shingles(self) -> Shingles:
        return frozenset(self.runs)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """For each word whether it stands in quotation marks."""
        found = [Span(*match.span()) for match in _QUOTED.finditer(self.text)]
        inside, place = [], 0
        for start, end in self.spans:
            while place < len(found) and found[place].end <= start:
                place += 1
            inside.append(place < len(found) and found[place].start <= start and end <= found[place].end)
        return tuple(inside)

    def common_with(self, other: Set[str]) -> tuple[bool, ...]:
        """For each word whether it stands in a run that a text with these shingles has too."""
        hits = [run in other for run in self.runs]
        common = [False] * len(self.words)
        needed = COMMON_RUN - RUN_WORDS + 1
        start = 0
        while start < len(hits):
            end = start
            while end < len(hits) and hits[end]:
                end += 1
            if end - start >= needed:
                common[start : end + RUN_WORDS - 1] = [True] * (end - start + RUN_WORDS - 1)
            start = end + 1
        return tuple(common)


def share(marks: tuple[bool, ...], among: tuple[bool, ...] | None = None) -> float:
    """Share of marked words, all or only those not in `among`; 0 where there are none."""
    counted = marks if among is None else tuple(mark for mark, out in zip(marks, among, strict=True) if not out)
    return sum(counted) / len(counted) if counted else 0.0
