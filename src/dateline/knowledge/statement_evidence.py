"""How often rules and network mark statements rightly, as counted on annotated articles, and from when which one is believed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One family of rules; `endings` are how the names of its rules end, between bars.

    `agreed` and `alone`: share of statements found rightly (content and source) where the network marks the same cue, and where
    it does not. `content_from`, `source_from`, `cue_from`: the network's mean chance from which its span is taken instead of
    the rule's; above 1 the rule's always is.
    """

    family: str
    endings: str
    agreed: float
    alone: float
    content_from: float
    source_from: float
    cue_from: float


@cache
def evidence_for(rule: str) -> Evidence:
    """The row of the family to which a rule belongs by its name; that of `other` where none fits."""
    rows = read_rows("statement_evidence.tsv", Evidence)
    fitting = (row for row in rows if row.endings and rule.endswith(tuple(row.endings.split("|"))))
    return next(fitting, None) or next(row for row in rows if row.family == OTHER)
