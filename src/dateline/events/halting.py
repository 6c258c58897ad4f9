"""What is halted decides what halting it is: a concession, a penalty or a ceasefire."""

from __future__ import annotations

from dataclasses import replace

from dateline.events.arguments import object_of
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import subject
from dateline.language.tokens import Token

_FIGHTING = frozenset({"offensive", "assault", "bombardment", "bombing", "shelling", "siege", "hostility", "airstrike"})


def of_halt(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """ "suspended its aid programme" reduces relations; "suspended the test programme" concedes, but not whom others force to."""
    if token.dep_ in ("xcomp", "ccomp") and lemma_of(token.head) in ("force", "compel", "cause", "make"):
        return None
    thing = object_of(token)
    if _is_sought(token) or (thing is not None and _is_of_others(scene, token, thing)):
        return None
    if thing is not None and any(scene.lemmas[i] in object_class("warn") for i in range(token.i + 1, thing.i + 1)):
        return row  # "backed away from a threat to block support" gives way, and cuts no support
    words = (thing, *thing.children, *(c for p in thing.children for c in p.children)) if thing is not None else ()
    if lemma_of(token) in object_class("ending") and _is_fighting(thing):
        return replace(row, type="RETREAT", mode="ceasefire", cameo="0871", sides=("against", "on", "with"))
    if row.cameo == "080" and any(lemma_of(w) in object_class("help") for n in words for w in (n, *n.children)):
        return replace(row, type="SANCTION", mode="discontinue", cameo="162", sides=("to", "for", "with", "obj", "of", "in"))
    return row


def _is_fighting(thing: Token | None) -> bool:
    """A military campaign, not one of words or of diplomacy."""
    if thing is None or lemma_of(thing) not in _FIGHTING:
        return False
    return not any(c.lower_ in object_class("with-words") for c in thing.children)


_STRIVING = frozenset({"effort", "attempt", "bid", "push", "capacity", "ability", "campaign", "drive"})


def _is_sought(token: Token) -> bool:
    """ "an attempt to end the fighting", "its capacity to stop an attack": nobody gives up what is their own."""
    return token.dep_ == "acl" and token.tag_ == "VB" and lemma_of(token.head) in _STRIVING


def _is_of_others(scene: Scene, token: Token, thing: Token) -> bool:
    """ "trying to end the Israeli offensive": not theirs who try."""
    who = subject(token) if token.dep_ == "xcomp" else None
    mine = scene.cast.state_of(who) if who is not None else None
    whose = {s for c in thing.children if c.dep_ in ("amod", "poss", "compound") and (s := scene.cast.state_of(c)) is not None}
    return mine is not None and bool(whose) and mine not in whose
