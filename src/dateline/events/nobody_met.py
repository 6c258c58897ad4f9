"""Verbs of visiting and attending by which nobody meets another side: ceremonies at home, missiles that land in the sea."""

from __future__ import annotations

from dateline.events.arguments import object_of, role_nouns
from dateline.events.denoting import actors_of
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import doer
from dateline.language.tokens import Token


def is_ceremony_at_home(scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "attended the ceremony": no talks; "attended Chad's ceremony", "the funeral of Chad's king" is a visit to Chad."""
    thing = object_of(token) if lemma_of(token) in ("attend", "join", "host") else None
    if thing is None or lemma_of(thing) not in object_class("ceremonial"):
        return False
    who = doer(token)
    own = {scene.country(a) for a in actors_of(scene, who)} if who is not None else set()
    words = (w for noun in (thing, *role_nouns(token, "with"), *role_nouns(token, "in")) for w in noun.subtree)
    sides = {scene.country(found) for w in words if (found := scene.cast.at(w)) is not None and scene.acts(found)}
    return not sides - own


def is_mere_journey(scene: Scene, token: Token, doers: tuple[str, ...]) -> bool:
    """ "arrived at the base", "returned to the capital": no visit to anybody, if not to another country."""
    places = (scene.place_at(n) for word in ("to", "in", "at", "into", "for") for n in role_nouns(token, word))
    states = {place.country for place in places if place is not None and place.country} - {scene.country(d) for d in doers}
    return lemma_of(token) in object_class("journeying") and not states


def is_splashdown(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "it landed in the Sea of Japan": what comes down in open water pays no visit."""
    waters = (n for n in role_nouns(token, "in") if lemma_of(token) == "land")
    return any(lemma_of(w) in object_class("open-water") for n in waters for w in (n, *n.children))
