"""Whoever negotiates, wins or secures a release does not release anybody: the holder does."""

from __future__ import annotations

from dateline.events.arguments import object_of, role_nouns
from dateline.events.denoting import actors_of
from dateline.events.scene import Scene
from dateline.language.clauses import agent
from dateline.language.tokens import Token

Ids = tuple[str, ...]


def released(scene: Scene, verb: Token) -> tuple[Ids, Ids]:
    """Who lets go and who goes free in "secured the release of two men from Iran", "of two men held by Iran"."""
    thing = object_of(verb)
    if thing is None:
        return (), ()
    freed = [n for role in ("of", "for") for n in role_nouns(thing, role)]
    holders = [h for n in freed for c in n.children if c.dep_ == "acl" and (h := agent(c)) is not None]
    nouns = (*holders, *(n for noun in (thing, verb, *freed) for role in ("from", "by") for n in role_nouns(noun, role)))
    doers = next((found for n in nouns if (found := actors_of(scene, n))), ())
    others = next((found for n in freed if (found := actors_of(scene, n))), ())
    return doers, tuple(o for o in others if o not in doers)
