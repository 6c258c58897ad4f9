"""Two departures from "the last subject": names that come after their pronoun, and plural objects that "them" takes up."""

from __future__ import annotations

from dateline.actors.scene import Scene

_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def coming(scene: Scene, token: int) -> str | None:
    """ "After being briefed by his army, Shin Kyung-min asked ...": the person who is the subject after a fronted adjunct."""
    cols = scene.cols
    if cols.tag[token] != "PRP$" or token in scene.quoted:
        return None
    start, end = cols.sentences[cols.sentence[token]]
    if any(scene.names[i].key.startswith("person:") for i in range(start, token) if i in scene.names):
        return None
    for i in range(token + 1, end):
        if cols.dep[i] in _SUBJECTS and cols.head[cols.head[i]] == cols.head[i]:
            named = i in scene.names and scene.names[i].key.startswith("person:")
            return scene.actor(i) if named and _is_fronted(scene, token, cols.head[i]) else None
        if cols.dep[i] in _SUBJECTS:
            return None
    return None


def _is_fronted(scene: Scene, token: int, verb: int) -> bool:
    """Does the token stand in a phrase or clause that depends on the verb and comes before its subject?"""
    cols = scene.cols
    adjunct = next((a for a in (token, *cols.ancestors(token)) if cols.head[a] == verb), None)
    return adjunct is not None and adjunct < verb and cols.dep[adjunct] in ("prep", "advcl", "npadvmod")


def plural_object(scene: Scene, token: int) -> int | None:
    """The last plural object before "them" in the sentence and after its last subject: "bring the troops home, not send them"."""
    cols = scene.cols
    start = cols.sentences[cols.sentence[token]][0]
    for i in range(token - 1, start - 1, -1):
        if cols.dep[i] in _SUBJECTS and cols.tag[i] not in ("PRP", "WP", "WDT"):
            return None
        if cols.dep[i] in _OBJECTS and cols.tag[i] in ("NNS", "NNPS") and cols.lower[i - 1] != "of":
            return i
    return None
