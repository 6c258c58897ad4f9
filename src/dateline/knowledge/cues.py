"""Cues: verbs and nouns that introduce what somebody says, believes or intends, with the frames of their content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows
from dateline.records import Act


@dataclass(frozen=True, slots=True)
class VerbCue:
    """One reading of a reporting verb; `frames` are explained at the top of the table."""

    lemma: str
    particle: tuple[str, ...]
    act: Act
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun of saying; the frame `text` marks a text that speaks for its author."""

    lemma: str
    act: Act
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class _VerbRow:
    lemma: str
    particle: str
    act: Act
    frames: str


@dataclass(frozen=True, slots=True)
class _NounRow:
    lemma: str
    act: Act
    frames: str


@cache
def verb_cues() -> dict[str, tuple[VerbCue, ...]]:
    """The readings of each lemma, those with the longest particle first."""
    found: dict[str, list[VerbCue]] = {}
    for row in read_rows("cues.tsv", _VerbRow):
        cue = VerbCue(row.lemma, tuple(row.particle.split()), row.act, frozenset(row.frames.split()))
        found.setdefault(row.lemma, []).append(cue)
    return {lemma: tuple(sorted(rows, key=lambda r: -len(r.particle))) for lemma, rows in found.items()}


@cache
def noun_cues() -> dict[str, NounCue]:
    """The nouns of saying by lemma."""
    return {r.lemma: NounCue(r.lemma, r.act, frozenset(r.frames.split())) for r in read_rows("cue_nouns.tsv", _NounRow)}


@cache
def adjective_cues() -> dict[str, NounCue]:
    """The adjectives of belief and intention by word."""
    return {r.lemma: NounCue(r.lemma, r.act, frozenset(r.frames.split())) for r in read_rows("cue_adjectives.tsv", _NounRow)}
