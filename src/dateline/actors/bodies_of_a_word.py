"""Those told by a body or place of which the article has spoken: "the party's leader", "union members", "the city's mayor"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.phrasing import determiner, modifiers, noun_of
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.discourse import discourse_nouns

_TOWNS = frozenset("city town village province region district capital".split())
_BODIES = frozenset({"government_body", "other", "company", "armed_group"})
NEAR = 4
"""Sentences within which the place was named that "the city" means."""


def country_of_body_of_that_word(scene: Scene, head: int) -> str | None:
    """The state of the body or town that qualifies the mention, where all bodies of that word in the article are of one."""
    cols = scene.cols
    for k in cols.kids[head]:
        if k < head and cols.tag[k] == "NN" and _is_qualifier(scene, k):
            country = _of_town(scene, k) if cols.lemma[k] in _TOWNS else _of_body(scene, k)
            if country is not None:
                return country
    return None


def _is_qualifier(scene: Scene, token: int) -> bool:
    """ "The party's", "union" in "union members"."""
    cols = scene.cols
    if cols.dep[token] == "poss":
        return determiner(cols, token) == "the" and not modifiers(cols, token)
    return cols.dep[token] == "compound" and cols.left[token] == token


def _of_body(scene: Scene, token: int) -> str | None:
    known = noun_of(scene.cols, token)
    if known is None or known.human or known.words[-1] in _of_every_state():
        return None
    states = {draft.country for draft in _bodies_before(scene, token)}
    return states.pop() if len(states) == 1 else None


def _bodies_before(scene: Scene, token: int) -> Iterator[Draft]:
    """Those whose name or description ends in the same word."""
    word = scene.cols.lower[token]
    keys = dict(scene.owners) | {t: m.key for t, m in scene.names.items()} | {t: key for t, key in scene.trail}
    for key in dict.fromkeys(key for t, key in keys.items() if t < token):
        draft = scene.drafts[key]
        names = (name.casefold().split() for name in (draft.name, *draft.aliases))
        if draft.kind in _BODIES and any(len(name) > 1 and name[-1] == word for name in names):
            yield draft


def _of_every_state() -> frozenset[str]:
    """ "Police", "army": the article may speak of those of several."""
    return discourse_nouns("organ") | discourse_nouns("of_state")


def _of_town(scene: Scene, token: int) -> str | None:
    """The state of the place named last before "the city"."""
    sentence = scene.cols.sentence
    near = [t for t in scene.places if t < token and sentence[token] - sentence[t] <= NEAR and scene.places[t]]
    return scene.places[max(near)] if near else None
