"""What a word in the name of a proposal adds to what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class ProposalWord:
    """One word in small letters and the word that it stands for; empty where it adds nothing."""

    word: str
    kind: Literal["synonym", "qualifier", "head"]
    stands_for: str


@cache
def proposal_words() -> dict[str, ProposalWord]:
    """By word."""
    return {row.word: row for row in read_rows("proposal_words.tsv", ProposalWord)}
