"""People to whom something was done: "27 people were killed", "an attack that killed dozens of men, women and children"."""

from __future__ import annotations

from dateline.actors.phrasing import is_counted
from dateline.actors.scene import Scene

_HARMS = frozenset("kill die wound injure displace arrest detain flee execute kidnap".split())
_HARMED = frozenset(
    "people person civilian man woman child student pupil worker resident villager worshipper protester demonstrator bystander "
    "passer-by schoolchild shopper mourner guest patient".split()
)


def are_harmed(scene: Scene, head: int) -> bool:
    """ "At least 27 people were killed": counted people to whom something was done there, unless some are of another people."""
    cols, first = scene.cols, head
    if "including" in cols.lower[head + 1 : head + 4]:
        return False
    while cols.dep[first] == "conj" and cols.head[first] < first:
        first = cols.head[first]  # dozens of men, women and children
    done = cols.head[first] if cols.lower[cols.head[first]] != "of" else cols.head[cols.head[cols.head[first]]]
    counted = is_counted(cols, first) or cols.lower[cols.head[first]] == "of"
    return cols.lemma[head] in _HARMED and counted and cols.lemma[done] in _HARMS and cols.dep[first] != "nsubj"
