"""Groups of no known country as sides: "regional allies", "the West", "aid workers"."""

from __future__ import annotations

from dateline.events.arguments import role_nouns
from dateline.events.denoting import Ids, described
from dateline.events.doers import doer_of
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import undergoer
from dateline.language.tokens import Token


def unaligned(scene: Scene, token: Token, row: Trigger) -> Ids:
    """Groups of no known country who do the deed of a verb, where nobody else is told: "regional allies pleaded for it"."""
    who = doer_of(token) if row.word_class == "verb" and "swap" not in row.sides else None
    return described(scene, who) if who is not None else ()


def group_done_to(scene: Scene, token: Token, roles: tuple[str, ...]) -> Ids:
    """ "blacklisted foreign companies": a group of no known country is done it to, and not whoever else is told of nearby."""
    thing = undergoer(token) if token.pos_ == "VERB" and "obj" in roles else None
    if thing is None or any(c.tag_ == "WP$" for c in thing.children) or lemma_of(thing) in object_class("territory"):
        return ()  # "whose crew is held": they are of those to whom the ship belongs
    found = described(scene, thing)
    known = lemma_of(thing) in object_class("camp") | object_class("companion")
    return tuple(f for f in found if known or scene.cast.actor(f).kind in ("people", "company"))


def on_fighters(token: Token) -> bool:
    """ "killed dozens of militants in Chad", "strikes against rebels in Chad": not done to the state where they are."""
    hit = [noun for role in ("obj", "on", "against") for noun in role_nouns(token, role)]
    counted = [noun for measure in hit if lemma_of(measure) in object_class("measure") for noun in role_nouns(measure, "of")]
    return any(lemma_of(noun) in object_class("armed-men") for noun in (*hit, *counted))
