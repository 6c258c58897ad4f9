"""What each kind of evidence weighs when two actors of an archive may be one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class IdentityEvidence:
    """One kind of evidence: `weight` as log odds, `words` as they stand in the reason of a decision."""

    evidence: str
    weight: float
    words: str


@cache
def identity_evidence() -> dict[str, IdentityEvidence]:
    """All rows by the name of the evidence."""
    return {row.evidence: row for row in read_rows("identity_evidence.tsv", IdentityEvidence)}
