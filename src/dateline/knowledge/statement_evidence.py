"""How often rules and network mark statements rightly, as counted on annotated articles, and from when which one is believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One family of rules. `ending` is how the names of its rules end (or begin, with `...` after).

    `agreed` and `alone`: share of statements found rightly (content and source) where the network marks the same cue, and where
    it does not.
    `keep_alone`: the least such share to keep them. `content_from`, `source_from`, `cue_from`: the network's mean chance
    from which its span is taken instead of the rule's; above 1 the rule's always is.
    """

    family: str
    ending: str
    agreed: float
    alone: float
    keep_alone: float
    content_from: float
    source_from: float
    cue_from: float


def evidence_of(family: str) -> Evidence:
    """The row of a family; that of `other` where it has none."""
    return _rows().get(family) or _rows()[OTHER]


def family_of(rule: str) -> str:
    """The family of a rule by its name."""
    for row in _rows().values():
        if any(_fits(rule, words) for words in row.ending.split("|") if words):
            return row.family
    return OTHER


def _fits(rule: str, words: str) -> bool:
    return rule.startswith(words[:-3]) if words.endswith("...") else rule.endswith(words)


@cache
def _rows() -> Mapping[str, Evidence]:
    return {row.family: row for row in read_rows("statement_evidence.tsv", Evidence)}
