"""Nouns for people and bodies where they mean a thing: "shot in the head", "a source of revenue", "diplomatic channels"."""

from __future__ import annotations

from dateline.actors.phrasing import determiner
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns

_ON_BODY = frozenset({"in", "on", "over", "to", "into", "above"})
"""Prepositions after which a head without a complement is a part of a body: "turned on its head"."""
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "shed", "ing", "ysis")
"""Endings of nouns for deeds, states and texts."""


def is_thing(scene: Scene, token: int) -> bool:
    """Does a noun that elsewhere is somebody mean a thing here?"""
    ways = (_in_phrase, _is_body_part, _is_origin, _is_quantity, _are_numbers)
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


def is_abstract(word: str) -> bool:
    """ "Bloodshed", "exploitation": a noun whose ending says that it is a deed, a state or a text, which says nothing."""
    singular = word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s") if word[-2:] != "ss" else word
    return len(word) > 5 and singular not in discourse_nouns("collective") and singular.endswith(_ABSTRACT)
