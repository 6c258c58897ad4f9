"""People of the place where the sentence says that something happened: "local residents", "children at a school in Peshawar"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.phrasing import modifiers
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns

_WITHIN = frozenset({"in", "at", "near", "outside", "across", "around", "throughout"})


def country_of_place(scene: Scene, head: int) -> str | None:
    """The one state of all places named in the sentence as where it happened; for crowds, bystanders and police alone."""
    cols = scene.cols
    local = any(cols.lower[m] == "local" for m in modifiers(cols, head))
    if not local and cols.lemma[head] not in discourse_nouns("on_the_spot"):
        return None
    states = set(_named(scene, head) if local else _places(scene, head))
    return states.pop() if len(states) == 1 else None


def _places(scene: Scene, head: int) -> Iterator[str]:
    cols = scene.cols
    start, end = cols.sentences[cols.sentence[head]]
    for i in range(start, end):
        if cols.dep[i] == "pobj" and cols.lower[cols.head[i]] in _WITHIN:
            country = scene.places.get(i) or (scene.drafts[scene.states[i]].country if i in scene.states else None)
            if country:
                yield country


def _named(scene: Scene, head: int) -> Iterator[str]:
    """Every state that the sentence names."""
    start, end = scene.cols.sentences[scene.cols.sentence[head]]
    for i in range(start, end):
        country = scene.places.get(i) or (scene.drafts[scene.states[i]].country if i in scene.states else None)
        if country:
            yield country
