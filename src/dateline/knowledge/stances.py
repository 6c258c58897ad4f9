"""Words of support and opposition, and nouns for what can be supported or opposed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.tables import read_rows
from dateline.records import Stance


@dataclass(frozen=True, slots=True)
class StanceWord:
    """A verb, noun or adjective that takes a proposal; `particle` is the word that must go with it, or ""."""

    lemma: str
    word_class: str
    particle: str
    stance: Stance
    author: bool


@dataclass(frozen=True, slots=True)
class _NounRow:
    noun: str
    kind: str


@cache
def stance_words() -> dict[str, tuple[StanceWord, ...]]:
    """Rows by lemma, those with a particle first."""
    found: dict[str, list[StanceWord]] = {}
    for row in read_rows("stances.tsv", StanceWord):
        found.setdefault(row.lemma, []).append(row)
    return {lemma: tuple(sorted(rows, key=lambda r: not r.particle)) for lemma, rows in found.items()}


@dataclass(frozen=True, slots=True)
class Enactment:
    """A verb that makes its object real (`enact`) or undoes it, or a noun for that; `particle` goes before the object, or ""."""

    lemma: str
    word_class: str
    particle: str
    effect: Literal["enact", "undo"]


@cache
def enactments() -> dict[str, tuple[Enactment, ...]]:
    """Rows by lemma, in the order of the table."""
    found: dict[str, list[Enactment]] = {}
    for row in read_rows("enactments.tsv", Enactment):
        found.setdefault(row.lemma, []).append(row)
    return {lemma: tuple(rows) for lemma, rows in found.items()}


@cache
def proposal_nouns() -> dict[str, str]:
    """Lemma to kind: container, text, measure, encounter or named."""
    return {row.noun: row.kind for row in read_rows("proposal_nouns.tsv", _NounRow)}


@dataclass(frozen=True, slots=True)
class _JudgementRow:
    lemma: str
    stance: Stance


@cache
def judgements() -> dict[str, Stance]:
    """The stance that a judging word shows, by lemma."""
    return {row.lemma: row.stance for row in read_rows("judgements.tsv", _JudgementRow)}
