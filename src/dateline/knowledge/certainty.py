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


@dataclass(frozen=True, slots=True)
class _Degree:
    value: Factuality
    construction: str
    words: tuple[str, ...]
    degree: float


def degree_of(value: Factuality, construction: str, word: str) -> float:
    """From 3 (certain) to -3 (did not happen), by the most particular row of factuality_degrees.tsv."""
    degrees = _degrees()
    keys = ((value, construction, word), (value, construction, ""), (value, "", ""))
    return next(degrees[key] for key in keys if key in degrees)


def effect_of(lemma: str, word_class: str) -> Factuality | None:
    """actual, claimed, planned, hypothetical, denied or negated; None for a word that says nothing about certainty.

    `word_class` is one of those that the head of the table explains.
    """
    return _effects().get((lemma, word_class))


@cache
def _degrees() -> dict[tuple[str, str, str], float]:
    rows = read_rows("factuality_degrees.tsv", _Degree)
    return {(row.value, row.construction, word): row.degree for row in rows for word in row.words or ("",)}


@cache
def _effects() -> dict[tuple[str, str], Factuality]:
    found: dict[tuple[str, str], Factuality] = {}
    for row in read_rows("factuality_cues.tsv", _Cue):
        for word in row.words:
            found.setdefault((word, row.word_class), row.effect)
    return found
