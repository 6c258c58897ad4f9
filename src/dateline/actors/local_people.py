"""People of the place where the sentence says that something happened: "local residents", "children at a school in Peshawar"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.phrasing import modifiers
from dateline.actors.scene import Scene
from dateline.actors.seats import state_of_place
from dateline.knowledge.discourse import discourse_nouns

_ORDINARY = frozenset(
    "people person child student worker woman man family voter citizen kurd shiite sunni christian refugee rebel separatist "
    "insurgent media report newspaper press outlet activist critic farmer doctor teacher journalist leader supporter hardliner "
    "conservative reformist minority community population politician politics".split()
)
_AT_HOME = frozenset("resident inhabitant native villager townsman homeowner".split())
_LABOURING = frozenset("driver shopkeeper vendor trader farmer fisherman barber baker taxi waiter merchant schoolteacher".split())
_FROM = frozenset({"of", "from"})
_RISEN = frozenset({"rebel", "opposition", "insurgent", "separatist"})
_WITHIN = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "throughout"})


def country_of_place(scene: Scene, head: int, harmed: bool = False) -> str | None:
    """The one state of all places named in the sentence as where it happened; for crowds, bystanders, police and the harmed."""
    cols = scene.cols
    if (stated := _stated(scene, head)) is not None:
        return stated
    local = any(cols.lower[m] == "local" for m in modifiers(cols, head))
    if not (local or harmed) and cols.lemma[head] not in discourse_nouns("on_the_spot"):
        return None
    states = set(_named(scene, head) if local else _places(scene, head))
    return states.pop() if len(states) == 1 else None


def _stated(scene: Scene, head: int) -> str | None:
    """ "People in the North Korean capital", "children across Yemen"."""
    cols = scene.cols
    fighters = cols.lemma[head] in ("force", "fighter", "group") and cols.lower[max(head - 1, 0)] in _RISEN
    if not fighters and cols.lemma[head] not in discourse_nouns("on_the_spot") | _ORDINARY | _AT_HOME | _LABOURING:
        return None
    within = _WITHIN | _FROM if cols.lemma[head] in _AT_HOME else _WITHIN
    states: set[str] = set()
    for k in cols.kids[head]:
        place = cols.kid(k, "pobj") if k == head + 1 and cols.lower[k] in within else None
        if place is not None:
            found = set(_countries(scene, range(cols.left[place], min(place + 3, cols.sentences[cols.sentence[head]][1]))))
            town = state_of_place(scene, cols.left[place]) if not found and cols.tag[place] == "NNP" else None
            states.update(found or ({town} if town else ()))
    return states.pop() if len(states) == 1 else None


def _countries(scene: Scene, tokens: range) -> Iterator[str]:
    for i in tokens:
        country = scene.places.get(i) or (scene.drafts[scene.states[i]].country if i in scene.states else None)
        if country:
            yield country


def _places(scene: Scene, head: int) -> Iterator[str]:
    cols = scene.cols
    start, end = cols.sentences[cols.sentence[head]]
    for i in range(start, end):
        if cols.dep[i] == "pobj" and cols.lower[cols.head[i]] in _WITHIN:
            country = scene.places.get(i) or (scene.drafts[scene.states[i]].country if i in scene.states else None)
            if country and (f"state:{country}" in scene.drafts or not scene.states):
                yield country  # Santiago need not be the capital of Chile where only the Dominican Republic is named


def _named(scene: Scene, head: int) -> Iterator[str]:
    """Every state that the sentence names."""
    yield from _countries(scene, range(*scene.cols.sentences[scene.cols.sentence[head]]))
