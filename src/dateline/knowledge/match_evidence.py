"""What each kind of evidence weighs when two things told by different articles may be one: actors, events, names of proposals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.tables import read_rows

Things = Literal["identity", "incident", "proposal"]


@dataclass(frozen=True, slots=True)
class MatchEvidence:
    """One kind of evidence: `weight` as log odds, `words` as they stand in the reason of a decision."""

    evidence: str
    weight: float
    words: str


@cache
def match_evidence(things: Things) -> Mapping[str, MatchEvidence]:
    """All rows of the table of these things by the name of the evidence."""
    return {row.evidence: row for row in read_rows(f"{things}_evidence.tsv", MatchEvidence)}
