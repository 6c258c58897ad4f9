"""Relative pronouns: "who", "which", "whose" mean what they qualify."""

from __future__ import annotations

from dateline.actors.columns import Columns
from dateline.actors.scene import Scene

_TELLING = frozenset("assure reassure convince persuade tell inform remind warn promise notify satisfy".split())
"""Verbs whose object hears what the clause after "that" says."""


def is_conjunction(cols: Columns, token: int) -> bool:
    """ "That" in "reassure the community that they can cope", which the parser takes for a relative pronoun."""
    clause = cols.head[token]
    noun = cols.head[clause]
    told = cols.dep[noun] in ("dobj", "dative") and cols.lemma[cols.head[noun]] in _TELLING
    return cols.lower[token] == "that" and told and cols.dep[token] not in ("nsubj", "nsubjpass")


def relative(scene: Scene, token: int) -> str | None:
    """The key of the actor that the pronoun qualifies."""
    if _is_sum(scene.cols, token):
        return None
    if (beside := _person_beside(scene, token)) is not None:
        return beside
    for ancestor in (token, *scene.cols.ancestors(token)):
        if scene.cols.dep[ancestor] == "relcl":
            return _antecedent(scene, token, scene.cols.head[ancestor])
    return scene.actor(_phrase_before(scene, token)) if scene.cols.tag[token] == "WP$" else None


def _is_sum(cols: Columns, token: int) -> bool:
    """ "The purchase from our farmers, which is about $15 billion": a sum or share, whatever noun stands before."""
    verb = cols.head[token]
    said = cols.kid(verb, "attr") if cols.lower[token] == "which" and cols.lemma[verb] == "be" else None
    return said is not None and cols.tag[said] in ("CD", "$")


def _person_beside(scene: Scene, token: int) -> str | None:
    """ "In America, Bishop, who ...": the person whose name ends right before "who", if that is one of no coordination."""
    cols, end = scene.cols, token - (token > 0 and scene.cols.words[token - 1] == ",")
    if cols.lower[token] != "who":
        return None
    heads = [i for i in range(max(end - 3, 0), end) if i in scene.names and scene.names[i].end == end]
    named = [i for i in heads if scene.names[i].key.startswith("person:") and cols.dep[i] != "conj"]
    return scene.actor(named[0]) if named else None


def _antecedent(scene: Scene, token: int, noun: int) -> str | None:
    """The actor of the noun; for "who" after "the mayor of San Juan", where the parser takes the place, that of the mayor."""
    if scene.cols.lower[token] not in ("who", "whom"):
        return scene.actor(noun)
    return _human_above(scene, noun) or scene.actor(noun)


def before_who(scene: Scene, noun: int) -> str | None:
    """Whom "San Juan" stands for in "the mayor of San Juan, who ...", taken for the source of what he says."""
    cols = scene.cols
    clause = cols.kid(noun, "relcl")
    said_of = clause is not None and any(cols.lower[k] == "who" for k in cols.kids[clause])
    return _human_above(scene, noun) if said_of and not _is_human(scene, noun) else None


def _human_above(scene: Scene, noun: int) -> str | None:
    cols, at = scene.cols, noun
    while not _is_human(scene, at) and cols.dep[at] == "pobj" and cols.pos[cols.head[cols.head[at]]] in ("NOUN", "PROPN"):
        at = cols.head[cols.head[at]]
    return scene.actor(at) if _is_human(scene, at) else None


def _is_human(scene: Scene, noun: int) -> bool:
    draft = scene.draft(noun)
    return draft is not None and (draft.kind in ("person", "people") or bool(draft.members))


def _phrase_before(scene: Scene, token: int) -> int:
    """The head of the noun phrase that ends right before a "whose" that the parser did not attach."""
    cols = scene.cols
    at = token - 1
    while at > 0 and cols.pos[at] == "PUNCT":
        at -= 1
    while (
        cols.dep[at] == "pobj" and cols.lower[cols.head[at]] == "of" and cols.pos[cols.head[cols.head[at]]] in ("NOUN", "PROPN")
    ):
        at = cols.head[cols.head[at]]
    return at
