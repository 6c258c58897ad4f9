"""Verbs of agreeing that tell of a state of mind, of one mind with somebody, or of how things stand: no promise is made."""

from __future__ import annotations

from dateline.events.arguments import complements, object_of, role_nouns
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import modal, surface_subject
from dateline.language.tokens import Token


def is_mere_attitude(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "is eager to improve the economy", "insufficiently committed": a state of mind; "is eager to meet" offers."""
    if not row.words or row.words[0] not in ("be", "stand", "commit"):
        return False
    words = [c for c in token.children if c.dep_ in ("acomp", "oprd")] or [token]
    if any(c.lower_ in object_class("half-hearted") for w in words for c in w.children if c.dep_ == "advmod"):
        return True
    compared = any(c.dep_ == "mark" and c.lower_ == "than" for c in token.children)  # "asks for more than he is willing to give"
    if compared or _is_evidence(token) or any(_is_value(w) for w in words):
        return True
    eager = any(w.lower_ in object_class("eager") for w in words)
    return eager and not any(lemma_of(v) in object_class("joint-deed") for c in complements(token) for v in (c, *c.conjuncts))


def _is_value(word: Token) -> bool:
    """ "committed to education": what one holds dear; "committed to the deal", "to leaving" is a word given."""
    nouns = [n for c in word.children if c.lower_ == "to" for n in c.children] if word.lower_ == "committed" else []
    return any(n.dep_ == "pobj" and n.pos_ == "NOUN" and not any(lemma_of(n) in object_class(g) for g in _GIVEN) for n in nouns)


_GIVEN = ("agreement", "proposal", "aid", "peace", "pledged")
"""Classes of what one commits oneself to towards others."""


def _is_evidence(token: Token) -> bool:
    """ "the reason Iran is willing to talk", "showing that he can be open": what something else shows."""
    above = token.head
    return (modal(token) in ("can", "could", "may", "might") and token.dep_ in ("ccomp", "advcl")) or (
        above.pos_ == "NOUN"
        and token.dep_ in ("acl", "relcl", "ccomp")
        and lemma_of(above) in ("sign", "reason", "question", "extent", "degree")
    )


def is_opinion(scene: Scene, token: Token, row: Trigger) -> bool:
    """ "'It is dangerous,' agrees Panda": of one mind, not of one deed."""
    if lemma_of(token) not in ("agree", "concur") or row.with_:
        return False
    if any(c.dep_ == "relcl" for n in role_nouns(token, "with") for c in n.children):
        return True  # "agrees with those who think"
    told = [c for c in token.children if c.dep_ == "ccomp" and c.i > token.i]
    if told and row.type == "AGREE":
        return not any(modal(c) is not None or c.tag_ == "VB" for c in told)
    if token.tag_ in ("VBZ", "VBP") and not complements(token) and not any(c.dep_ in ("prep", "dobj") for c in token.children):
        return True  # "Iran keeps to the deal. The agency agrees."
    who = surface_subject(token)
    asserted = token.tag_ in ("VBZ", "VBP") or (token.tag_ == "VBD" and who is not None and who.i > token.i)
    statement = scene.statement_of_cue(token)
    spoken = statement is not None and statement.kind == "direct" and statement.content[-1].end <= token.idx
    return object_of(token) is None and statement is not None and (asserted or spoken)


def is_taking_up(scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "The court agreed to hear the case": it takes up its own work and promises nobody anything."""
    who = surface_subject(token) if lemma_of(token) == "agree" else None
    found = scene.cast.at(who) if who is not None else None
    if found is None or "JUD" not in (scene.cast.actor(found).code or ""):
        return False
    return any(lemma_of(c) in object_class("judging-deed") for c in complements(token))


def is_report(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "assured lawmakers that work goes on": told to set at rest; "that he would consult them" is promised."""
    told = [c for c in token.children if c.dep_ == "ccomp"] if lemma_of(token) in ("assure", "reassure") else []
    return bool(told) and not any(modal(v) in _AHEAD or v.tag_ == "VB" for c in told for v in (c, *c.conjuncts))


_AHEAD = frozenset({"will", "would", "shall", "should", "can", "could"})


_THEM = frozenset({"they", "you", "there", "everything", "nothing", "everyone", "nobody"})


def is_comfort(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "assured them that they were safe", "that there was no danger": how things stand is said, and nothing promised."""
    clauses = complements(token) if lemma_of(token) in ("assure", "reassure") else ()
    subjects = [surface_subject(c) for c in clauses if modal(c) not in ("will", "would", "shall")]
    return bool(subjects) and len(subjects) == len(clauses) and all(s is not None and s.lower_ in _THEM for s in subjects)
