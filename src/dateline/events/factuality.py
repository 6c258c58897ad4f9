"""How certain the article leaves it that an event happened.

From the trigger upwards, each clause adds what its modal, its negation, its conjunction and the word that governs it say about
what is below: "denied that Egypt was preparing an air strike" is denied, "could bomb if diplomacy fails" hypothetical. The
signatures of the governing words are those of `knowledge.certainty`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.events.governors import of_governor
from dateline.events.modality import of_noun, of_root, of_verb
from dateline.events.scene import Scene
from dateline.events.scope import passes_on
from dateline.events.speaking import as_said, says_in_passing
from dateline.events.verdict import Certainty, combine
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.ontology import event_class
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import direct_object
from dateline.records import EventType


def certainty(scene: Scene, token: Token, event_type: EventType, doers: tuple[str, ...] = ()) -> Certainty:
    """The factuality of the event that `token` carries; `doers` are the actors who do it."""
    if says_in_passing(scene, token, event_type):
        return Certainty("actual", "the article's own words about a speech act")
    verdict = _at_the_start(token, event_type)
    for found in _upwards(token):
        verdict = combine(verdict, found)
    if verdict.because == "vote" and event_class(event_type).quad.startswith("verbal"):
        verdict = Certainty("actual", "voted")
    return as_said(scene, token, event_type, verdict, doers)


def _at_the_start(token: Token, event_type: EventType) -> Certainty:
    """Verbs that by themselves only look ahead: "prepares penalties", "plans talks"."""
    lemma = lemma_of(token)
    looks = (
        token.pos_ == "VERB"
        and lemma in object_class("ahead")
        and (direct_object(token) is not None or not any(c.lower_ == "for" for c in token.children))
    )
    effect = effect_of(lemma, "verb") if looks else None
    if lemma == "claim" and event_type == "ASSAULT":
        return Certainty("claimed", "claimed responsibility")
    return Certainty(effect, lemma) if effect in ("planned", "hypothetical") else Certainty("actual", "asserted")


def _upwards(token: Token) -> Iterator[Certainty]:
    """The verdicts of each level, from the trigger to the root of its sentence."""
    node, steps, direct = token, 0, True
    while steps < 12:
        steps += 1
        if node.pos_ in ("VERB", "AUX"):
            yield from of_verb(node) if direct else ()
        elif direct:
            yield from of_noun(node)
        if node.head == node:
            yield from of_root(node) if direct else ()
            return
        yield from of_governor(node, direct)
        direct = direct and passes_on(node)
        node = node.head
