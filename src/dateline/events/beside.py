"""Whom the sentence of an event names, and who of them is on neither side."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.language.tokens import Token


def words_of_actors(scene: Scene, draft: Draft) -> dict[str, list[Token]]:
    """By actor the words of the sentence that name it, in their order; of a group the members too."""
    found: dict[str, list[Token]] = {}
    for word in draft.token.sent:
        named = {i for i in (scene.cast.at(word), scene.cast.state_of(word)) if i is not None}
        for actor in {member for i in named for member in (i, *scene.cast.expand(i))}:
            found.setdefault(actor, []).append(word)
    return found


def parties_beside(scene: Scene, draft: Draft, named: Iterable[str]) -> frozenset[str]:
    """Of the actors `named` the states, and the ids of those of no state, that could be on a side and are on none."""
    mine = {scene.country(i) or i for i in (*draft.sources, *draft.targets)}
    return frozenset(party for i in named if (party := scene.country(i) or i) not in mine and scene.acts(i))
