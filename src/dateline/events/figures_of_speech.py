"""Figures of speech: words of violence and marching where nobody strikes, fights or marches."""

from __future__ import annotations

from dateline.events.arguments import object_of, role_nouns
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import agent, is_negated, is_passive, subject, surface_subject
from dateline.language.tokens import Token

_PICTURE_NEAR, _FEATURED_NEAR = 5, 4
"""How many tokens the word for the picture may stand before "featured", and that before what is shown."""


def is_of_mind(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "occupied most of his attention": minds and time are occupied without force."""
    thing = object_of(token) if lemma_of(token) in ("occupy", "capture", "seize", "invade", "attack") else None
    if thing is None:
        return False
    counted = (n for c in thing.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj")
    return any(lemma_of(n) in object_class("of-the-mind") for n in (thing, *counted))


def is_of_power(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "abused his powers", "attacked the problem": done to no body and to no place."""
    thing = object_of(token)
    return thing is not None and thing.pos_ == "NOUN" and lemma_of(thing) in object_class("of-power")


def is_impression(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "struck many as far-fetched": seemed so to them."""
    if lemma_of(token) != "strike":
        return False
    if is_passive(token):
        cause = agent(token)
        return cause is not None and lemma_of(cause) in object_class("thought") | object_class("impressing")
    after = [w for c in token.children if c.i > token.i for w in (c, *c.children)]
    seen = any(w.lower_ == "as" and w.dep_ in ("prep", "mark", "advcl", "advmod") and w.i == w.left_edge.i for w in after)
    who = subject(token)
    return seen or (who is not None and lemma_of(who) in object_class("thought"))


def is_shown(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "the video featured missiles hitting a ship": shown, not done."""
    shown = next((a.head for a in (token, *token.ancestors) if a.dep_ in ("dobj", "ccomp", "pobj")), None)
    verb = shown.head if shown is not None and shown.pos_ == "ADP" else shown
    who = subject(verb) if verb is not None and lemma_of(verb) in object_class("picturing") else None
    return (who is not None and lemma_of(who) in object_class("picture")) or _follows_picture(token)


def _follows_picture(token: Token) -> bool:
    """After "a video from Chad featured missiles", whatever the parser makes of "featured"."""
    clause = token.doc[max(token.i - _FEATURED_NEAR, token.sent.start) : token.i]
    featured = next((w for w in clause if lemma_of(w) in object_class("picturing") and w.tag_ in ("VBD", "VBN", "VBZ")), None)
    if featured is None or token.tag_ != "VBG":
        return False
    before = token.doc[max(featured.i - _PICTURE_NEAR, token.sent.start) : featured.i]
    return any(lemma_of(word) in object_class("picture") for word in before)


def is_campaign(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "conducted an influence campaign", "launched a charm offensive": with words."""
    thing = object_of(token)
    if thing is None or lemma_of(thing) not in ("campaign", "offensive", "operation", "war", "blitz", "assault", "attack"):
        return False
    kinds = {c.lower_ for c in thing.children}
    if not kinds.isdisjoint(object_class("with-words")):
        return True
    if lemma_of(thing) == "operation":
        return not kinds.isdisjoint(object_class("of-business"))
    return lemma_of(thing) == "campaign" and any(lemma_of(n) in object_class("stood-for") for n in role_nouns(thing, "for"))


def is_war_in_general(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "the way America wages war", "disinclined to start new wars": no war in particular."""
    thing = object_of(token) if lemma_of(token) in ("wage", "fight", "make", "start") else None
    if thing is None or lemma_of(thing) not in ("war", "warfare"):
        return False
    new = thing.tag_ == "NNS" and any(c.lower_ in ("new", "more", "unnecessary", "endless") for c in thing.children)
    bare = new or not any(c.dep_ in ("det", "poss", "amod", "compound", "nummod", "prep") for c in thing.children)
    return bare and not any(c.lower_ in ("on", "against", "with", "in") for c in token.children if c.dep_ == "prep")


def is_by_a_rule(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "a ban which targets travellers", "the tax hits exporters": rules shoot at nobody."""
    if lemma_of(token) not in ("target", "hit", "strike"):
        return False
    if is_passive(token):
        cause = agent(token)
        return cause is not None and lemma_of(cause) in object_class("of-economy")
    who = surface_subject(token)
    if token.dep_ in ("relcl", "acl") and (who is None or who.tag_ in ("WDT", "WP")):
        who = token.head
    return who is not None and lemma_of(who) in object_class("regulation") | object_class("of-economy")


_GOALS = frozenset({"punch", "it", "line", "draw", "podium"})
"""What one is beaten to by whoever gets there first."""


def is_game(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "beat Germany 2-1": a country is not beaten up, nor a list topped by force."""
    thing = object_of(token) if lemma_of(token) in ("beat", "thrash", "whip") else None
    if lemma_of(token) == "beat" and any(
        lemma_of(n) in ("punch", "it", "line", "draw", "podium") for n in role_nouns(token, "to")
    ):
        return True  # "beat them to the punch": was there first
    return thing is not None and thing.pos_ == "PROPN" and not is_passive(token)


def is_imagined(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "the danger is not limited to a bomb striking a city": any bomb, none that fell."""
    thing = token.head
    if token.tag_ != "VBG" or token.dep_ != "acl" or thing.dep_ != "pobj" or thing.tag_ != "NN":
        return False
    above = next((a for a in thing.ancestors if a.pos_ in ("VERB", "AUX")), None)
    tenses = {w.tag_ for w in (above, *above.children) if w.pos_ in ("VERB", "AUX")} if above is not None else {"VBD"}
    return any(c.lower_ in ("a", "an", "any") for c in thing.children) and "VBD" not in tenses


def is_figure_of_path(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "we are marching down that path", "troops march in the parade": nobody protests in the street."""
    if lemma_of(token) == "march" and any(lemma_of(n) == "parade" for n in role_nouns(token, "in")):
        return True
    ways = (n for word in ("down", "on", "along", "toward", "towards", "to") for n in role_nouns(token, word))
    return lemma_of(token) == "march" and any(lemma_of(n) in ("path", "war", "victory", "future", "goal", "tune") for n in ways)


def is_stab_in_the_back(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """A betrayal, with no knife."""
    return lemma_of(token) == "stab" and any(n.lower_ == "back" for n in role_nouns(token, "in"))


def is_against_evils(scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "fighting discrimination against women", "grappling with what it means": with nobody."""
    thing = object_of(token) if lemma_of(token) in ("fight", "battle", "combat") else None
    if thing is not None and lemma_of(thing) in object_class("menace-to-all"):
        return True
    return lemma_of(token) == "grapple" and not any(scene.cast.at(n) is not None for n in role_nouns(token, "with"))


def is_claim_denied(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "did not claim responsibility for the bombing": of them nothing is told."""
    return lemma_of(token) == "claim" and is_negated(token)
