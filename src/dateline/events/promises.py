"""What is vowed, promised or held ready: help is granted, harm is threatened, whatever the verb that announces it."""

from __future__ import annotations

from dataclasses import replace

from dateline.events.arguments import complements, object_of, role_nouns
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import is_negated, modal, surface_subject
from dateline.language.tokens import Token


def of_vow(token: Token, row: Trigger) -> Trigger | None:
    """ "vowed to punish them", "to keep up the pressure", "to build bombs" threaten; "what they vowed to do" leaves it open."""
    vowed = [v for c in complements(token) for v in (c, *(w for w in c.conjuncts if w.tag_ == "VB"))]
    if vowed and all(_is_left_open(v) for v in vowed):
        return None
    if any(is_harmful(v) for v in vowed):
        return replace(row, type="THREATEN", mode=None, cameo="130", sides=("comp", "against", "on", "to", "dat"))
    return row


def _is_left_open(verb: Token) -> bool:
    return lemma_of(verb) == "do" and not any(c.i > verb.i and c.dep_ == "dobj" for c in verb.children)


_ANSWERS = frozenset({"action", "revenge", "vengeance", "countermeasure", "reprisal"})


def is_harmful(verb: Token) -> bool:
    """Harm, pressure or arms, by the verb and by what it governs."""
    if is_negated(verb):
        return _forbids(verb)
    thing = object_of(verb)
    words = {lemma_of(w) for w in (thing, *thing.children)} if thing is not None else set()
    if words & (object_class("help") | object_class("peace")):
        return False
    if thing is not None and lemma_of(verb) == "take" and lemma_of(thing) in _ANSWERS:
        around = (*thing.children, *verb.children)
        return not any(c.dep_ == "acl" or c.lower_ in ("on", "for", "toward", "towards") for c in around)
    if lemma_of(verb) in object_class("penalty-deed"):
        return not words & (object_class("menace-to-all") | object_class("armament"))
    if lemma_of(verb) in object_class("inflicting") and words & object_class("harm-thing"):
        return True
    if _calls_to_account(verb, words):
        return True
    if lemma_of(verb) in object_class("keeping-up"):
        return bool(words & (object_class("pressure") | object_class("armament")))
    return lemma_of(verb) in object_class("arming") and bool(words & object_class("armament"))


def _forbids(verb: Token) -> bool:
    """ "never to allow Chad to close the canal": not where nobody is named who might do it."""
    whom = (object_of(verb), *(surface_subject(c) for c in complements(verb)))
    return lemma_of(verb) in ("allow", "let", "permit") and any(n is not None and n.pos_ == "PROPN" for n in whom)


def _calls_to_account(verb: Token, words: set[str]) -> bool:
    """ "bring the killers to justice", "make Chad pay", "make good on his threat", "hold them accountable"."""
    lemma = lemma_of(verb)
    if lemma == "bring":
        return any(lemma_of(n) == "justice" for n in role_nouns(verb, "to"))
    if lemma == "hold":
        return any(c.lower_ in ("accountable", "responsible") for c in verb.subtree)
    if lemma != "make":
        return lemma in ("carry", "follow") and "threat" in words
    if any(lemma_of(n) in ("threat", "warning") for n in role_nouns(verb, "on")):
        return True
    return any(lemma_of(c) in ("pay", "foot", "suffer", "regret") for c in complements(verb))


def of_readiness(token: Token, row: Trigger) -> Trigger | None:
    """ "ready to strike" threatens; "ready to leave" and a weapon that is ready promise nothing."""
    if modal(token) in ("must", "should", "ought"):
        return None
    who, done = surface_subject(token), {lemma_of(v) for c in complements(token) for v in (c, *c.conjuncts)}
    if who is not None and lemma_of(who) in object_class("weapon") | object_class("force"):
        return None
    if done == {"do"} and all(_is_left_open(v) or v.doc[v.i + 1].lower_ in ("it", "so", "that") for v in complements(token)):
        return None
    if any(_is_testing(v) for c in complements(token) for v in (c, *c.conjuncts)):
        return None  # "is ready to conduct its next test" offers nothing
    if done & object_class("hostile") or any(is_harmful(v) for c in complements(token) for v in (c, *c.conjuncts)):
        return replace(row, type="THREATEN", cameo="130", sides=("comp", "against", "to"))
    if "defend" in done:
        return None  # who is ready to defend themselves neither threatens nor grants
    degree = any(
        c.lower_ in ("more", "less", "too", "increasingly") for w in token.children if w.dep_ == "acomp" for c in w.children
    )
    return None if degree or done & object_class("departing") else row


def _is_testing(verb: Token) -> bool:
    thing = object_of(verb)
    words = (thing, *thing.children) if thing is not None else ()
    return lemma_of(verb) in object_class("testing") and any(lemma_of(w) in object_class("armament") for w in words)


def goes_on_helping(verb: Token) -> bool:
    """ "promised to continue aid" refuses nothing."""
    thing = object_of(verb)
    kinds = {lemma_of(w) for w in (thing, *thing.children)} if thing is not None else {lemma_of(c) for c in complements(verb)}
    return lemma_of(verb) in ("continue", "maintain", "keep") and not kinds.isdisjoint(object_class("help"))


def is_beneficial(verb: Token) -> bool:
    """To defend somebody, to fight poverty, to destroy one's weapons."""
    thing = object_of(verb)
    words = {lemma_of(w) for w in (thing, *thing.children)} if thing is not None else set()
    own = thing is not None and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in thing.children)
    evils = object_class("menace-to-all") | (object_class("armament") if own else frozenset())
    return lemma_of(verb) == "defend" or bool(words & evils)
