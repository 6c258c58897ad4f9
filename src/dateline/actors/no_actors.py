"""Nouns for people and bodies where they mean a thing: "shot in the head", "a source of revenue", "diplomatic channels"."""

from __future__ import annotations

from dateline.actors.owners import NOBODY, owner
from dateline.actors.phrasing import determiner, noun_of
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns

_ON_BODY = frozenset({"in", "on", "over", "to", "into", "above"})
"""Prepositions after which a head without a complement is a part of a body: "turned on its head"."""
_WHERE = frozenset({"at", "in", "into", "inside", "near", "outside", "around", "from", "to", "toward", "towards"})
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "shed", "ing", "ysis")
"""Endings of nouns for deeds, states and texts."""


def is_thing(scene: Scene, token: int) -> bool:
    """Does a noun that elsewhere is somebody mean a thing here?"""
    ways = (_in_phrase, _is_body_part, _is_origin, _is_quantity, _are_numbers, _is_a_stand, _are_of_an_idea, _is_a_site)
    return any(way(scene, token) for way in ways)


def _in_phrase(scene: Scene, token: int) -> bool:
    """ "Social media", "back channels", "military bases"."""
    cols = scene.cols
    before = {cols.lower[i] for i in (token - 1, *cols.kids[token]) if 0 <= i < token}
    forms = {cols.lemma[token], cols.lower[token]}
    return any(f"{word} {form}" in discourse_nouns("thing_phrase") for word in before for form in forms)


def _is_body_part(scene: Scene, token: int) -> bool:
    cols = scene.cols
    if cols.lemma[token] != "head" or cols.dep[token] != "pobj" or cols.lower[cols.head[token]] not in _ON_BODY:
        return False
    return all(cols.dep[k] in ("det", "poss", "predet") for k in cols.kids[token])


def _is_origin(scene: Scene, token: int) -> bool:
    """ "A source of plutonium", "the funding source": what something comes from."""
    cols = scene.cols
    if cols.lemma[token] != "source":
        return False
    of = next((k for k in cols.kids[token] if k == token + 1 and cols.lower[k] == "of"), None)
    what = cols.kid(of, "pobj") if of is not None else None
    return what is not None and what not in scene.owners and scene.actor(what) is None


def _is_quantity(scene: Scene, token: int) -> bool:
    """ "A whole host of things"."""
    cols = scene.cols
    if cols.lower[token] != "host":
        return False
    of = next((k for k in cols.kids[token] if k == token + 1 and cols.lower[k] == "of"), None)
    what = cols.kid(of, "pobj") if of is not None else None
    return determiner(cols, token) == "a" and what is not None and cols.tag[what] == "NNS"


def _are_numbers(scene: Scene, token: int) -> bool:
    """ "Figures show that", "he cited figures"."""
    cols, verb = scene.cols, scene.cols.head[token]
    told = cols.dep[token] in ("nsubj", "dobj") and cols.lemma[verb] in discourse_nouns("of_numbers")
    return cols.lower[token] == "figures" and told


def _is_a_stand(scene: Scene, token: int) -> bool:
    """ "Biden's opposition to the ban", "opposition to him": what somebody is against, not "the opposition to Assad"."""
    cols = scene.cols
    to = next((k for k in cols.kids[token] if k == token + 1 and cols.lower[k] == "to"), None)
    if cols.lemma[token] not in discourse_nouns("stand") or to is None:
        return False
    against = cols.kid(to, "pobj")
    return determiner(cols, token) != "the" or against is None or scene.actor(against) is None


def _are_of_an_idea(scene: Scene, token: int) -> bool:
    """ "The forces of populism", "forces of nature": of no state and no army."""
    cols = scene.cols
    of = next((k for k in cols.kids[token] if k == token + 1 and cols.lower[k] == "of"), None)
    idea = cols.kid(of, "pobj") if cols.lower[token] == "forces" and of is not None else None
    if idea is None or cols.tag[idea] != "NN" or not cols.lower[idea].islower():
        return False
    owned = any(cols.dep[k] == "poss" for k in cols.kids[idea])
    return not owned and determiner(cols, idea) is None and noun_of(cols, idea) is None


def _is_a_site(scene: Scene, token: int) -> bool:
    """ "At the Tanf military base", "near the air base": where something is or happens; "a U.S. base" stands for its state."""
    cols, preposition = scene.cols, scene.cols.head[token]
    where = cols.lemma[token] == "base" and cols.dep[token] == "pobj" and cols.lower[preposition] in _WHERE
    return where and owner(scene, token) == NOBODY


def is_abstract(word: str) -> bool:
    """ "Bloodshed", "exploitation": a noun whose ending says that it is a deed, a state or a text, which says nothing."""
    singular = word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s") if word[-2:] != "ss" else word
    return len(word) > 5 and singular not in discourse_nouns("collective") and singular.endswith(_ABSTRACT)
