"""Complements that a word only seems to govern, or governs unseen: "the first to sign", "reports they had fled"."""

from __future__ import annotations

from dateline.events.scope import is_infinitive
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import clause_head, direct_object, modal, surface_subject
from dateline.language.tokens import Token

_COUNTED = frozenset({"first", "last", "few", "only", "latest"})
_FURTHER = frozenset({"second", "third", "fourth", "fifth"})
_NEAR = 5
ANSWERS = frozenset({"response", "reaction", "retaliation", "answer"})
"""What is given to something that has been done."""


def is_choice(noun: Token) -> bool:
    """ "the first to condemn it", "one of the few states to sign", "the most senior official to go there in years"."""
    counted = _COUNTED | (_FURTHER if lemma_of(noun) in object_class("person") else frozenset())
    if any(w.lower_ in counted for w in noun.subtree if w.i - noun.i < _NEAR):
        return True
    predicated = noun.dep_ == "attr" and noun.head.tag_ in ("VBD", "VBZ", "VBP")
    return (predicated or noun.dep_ == "appos") and any(_is_superlative(c) for c in noun.children if c.i < noun.i)


def _is_superlative(word: Token) -> bool:
    """ "most senior", "highest-ranking"; not "the best way"."""
    ranked = word.tag_ == "JJS" or any(c.tag_ in ("RBS", "JJS") for c in word.children)
    return word.dep_ == "amod" and ranked and word.lower_ not in ("best", "most", "least", "worst")


def is_content(clause: Token) -> bool:
    """ "reports Chad had shelled the town", "no sign he plans to leave": what the noun is about, with nothing left out of it."""
    noun, who = clause.head, surface_subject(clause)
    if clause.dep_ not in ("acl", "relcl") or who is None or who.tag_ in ("WDT", "WP") or who.i > clause.i:
        return False
    if clause.doc[who.left_edge.i - 1].text in (":", "-", "–", "—"):
        return False  # "Latest news: Chad fires a warning"
    denied = effect_of(lemma_of(noun), "no") is not None and any(c.lower_ == "no" for c in noun.children)
    if effect_of(lemma_of(noun), "noun") != "claimed" and not denied:
        return False
    saturated = any(
        c.dep_ in ("dobj", "ccomp", "xcomp", "oprd", "attr", "acomp", "auxpass", "nsubjpass") for c in clause.children
    )
    return saturated and not any(c.tag_ in ("WDT", "WP", "WRB") for c in clause.children)


def is_met(noun: Token) -> bool:
    """ "kept its promise to hold fire", "heeded a call to take to the streets"."""
    return direct_object(noun.head) == noun and effect_of(lemma_of(noun.head), "met") is not None


def is_of_the_doer(clause: Token, governor: Token) -> bool:
    """ "wants to meet him", not "wants him to meet her"."""
    named = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    return not named and not any(c.dep_ in ("dobj", "dative") and c.i < clause.i for c in governor.children)


def is_imagined(clause: Token) -> bool:
    """ "a scenario in which they would disarm"."""
    return clause.dep_ == "relcl" and effect_of(lemma_of(clause.head), "frame") is not None


def is_new(noun: Token) -> bool:
    """ "its first strike", "its most powerful test"."""
    counted = any(c.lower_ in ("first", "next", "new", "another", "further") for c in noun.children)
    return counted or any(c.tag_ == "JJS" or any(d.tag_ == "RBS" for d in c.children) for c in noun.children if c.dep_ == "amod")


def is_charged(noun: Token) -> bool:
    """ "accused of carrying out an attack that killed thirty": whose attack it was is what the charge is about."""
    if not any(c.lower_ in ("a", "an") for c in noun.children):
        return False
    deed = noun.head.head if noun.dep_ == "pobj" else noun
    while deed.pos_ == "NOUN" and deed.dep_ == "pobj":
        deed = deed.head.head
    gerund = deed.head if deed.dep_ == "dobj" else deed
    return (
        gerund.dep_ == "pcomp" and gerund.tag_ == "VBG" and gerund.head.lower_ == "of" and lemma_of(gerund.head.head) in _CHARGING
    )


_CHARGING = frozenset({"accuse", "suspect", "convict"})


def is_behind(node: Token, governor: Token) -> bool:
    """ "is in response to Chad threatening", "was quick in releasing them", "welcomed his action to release them"."""
    if modal(clause_head(governor)) is not None:
        return False
    if node.dep_ == "pcomp" and node.tag_ == "VBG":
        qualities = (c for c in governor.children if c.dep_ == "acomp")
        praised = node.head.lower_ == "in" and any(lemma_of(c) in object_class("deed-quality") for c in qualities)
        return praised or (node.head.lower_ == "to" and lemma_of(governor) in ANSWERS)
    owned = any(c.dep_ == "poss" for c in governor.children)
    return is_infinitive(node) and lemma_of(governor) == "action" and owned and governor.dep_ != "attr"


def is_in_the_making(preposition: Token) -> bool:
    """ "is in the works", "is on the cards"."""
    nouns = (c for c in preposition.children if c.dep_ == "pobj")
    return any(n.lower_ in object_class("in-the-making") and not any(c.dep_ == "prep" for c in n.children) for n in nouns)


def is_acknowledged(verb: Token, preposition: Token) -> bool:
    """ "offered thanks for freeing them": they were freed."""
    thing = direct_object(verb)
    return preposition.lower_ == "for" and thing is not None and lemma_of(thing) in object_class("acknowledgement")


def is_wished_of_an_object(participle: Token) -> bool:
    """ "want the sanctions lifted": what is wished is the lifting."""
    noun = participle.head
    wished = noun.dep_ == "dobj" and noun.i < participle.i and lemma_of(noun.head) in ("want", "need", "like", "prefer")
    return wished and participle.tag_ == "VBN" and all(t.tag_ == "RB" for t in participle.doc[noun.i + 1 : participle.i])


def is_short_of(preposition: Token) -> bool:
    """ "stopped short of rejecting it": they did not."""
    before = preposition.doc[max(preposition.i - 2, 0) : preposition.i]
    return (
        preposition.lower_ == "of" and len(before) > 1 and before[1].lower_ == "short" and lemma_of(before[0]) in ("stop", "fall")
    )
