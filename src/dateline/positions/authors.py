"""Whose proposal it is: "an American proposal", "the bloc's plan", "put forward by the envoy", "drawn up in Washington"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.stances import stance_words
from dateline.language.clauses import is_negated, subject
from dateline.language.tokens import Token

_UNSIGNED = frozenset(
    "plan proposal idea offer suggestion initiative call blueprint paper draft text formula scheme roadmap proposition".split()
)
_PUT = frozenset({"put", "offer", "make"})


def owners(noun: Token) -> Iterator[Token]:
    """Heads of the phrases that say who made the proposal with this head."""
    unsigned = noun.lemma_.lower() in _UNSIGNED
    if noun.lower_ == "plans":
        # "plans to send missiles" are intentions, and often the verb.
        return
    for child in noun.children:
        adjective = child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ("GPE", "NORP", "ORG")
        if child.dep_ == "poss" or (adjective and unsigned):
            yield child
        elif child.dep_ in ("acl", "relcl") and _makes(child):
            yield from _makers(child)


def holders_of(noun: Token) -> Token | None:
    """ "Beijing has its own plan on the table": who has a plan of their own."""
    verb = noun.head
    own = any(c.lower_ == "own" for c in noun.children) or any(c.lower_ == "on" for c in (*noun.children, *verb.children))
    return subject(verb) if noun.dep_ == "dobj" and verb.lemma_ == "have" and own and not is_negated(verb) else None


def _makes(verb: Token) -> bool:
    return verb.lemma_ in _PUT or any(row.author for row in stance_words().get(verb.lemma_.lower(), ()))


def _makers(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in ("by", "in")):
            yield from (c for c in child.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME"))
