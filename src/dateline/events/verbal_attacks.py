"""Attacks made with words alone: "his attack on Chad for failing to negotiate", "the statement attacked his aides"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dateline.events.arguments import role_nouns
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import surface_subject

_ATTACKS = frozenset({"attack", "assault", "strike", "onslaught", "broadside", "barrage"})

_MISSILES = frozenset({"stone", "rock", "bottle", "brick", "egg", "fire", "cocktail"})


def of_words(noun: Token, row: Trigger) -> Trigger:
    """The row of a noun of violence, or of criticism where the noun phrase says that words were the weapon."""
    if row.type != "ASSAULT" or lemma_of(noun) not in _ATTACKS or not (_for_failing(noun) or _in_words(noun)):
        return row
    return replace(row, type="ACCUSE", mode="disapprove", cameo="111")


def spoken(verb: Token) -> bool:
    """The subject is itself something said or written."""
    who = surface_subject(verb)
    return who is not None and lemma_of(who) in object_class("message")


def _for_failing(noun: Token) -> bool:
    """ "for failing to negotiate": a fault that is found."""
    return any(c.lower_ == "for" and any(v.dep_ == "pcomp" for v in c.children) for c in noun.children)


def _in_words(noun: Token) -> bool:
    return any(c.dep_ in ("amod", "compound") and c.lemma_.lower() in object_class("in-words") for c in noun.children)


def with_paper(verb: Token) -> bool:
    """ "bombarding the South with leaflets": nobody is harmed."""
    means = role_nouns(verb, "with") if lemma_of(verb) in ("bombard", "pelt", "bomb") else ()
    arms = object_class("shot") | object_class("weapon") | object_class("arms") | object_class("attackn") | _MISSILES
    return bool(means) and all(lemma_of(n) not in arms for n in means)
