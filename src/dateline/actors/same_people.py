"""Crowds whose state the article tells beside the same word elsewhere, or by the people whom they explain."""

from __future__ import annotations

from dateline.actors.phrasing import modifiers
from dateline.actors.scene import Scene

_CROWDS = frozenset(
    "kurd sunni shiite yazidi christian jew muslim arab druze rebel insurgent separatist refugee migrant protester demonstrator "
    "civilian villager settler dissident".split()
)
"""Nouns for people of whom an article speaks again without their state."""
_SERVING = frozenset("official troop soldier lawmaker commando".split())
"""Of whom it names those of several states, so that only the next ones after their state is told are meant."""
BACK = 3
"""Sentences within which that state was told."""


def country_of_same_people(scene: Scene, head: int) -> str | None:
    """The state of the people whom the mention explains, or of those called by the same word with their state."""
    return _explained(scene, head) or _told_elsewhere(scene, head) or _told_before(scene, head)


def _explained(scene: Scene, head: int) -> str | None:
    """ "500 people, mostly women and children": of the people they are part of."""
    cols, top = scene.cols, head
    if cols.dep[top] == "conj" and cols.head[top] < top:
        top = cols.head[top]
    whole = scene.draft(cols.head[top]) if cols.dep[top] == "appos" and cols.tag[top] == "NNS" else None
    return whole.country if whole is not None and whole.kind == "people" and not whole.members else None


def _told_elsewhere(scene: Scene, head: int) -> str | None:
    """ "Kurds" where all Kurds with a state are Syrian."""
    cols = scene.cols
    if cols.tag[head] not in ("NNS", "NNPS") or cols.lower[head].removesuffix("s") not in _CROWDS or modifiers(cols, head):
        return None
    ends = f" {cols.lower[head]}"
    told = {d.country for d in scene.drafts.values() if d.name.casefold().endswith(ends) and d.kind in ("people", "armed_group")}
    return told.pop() if len(told) == 1 else None


def _told_before(scene: Scene, head: int) -> str | None:
    """ "Officials said", right after "U.S. officials", where the article names those of no other state."""
    cols = scene.cols
    noun = cols.lower[head].removesuffix("s")
    if cols.tag[head] != "NNS" or noun not in _SERVING or modifiers(cols, head):
        return None
    ends = f" {cols.lower[head]}"
    told = {d.country for d in scene.drafts.values() if d.country and d.name.casefold().endswith(ends)}
    last = next((d for _, d in scene.before(head, BACK) if d.country and d.name.casefold().endswith(ends)), None)
    return last.country if last is not None and len(told) == 1 else None
