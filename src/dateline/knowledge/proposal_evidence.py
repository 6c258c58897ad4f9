"""What each kind of evidence weighs when two names may mean one proposal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class ProposalEvidence:
    """One kind of evidence: `weight` as log odds, `words` as they stand in the reason of a decision."""

    evidence: str
    weight: float
    words: str


@cache
def proposal_evidence() -> dict[str, ProposalEvidence]:
    """All rows by the name of the evidence."""
    return {row.evidence: row for row in read_rows("proposal_evidence.tsv", ProposalEvidence)}
