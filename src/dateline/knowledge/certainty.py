"""What words say about the certainty of what depends on them: reporting, denying, planning, failing, fearing ..."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows
from dateline.records import Factuality


@dataclass(frozen=True, slots=True)
class _Cue:
    words: tuple[str, ...]
    word_class: str
    effect: Factuality


def effect_of(lemma: str, word_class: str) -> Factuality | None:
    """actual, claimed, planned, hypothetical, denied or negated; None for a word that says nothing about certainty.

    `word_class` is verb, adj, noun, adverb or attribute (what stands before a noun of action).
    """
    return _effects().get((lemma, word_class))


@cache
def _effects() -> dict[tuple[str, str], Factuality]:
    found: dict[tuple[str, str], Factuality] = {}
    for row in read_rows("factuality_cues.tsv", _Cue):
        for word in row.words:
            found.setdefault((word, row.word_class), row.effect)
    return found
