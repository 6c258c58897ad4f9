"""How certain the article leaves it that an event happened.

From the trigger upwards, each clause adds what its modal, its negation, its conjunction and the word that governs it say about
what is below: "denied that Egypt was preparing an air strike" is denied, "could bomb if diplomacy fails" hypothetical. The
signatures of the governing words are those of `knowledge.certainty`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.governors import EVIDENCE, of_governor
from dateline.events.modality import of_noun, of_predicate_word, of_root, of_verb
from dateline.events.retractions import is_taken_back
from dateline.events.scene import Scene
from dateline.events.scope import passes_on
from dateline.events.speaking import as_said, says_in_passing
from dateline.events.verdict import VERB, Certainty, combine
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.ontology import event_class
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import direct_object, is_negated
from dateline.language.tokens import Token
from dateline.records import EventType


def certainty(scene: Scene, token: Token, event_type: EventType | None = None, doers: tuple[str, ...] = ()) -> Certainty:
    """The factuality of the event that `token` carries; `doers` are the actors who do it.

    Of an event outside the ontology (no type) it is not asked whether saying it is doing it.
    """
    if event_type is not None and says_in_passing(scene, token, event_type):
        return Certainty("actual", "the article's own words about a speech act")
    verdict = _at_the_start(token, event_type)
    for found in _upwards(token):
        verdict = combine(verdict, found)
    if verdict.value in ("actual", "claimed") and is_taken_back(token):
        return Certainty("denied", "the next sentence takes it back", "statement")
    if event_type is not None and _is_done_by_trying(verdict, event_type, token):
        verdict = Certainty("actual", f"did so: {verdict.because}")
    return as_said(scene, token, event_type, verdict, doers)


def _is_done_by_trying(verdict: Certainty, event_type: EventType, token: Token) -> bool:
    """Whoever voted to condemn has condemned, who "seemed to reject" it has said what he said, a test that failed was one."""
    verbal = event_class(event_type).quad.startswith("verbal")
    if verdict.because == "vote":
        return verbal or event_type == "SANCTION"
    if verdict.because == "decide" and token.dep_ == "xcomp" and token.head.tag_ == "VBD":
        return verbal and event_type != "CONSULT"  # "decided to pardon them"
    if verdict.because == "decision" and token.dep_ == "acl" and token.head.lower_ == "decision":
        return event_type in ("AGREE", "REJECT", "SUPPORT", "ACCUSE") and not is_negated(token)  # "his decision to agree to it"
    if verdict.because in ("try", "attempt") and event_type == "ASSAULT":
        tried = token.head.tag_ == "VBD" or any(lemma_of(c) == "have" for c in token.head.children if c.dep_ == "aux")
        return tried and lemma_of(token) in ("assassinate", "murder", "kill") and not is_negated(token.head)
    if token.dep_ != "xcomp" or lemma_of(token.head) != verdict.because or verdict.by not in (VERB, EVIDENCE):
        return False
    if effect_of(verdict.because, "seeming") is not None:
        return event_type in ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
    tried = effect_of(verdict.because, "attempt") is not None and token.head.tag_ == "VBD" and not is_negated(token.head)
    return tried and event_type in ("MOBILIZE", "ACCUSE")


def _at_the_start(token: Token, event_type: EventType | None) -> Certainty:
    """Verbs that by themselves only look ahead: "prepares penalties", "plans talks"; to plan is itself something done."""
    lemma = lemma_of(token)
    if lemma == "claim" and event_type == "ASSAULT":
        return Certainty("claimed", "claimed responsibility")
    looks = (
        event_type is not None
        and token.pos_ == "VERB"
        and lemma in object_class("ahead")
        and (direct_object(token) is not None or not any(c.lower_ == "for" for c in token.children))
    )
    effect = effect_of(lemma, "verb") if looks else None
    return Certainty(effect, lemma) if effect in ("planned", "hypothetical") else Certainty("actual", "asserted")


def _upwards(token: Token) -> Iterator[Certainty]:
    """The verdicts of each level, from the trigger to the root of its sentence."""
    node, below, direct = token, None, True
    for _ in range(12):
        if direct:
            yield from _of_level(node, below)
        if node.head == node:
            yield from of_root(node) if direct else ()
            return
        yield from of_governor(node, direct)
        direct = direct and passes_on(node)
        node, below = node.head, node


def _of_level(node: Token, below: Token | None) -> Iterator[Certainty]:
    """What the words that depend on `node` itself say."""
    if node.pos_ in ("VERB", "AUX"):
        yield from of_verb(node, below)
    elif node.pos_ == "ADJ":
        yield from of_predicate_word(node)
    else:
        yield from of_noun(node, below)
