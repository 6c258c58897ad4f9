"""Votes: whoever votes to condemn condemns, a council that votes for sanctions imposes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.events.arguments import complements, object_of, role_nouns
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.tokens import Token

_PENALTIES = frozenset({"sanction", "penalty", "embargo", "blockade"})


def of_vote(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """ "voted to condemn": the vote is the condemnation; who votes for sanctions or adopts them imposes them."""
    if lemma_of(token) != "vote":
        return _of_adopted(scene, token, row)
    voted = complements(token)
    if any(lemma_of(n) in _PENALTIES for n in role_nouns(token, "for")):
        return replace(row, type="SANCTION", mode="discontinue", cameo="163", sides=("on", "against"))
    if any(_penalises(scene, c) for c in voted):
        return replace(row, type="SANCTION", mode="discontinue", cameo="163", sides=("comp",))
    return None if any(lemma_of(c) in object_class("voted-deed") for c in voted) else row


def _of_adopted(scene: Scene, token: Token, row: Trigger) -> Trigger:
    """ "adopted its ninth sanctions resolution over Iran's programme"."""
    thing = object_of(token) if lemma_of(token) in ("adopt", "approve", "pass", "okay", "authorise", "authorize") else None
    if thing is not None and _is_sanction(scene, thing) and lemma_of(token).startswith("authori"):
        return replace(row, type="SANCTION", mode="discontinue", cameo="163", sides=("on", "against", "obj"))
    if thing is None or not any(c.dep_ in ("compound", "nmod") and _is_sanction(scene, c) for c in thing.children):
        return row
    return replace(row, type="SANCTION", mode="discontinue", cameo="163", sides=("on", "against", "over", "for"))


def _penalises(scene: Scene, verb: Token) -> bool:
    """ "to impose sanctions", "to introduce a set of sanctions", "to sanction Iran", "to add them to a blacklist"."""
    lemma, thing = lemma_of(verb), object_of(verb)
    if lemma in ("sanction", "blacklist", "penalise", "penalize", "punish", "embargo"):
        return True
    listed = (n for word in ("to", "on") for n in role_nouns(verb, word)) if lemma in ("add", "put", "place") else ()
    if any(lemma_of(n) in ("list", "blacklist") for n in listed) or any(lemma_of(w) == "blacklist" for w in verb.subtree):
        return True
    counted = (*((thing,) if thing is not None else ()), *role_nouns(verb, "of"), *_of_punishing(thing))
    return lemma not in object_class("ending") and any(_is_sanction(scene, n) for n in counted)


def _of_punishing(thing: Token | None) -> Iterator[Token]:
    """ "a set of punishing sanctions", whose adjective the parser takes for a verb."""
    verbs = (
        v for c in (thing.children if thing is not None else ()) if c.lower_ == "of" for v in c.children if v.dep_ == "pcomp"
    )
    yield from (n for v in verbs for n in v.children if n.dep_ == "dobj")


def _is_sanction(scene: Scene, thing: Token | None) -> bool:
    return thing is not None and scene.lemmas[thing.i] in ("sanction", "embargo", "tariff", "blockade")
