"""Nouns that stand where the other side does and name somebody else: "sanctions against Chad" are asked of others."""

from __future__ import annotations

from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import is_negated
from dateline.language.tokens import Token


def unopposed(nouns: tuple[Token, ...], role: str, row: Trigger) -> tuple[Token, ...]:
    """ "vowed to stand with Chad against Libya" is not promised to Libya; "demanded the release of two" not asked of them."""
    if role == "on":
        nouns = tuple(n for n in nouns if n.lower_ not in object_class("platform"))
        if row.words[:1] in (("blame",), ("pin",)):  # "blamed a raid on Chad on Mali"
            nouns = tuple(sorted(nouns, key=lambda n: -n.head.i))
    if row.type == "AGREE":
        nouns = tuple(n for n in nouns if lemma_of(n) not in object_class("done-to-others"))
    if row.type == "REQUEST" and role == "against":
        return ()
    if row.type == "REQUEST" and role in ("on", "for"):
        asked = ((n, n if role == "for" else n.head.head) for n in nouns)
        return tuple(n for n, thing in asked if not freeing(n) and not _is_pressure_asked_for(thing))
    if row.type == "REQUEST" and role in ("obj", "of"):
        asked = ((n, n.head.head if n.dep_ == "pobj" else n) for n in nouns)
        return tuple(n for n, thing in asked if not freeing(n) and not freeing(thing) and not _is_against_others(thing))
    if row.type != "AGREE" or role != "comp":
        return nouns
    return tuple(n for n in nouns if (n.head.lower_ != "against" or is_negated(n.head.head)) and not _is_pressed(n))


def _is_pressed(noun: Token) -> bool:
    """ "agreed to put more pressure on Chad": agreed with others."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "upon") else None
    words = (above, *(c for c in above.children if c.dep_ == "dobj")) if above is not None else ()
    return any(lemma_of(w) == "pressure" for w in words)


def _is_pressure_asked_for(noun: Token) -> bool:
    """ "called for more pressure on Chad", "for a campaign against Chad": asked of others."""
    penalty = lemma_of(noun) in object_class("pressure") | object_class("sanction")
    asked = noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.lower_ == "for"
    return asked and (penalty or _is_against_others(noun))


def _is_against_others(noun: Token) -> bool:
    """ "a campaign against Chad"."""
    return noun.pos_ == "NOUN" and any(c.lower_ == "against" for c in noun.children)


def freeing(noun: Token) -> bool:
    """The release or return of somebody."""
    return lemma_of(noun) in object_class("freeing") and any(c.lower_ == "of" for c in noun.children)
