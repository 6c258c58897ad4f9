"""Departures from "the last subject": names after their pronoun, and objects that "them" or a passive "it" takes up."""

from __future__ import annotations

from dateline.actors.scene import Scene

_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_SO = frozenset({"so", "before", "until", "once", "unless", "that"})
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


def things_made(scene: Scene, token: int) -> int | None:
    """ "We will finish the procedures and they will become law": the plural object before the clause of "they"."""
    cols, verb = scene.cols, scene.cols.head[token]
    if cols.dep[token] not in _SUBJECTS or cols.dep[verb] != "conj" or not cols.head[verb] < token:
        return None
    object_ = cols.kid(cols.head[verb], "dobj")
    return object_ if object_ is not None and object_ < token and cols.tag[object_] == "NNS" else None


def joined_before(scene: Scene, token: int) -> str | None:
    """ "Oligarchs and the companies they own": the people to whom the noun that "they" qualifies is joined."""
    cols, verb = scene.cols, scene.cols.head[token]
    noun = cols.head[verb]
    if cols.lower[token] != "they" or cols.dep[verb] != "relcl" or cols.dep[noun] != "conj" or not noun < token:
        return None
    people = scene.draft(cols.head[noun])
    return people.key if people is not None and people.kind == "people" and cols.head[noun] < noun else None


def is_thing(scene: Scene, token: int) -> bool:
    """ "Miniaturize a weapon so it could be placed": the passive takes up the object, which is no actor."""
    cols, verb = scene.cols, scene.cols.head[token]
    above, object_ = cols.head[verb], cols.kid(cols.head[verb], "dobj")
    if cols.lower[token] != "it" or cols.dep[token] != "nsubjpass" or cols.dep[verb] not in ("advcl", "ccomp"):
        return False
    marked = any(cols.lower[k] in _SO for k in (token - 1, *cols.kids[verb]) if k < token)
    return (
        marked
        and cols.kid(above, "nsubjpass") is None
        and object_ is not None
        and object_ < token
        and cols.tag[object_] == "NN"
        and scene.actor(object_) is None
    )
