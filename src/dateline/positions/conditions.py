"""Under which condition somebody would agree: "only if", "unless", "provided that", "on condition that", "once"."""

from __future__ import annotations

from dateline.language.phrases import subtree
from dateline.language.tokens import Token
from dateline.records import Span

CONDITION_MARKS = frozenset({"if", "unless", "provided", "providing", "once", "until"})
_COURTEOUS = frozenset({"want", "wish", "like", "desire", "ask", "request", "need", "invite", "require"})
_CONDITION_NOUNS = frozenset({"condition", "proviso", "understanding"})


def condition_of(verb: Token) -> Span | None:
    """The clause that says under which condition the deed of `verb` would be done, or None.

    "If they want it" is courtesy and no condition.
    """
    for child in verb.children:
        clause = _clause(child)
        if clause is not None:
            return None if child.lemma_ in _COURTEOUS else subtree(clause)
    return None


def _clause(child: Token) -> Token | None:
    """The head of the clause of a condition that depends on a verb by this child."""
    if child.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in CONDITION_MARKS for c in child.children):
        return child
    if child.lower_ in ("provided", "providing") and child.dep_ in ("ccomp", "advcl", "prep"):
        return child if any(c.lower_ == "that" for c in child.subtree) else None
    if child.dep_ == "prep" and child.lower_ == "on":
        noun = next((c for c in child.children if c.dep_ == "pobj" and c.lemma_ in _CONDITION_NOUNS), None)
        return noun if noun is not None and any(c.dep_ in ("acl", "relcl", "ccomp") for c in noun.children) else None
    return None
