"""The state in which an office has its place, told at the end of its phrase: "police chief of Herat province in Afghanistan"."""

from __future__ import annotations

from dateline.actors.phrasing import noun_of
from dateline.actors.scene import Scene

_RULED = frozenset("province city town village district region governorate county prison court".split())
_SEATED = _RULED | frozenset("hospital clinic school university college institute church mosque parish factory farm".split())
"""Nouns for what has its place in one state, and so whoever heads it or works there."""
_FARTHEST = 12
"""Tokens after an office within which its place is told."""
_OTHER_PHRASES = frozenset({"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ", "PRON"})


def country_of_seat(scene: Scene, noun: int) -> str | None:
    """ "The police chief of Herat province in Afghanistan", "a doctor at a hospital in Aleppo"."""
    cols = scene.cols
    if cols.tag[noun] != "NN" or cols.lower[noun + 1 : noun + 2] not in (["of"], ["at"]):
        return None
    known = noun_of(cols, noun)
    seats = _RULED if known is None or known.sector == "GOV" else _SEATED
    for i in range(noun + 2, min(noun + _FARTHEST, cols.sentences[cols.sentence[noun]][1] - 1)):
        if cols.pos[i] in _OTHER_PHRASES:
            return None
        place = cols.kid(i, "pobj") if cols.lower[i] == "in" and cols.lemma[i - 1] in seats else None
        if place is not None and (place in scene.states or scene.places.get(place)):
            return scene.places.get(place) or scene.drafts[scene.states[place]].country
    return None
