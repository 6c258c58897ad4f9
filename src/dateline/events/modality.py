"""What the words of a clause or noun phrase themselves say about certainty: modals, negation, conditions, adverbs, attributes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.events.scope import is_ahead, is_infinitive
from dateline.events.verdict import ABILITY, CONDITION, COUNTERFACTUAL, Certainty
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import antecedent, is_negated, modal, surface_subject

_HARD = frozenset({"if", "unless", "whether", "provided", "lest", "once", "until"})


def of_verb(verb: Token) -> Iterator[Certainty]:
    """Negation, modals, conditions and adverbs in the clause of `verb`."""
    if is_negated(verb) and not _not_only(verb) and not _until(verb):
        yield Certainty("hypothetical", f"not {lemma_of(verb)}") if _is_attitude(verb) else Certainty("negated", "negated")
    if verb.i and verb.doc[verb.i - 1].lower_ == "than":
        yield Certainty("negated", "rather than")
    yield from _of_modal(verb)
    yield from _of_conditions(verb)
    yield from _of_adverbs(verb)


def _is_attitude(verb: Token) -> bool:
    """ "did not expect it", "is not likely": no word on whether it happened."""
    likely = any(c.dep_ == "acomp" and effect_of(c.lower_, "adj") == "planned" for c in verb.children)
    return likely or lemma_of(verb) in object_class("attitude")


def _not_only(verb: Token) -> bool:
    return any(c.lower_ == "only" and c.i and verb.doc[c.i - 1].lower_ == "not" for c in verb.children)


def _until(verb: Token) -> bool:
    """ "was not released until May": it was, in May."""
    late = any(
        c.lower_ == "until" for child in verb.children if child.dep_ in ("prep", "advcl") for c in (child, *child.children)
    )
    past = verb.tag_ in ("VBD", "VBN") or any(c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.children)
    return late and past and modal(verb) is None


def _of_modal(verb: Token) -> Iterator[Certainty]:
    word = modal(verb)
    if word in ("will", "shall"):
        yield Certainty("planned", word)
    elif word == "would":
        perfect = any(lemma_of(c) == "have" and c.dep_ == "aux" for c in verb.children)
        yield Certainty("hypothetical", COUNTERFACTUAL) if perfect else Certainty("planned", word)
    elif word in ("could", "may", "might", "can", "must", "should", "ought"):
        able = word in ("could", "can") and is_weapon(surface_subject(verb))
        yield Certainty("hypothetical", ABILITY if able else word)


def is_weapon(noun: Token | None) -> bool:
    """What can strike, but does nothing by itself."""
    if noun is None:
        return False
    head = antecedent(noun)
    owned = (c for p in head.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj")
    return any(lemma_of(n) in object_class("weapon") for n in (head, *owned))


def _of_conditions(verb: Token) -> Iterator[Certainty]:
    """A condition under which alone it holds, or being that condition itself."""
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in _HARD:
            yield Certainty("hypothetical", "whether" if child.lower_ == "whether" else CONDITION)
        elif (child.dep_ == "mark" and child.lower_ == "after" and modal(verb.head) is not None) or (
            child.dep_ == "advmod" and child.lower_ in ("once", "until", "when", "whenever") and is_ahead(verb.head)
        ):
            yield Certainty("hypothetical", CONDITION)
        elif child.dep_ == "advcl" and is_ahead(verb):
            yield from _under_condition(child)


def _under_condition(clause: Token) -> Iterator[Certainty]:
    for mark in clause.children:
        if mark.lower_ in ("if", "unless", "provided", "once") and mark.dep_ in ("mark", "advmod"):
            yield Certainty("hypothetical", mark.lower_)


def _of_adverbs(verb: Token) -> Iterator[Certainty]:
    for child in verb.children:
        if child.dep_ == "advmod" and (effect := effect_of(child.lower_, "adverb")) is not None:
            yield Certainty(effect, child.lower_)
        elif child.dep_ == "prep" and child.lower_ == "according":
            yield Certainty("claimed", "according to")


def of_noun(noun: Token) -> Iterator[Certainty]:
    """What stands before a noun of action: "no attack", "a possible attack", "the planned visit"."""
    for child in noun.children:
        if child.dep_ in ("det", "neg", "amod") and (effect := effect_of(child.lower_, "attribute")) is not None:
            yield Certainty(effect, child.lower_)
        elif child.dep_ == "poss" and any(c.lower_ in ("next", "coming") for c in child.children):
            yield Certainty("planned", f"{child.lower_} to come")


def of_root(node: Token) -> Iterator[Certainty]:
    """Questions, and headlines of the form "Xi to visit"."""
    if any(c.dep_ == "punct" and c.text == "?" for c in node.children):
        yield Certainty("hypothetical", "question")
    if node.tag_ == "VB" and is_infinitive(node):
        yield Certainty("planned", "to")
