"""Forces of whoever sends, has or withdraws them: "Germany, which has soldiers there", "the U.S. is preparing to send troops"."""

from __future__ import annotations

from dateline.actors.owners import owner
from dateline.actors.phrasing import INDEFINITE, determiner, modifiers
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns

_SHARING = frozenset({"xcomp", "conj", "pcomp", "advcl"})
"""Clauses without a subject of their own, whose subject is that of the clause above."""
_FARTHEST = 4
"""Clauses above the verb in which its subject is sought."""


def country_of_commander(scene: Scene, head: int) -> str | None:
    """The state of whoever commands the forces, or forms the government, that the verb has for its object."""
    cols, verb = scene.cols, scene.cols.head[head]
    if cols.dep[head] != "dobj":
        return None
    lemma = cols.lemma[verb]
    sent = lemma in discourse_nouns("commands") and cols.lemma[head] in discourse_nouns("commanded")
    had = lemma == "have" and cols.lemma[head] in discourse_nouns("commanded") and not _are_told_of(scene, head)
    formed = lemma in discourse_nouns("forms") and cols.lemma[head] == "government" and determiner(cols, head) in INDEFINITE
    return _agent(scene, verb) if sent or had or formed else None


def _are_told_of(scene: Scene, head: int) -> bool:
    """ "The U.S. has former soldiers of several states": whose they are is told by their own words."""
    return any(scene.cols.lower[m] in ("foreign", "former") for m in modifiers(scene.cols, head))


def _agent(scene: Scene, verb: int) -> str | None:
    """The state of the subject of the clause, or of the clause above that it shares it with."""
    cols = scene.cols
    for _ in range(_FARTHEST):
        subject = cols.subject(verb)
        if subject is not None:
            return scene.country(subject) if cols.dep[subject] == "nsubj" else None
        above = cols.head[verb]
        if cols.dep[verb] == "acl" and cols.tag[verb] == "VB":
            return owner(scene, above).country  # "the U.S.'s plans to send troops"
        if cols.dep[verb] == "pcomp":
            above = cols.head[above]  # "accused Russia of sending troops"
        if cols.dep[verb] not in _SHARING or above == verb:
            return None
        told = next((k for k in cols.kids[above] if cols.dep[k] == "dobj" and k < verb), None)
        if told is not None and cols.dep[verb] != "conj" and cols.lemma[above] in discourse_nouns("controls"):
            return scene.country(told)
        verb = above
    return None
