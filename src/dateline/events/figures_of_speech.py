"""Figures of speech: words of violence and marching where nobody strikes, fights or marches."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.events.arguments import object_of, role_nouns
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import is_passive, subject, surface_subject

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
    if lemma_of(token) != "strike" or is_passive(token):
        return False
    seen = any(c.lower_ == "as" and c.i > token.i for c in token.children if c.dep_ in ("prep", "mark", "advcl"))
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
    return any(c.lower_ in object_class("with-words") for c in thing.children)


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
    who = surface_subject(token) if lemma_of(token) in ("target", "hit", "strike") else None
    if who is not None and who.tag_ in ("WDT", "WP") and token.dep_ == "relcl":
        who = token.head
    return who is not None and lemma_of(who) in object_class("regulation")


def is_game(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "beat Germany 2-1": a country is not beaten up, nor a list topped by force."""
    thing = object_of(token) if lemma_of(token) in ("beat", "thrash", "whip") else None
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
    """ "we are marching down that path": nobody is in the street."""
    ways = (n for word in ("down", "on", "along", "toward", "towards", "to") for n in role_nouns(token, word))
    return lemma_of(token) == "march" and any(lemma_of(n) in ("path", "war", "victory", "future", "goal", "tune") for n in ways)
