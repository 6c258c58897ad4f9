"""Verbs whose type of event lies in what they govern: "voted to repudiate", "ready to strike", "fired a missile over"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dateline.events.arguments import complements, object_of
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import is_passive, modal, surface_subject

_AIMING = frozenset({"at", "on", "into", "onto", "against"})


def retyped(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """The row as what `token` governs makes it; None where it tells no event of its own."""
    if row.word_class != "verb":
        return row
    if lemma_of(token) == "be" and row.type in ("SUPPORT", "REJECT"):
        who = surface_subject(token)
        return row if who is not None and scene.cast.at(who) is not None else None
    if row.type == "AGREE":
        return _of_readiness(token, row) if "be" in row.words or "stand" in row.words else _of_vote(token, row)
    if row.type == "ACCUSE" and (thing := object_of(token)) is not None and scene.lemmas[thing.i] in object_class("accident"):
        return None  # "blamed the storm"
    if row.type == "SUPPORT" and row.word_class == "verb":
        return _of_praise(scene, token, row)
    if row.type == "ASSAULT" and (_falls(scene, token) or _quarrels(token)):
        return None
    if row.type == "ASSAULT" and _is_test(scene, token):
        return replace(row, type="MOBILIZE", mode="weapons", cameo="150", sides=("over", "toward", "towards", "into"))
    if row.type == "THREATEN" and lemma_of(token) in ("warn", "caution") and "actor" in row.object:
        return row if _menaces(token) else None
    return row


def _of_readiness(token: Token, row: Trigger) -> Trigger | None:
    """ "ready to strike" threatens; "ready to leave" and a weapon that is ready promise nothing."""
    who, done = surface_subject(token), {lemma_of(v) for c in complements(token) for v in (c, *c.conjuncts)}
    if who is not None and lemma_of(who) in object_class("weapon") | object_class("force"):
        return None
    if done & object_class("hostile"):
        return replace(row, type="THREATEN", cameo="130", sides=("comp", "against", "to"))
    degree = any(
        c.lower_ in ("more", "less", "too", "increasingly") for w in token.children if w.dep_ == "acomp" for c in w.children
    )
    return None if degree or done & object_class("departing") else row


def _of_praise(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """Guests are greeted, not praised; what is already tense gets no better by deepening."""
    thing = object_of(token)
    if thing is None:
        return row
    if lemma_of(token) == "welcome" and (
        scene.lemmas[thing.i] in object_class("person") or thing.ent_type_ in ("PERSON", "NORP")
    ):
        actor = scene.cast.at(thing)
        person = actor is not None and scene.cast.actor(actor).kind == "person"
        return replace(row, type="CONSULT", mode="visit", cameo="043", sides=("obj",)) if person else None
    strained = any(c.lower_ in object_class("strained") for c in thing.subtree if c.i < thing.i)
    return None if strained and scene.lemmas[thing.i] in object_class("relation") else row


def _falls(scene: Scene, token: Token) -> bool:
    """ "a missile hitting the water": nobody is hit."""
    thing = object_of(token)
    return thing is not None and scene.lemmas[thing.i] in ("sea", "ocean", "water", "ground", "target")


def _quarrels(token: Token) -> bool:
    """ "clashed with aides" is said of words."""
    who = (n for c in token.children if c.lower_ == "with" for n in c.children if c.dep_ == "prep" and n.dep_ == "pobj")
    return lemma_of(token) in ("clash", "battle", "spar") and any(lemma_of(n) in object_class("quarrelsome") for n in who)


def _of_vote(token: Token, row: Trigger) -> Trigger | None:
    """ "voted to condemn": the vote is the condemnation."""
    if lemma_of(token) != "vote":
        return row
    return None if any(lemma_of(c) in object_class("voted-deed") for c in complements(token)) else row


def _is_test(scene: Scene, token: Token) -> bool:
    """A missile fired at nobody: into the sea, over a country, on a Monday."""
    thing = object_of(token)
    if thing is None or lemma_of(token) not in object_class("launching") or lemma_of(thing) not in object_class("projectile"):
        return False
    return not any(_is_aimed(scene, c) for noun in (token, thing) for c in noun.children if c.lower_ in _AIMING)


def _is_aimed(scene: Scene, preposition: Token) -> bool:
    nouns = [c for c in preposition.children if c.dep_ == "pobj"]
    return any(n.ent_type_ not in ("DATE", "TIME") and scene.lemmas[n.i] not in object_class("open-space") for n in nouns)


def _menaces(token: Token) -> bool:
    """Whether the warning is of harm to come, not of how things are: "warned Israel that talks had failed"."""
    for clause in token.children:
        if clause.dep_ == "ccomp" and clause.i > token.i:
            return modal(clause) is not None or clause.tag_ == "VB" or is_passive(clause)
    of = [n for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "about") for n in c.children if n.dep_ == "pobj"]
    return not of or any(lemma_of(n) in object_class("menace") for n in of)
