"""How certain the article leaves it that an event happened.

From the trigger upwards, each clause adds what its modal, its negation, its conjunction and the word that governs it say about
what is below: "denied that Egypt was preparing an air strike" is denied, "could bomb if diplomacy fails" hypothetical. The
signatures of the governing words are those of `knowledge.certainty`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.events.scene import Scene
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.ontology import event_class
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import is_negated, modal, surface_subject
from dateline.records import EventType, Factuality

CONDITIONALS = frozenset({"if", "unless", "once", "until", "whether", "provided", "lest", "till", "should", "when"})
_HARD = frozenset({"if", "unless", "whether", "provided", "lest", "once", "until"})
_WHOEVER = frozenset({"any", "whichever", "whoever", "anyone", "those", "whatever", "every"})
CONDITION, COUNTERFACTUAL = "is a condition", "would have"
_RANK = {"actual": 0, "claimed": 1, "planned": 2, "hypothetical": 3, "negated": 4, "denied": 5}


@dataclass(frozen=True, slots=True)
class Certainty:
    """The verdict and the word that decided it."""

    value: Factuality
    because: str


def certainty(scene: Scene, token: Token, event_type: EventType) -> Certainty:
    """The factuality of the event that `token` carries."""
    verdict = _at_the_start(token, event_type)
    for found in _upwards(token):
        verdict = _combine(verdict, found)
    return _as_said(scene, token, event_type, verdict)


def _at_the_start(token: Token, event_type: EventType) -> Certainty:
    """Verbs that by themselves only look ahead: "prepares penalties", "plans talks"."""
    lemma = lemma_of(token)
    looks = token.pos_ == "VERB" and lemma in object_class("ahead") and not any(c.lower_ == "for" for c in token.children)
    effect = effect_of(lemma, "verb") if looks else None
    if lemma == "claim" and event_type == "ASSAULT":
        return Certainty("claimed", "claimed responsibility")
    return Certainty(effect, lemma) if effect in ("planned", "hypothetical") else Certainty("actual", "asserted")


def _combine(inner: Certainty, outer: Certainty) -> Certainty:
    """What lies further out overrides: a denied plan is denied; the denial of a denial is left at denied."""
    if inner.because == "whether":
        return inner
    if inner.value == "negated" and outer.value == "denied":
        return outer
    if inner.value in ("negated", "denied"):
        return Certainty("denied", inner.because) if outer.value == "claimed" else inner
    return outer if _RANK[outer.value] > _RANK[inner.value] else inner


def _as_said(scene: Scene, token: Token, event_type: EventType, verdict: Certainty) -> Certainty:
    """Within somebody's words nothing is vouched for; but saying "we condemn" or "we ask" is doing it."""
    if verdict.value in ("actual", "claimed") and _performs(scene, token, event_type):
        return Certainty("actual", "saying it is doing it")
    statement = scene.statement_around(token)
    if statement is None or scene.statement_of_cue(token) is statement:
        return verdict
    if statement.act == "deny":
        return _combine(verdict, Certainty("denied", "within a denial"))
    if statement.act in ("request", "offer", "promise", "threaten", "intend") and statement.kind == "indirect":
        return _combine(verdict, Certainty("planned", f"within what is meant to be ({statement.act})"))
    return _combine(verdict, Certainty("claimed", "within somebody's words"))


def _performs(scene: Scene, token: Token, event_type: EventType) -> bool:
    subject = surface_subject(token) if token.pos_ == "VERB" else None
    verbal = event_class(event_type).quad.startswith("verbal")
    return verbal and subject is not None and subject.lower_ in ("we", "i") and token.tag_ in ("VBP", "VBG", "VBN", "VB")


def _upwards(token: Token) -> Iterator[Certainty]:
    """The verdicts of each level, from the trigger to the root of its sentence."""
    node, steps, direct = token, 0, True
    while steps < 12:
        steps += 1
        if node.pos_ in ("VERB", "AUX"):
            yield from _of_verb(node, direct)
        else:
            yield from _of_noun(node)
        if node.head == node:
            yield from _of_root(node, direct)
            return
        yield from _of_governor(node, direct)
        direct = direct and _passes_on(node)
        node = node.head


def _passes_on(node: Token) -> bool:
    """Whether the modality of the governor also holds of `node`: of its complements and objects, not of its adjuncts."""
    if node.dep_ in ("relcl", "acl") and any(c.dep_ == "mark" and c.lower_ == "that" for c in node.children):
        return True
    if node.pos_ == "NOUN" and any(c.dep_ == "poss" for c in node.children):
        return False  # "dropped its threat": what is somebody's exists
    if node.dep_ in ("nsubj", "nsubjpass", "dobj") and node.pos_ == "NOUN":
        return lemma_of(node.head) in object_class("occurrence")
    if node.dep_ in ("advcl", "relcl", "acl", "appos", "parataxis", "npadvmod"):
        return node.dep_ == "relcl" and _indefinite(node.head)
    if node.dep_ == "ccomp" and node.i < node.head.i and effect_of(lemma_of(node.head), "verb") is None:
        return False
    if node.dep_ in ("prep", "agent"):
        return node.lower_ in ("of", "to", "by", "for") and node.head.pos_ != "VERB"
    return node.dep_ != "conj" or not _own_tense(node)


def _indefinite(noun: Token) -> bool:
    return noun.lower_ in _WHOEVER or any(c.lower_ in _WHOEVER and c.dep_ == "det" for c in noun.children)


def _own_tense(verb: Token) -> bool:
    return (
        verb.tag_ in ("VBD", "VBZ", "VBP")
        or surface_subject(verb) is not None
        or any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children)
    )


def _of_verb(verb: Token, direct: bool) -> Iterator[Certainty]:
    if not direct:
        return
    if is_negated(verb) and not _not_only(verb):
        yield Certainty("negated", "negated")
    yield from _of_modal(verb)
    yield from _of_conditions(verb)
    yield from _of_adverbs(verb)


def _not_only(verb: Token) -> bool:
    return any(c.lower_ == "only" and c.i and verb.doc[c.i - 1].lower_ == "not" for c in verb.children)


def _of_modal(verb: Token) -> Iterator[Certainty]:
    word = modal(verb)
    if word in ("will", "shall"):
        yield Certainty("planned", word)
    elif word == "would":
        perfect = any(lemma_of(c) == "have" and c.dep_ == "aux" for c in verb.children)
        yield Certainty("hypothetical", COUNTERFACTUAL) if perfect else Certainty("planned", word)
    elif word in ("could", "may", "might", "can", "must", "should", "ought"):
        yield Certainty("hypothetical", word)


def _of_conditions(verb: Token) -> Iterator[Certainty]:
    """A condition under which alone it holds, or being that condition itself."""
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in _HARD:
            yield Certainty("hypothetical", "whether" if child.lower_ == "whether" else CONDITION)
        if child.dep_ == "advmod" and child.lower_ in ("once", "until", "when", "whenever") and _ahead(verb.head):
            yield Certainty("hypothetical", CONDITION)
        if child.dep_ == "advcl" and _ahead(verb):
            for mark in child.children:
                if mark.lower_ in ("if", "unless", "provided", "once") and mark.dep_ in ("mark", "advmod"):
                    yield Certainty("hypothetical", mark.lower_)


def _ahead(verb: Token) -> bool:
    return modal(verb) is not None or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _of_adverbs(verb: Token) -> Iterator[Certainty]:
    for child in verb.children:
        if child.dep_ == "advmod" and (effect := effect_of(child.lower_, "adverb")) is not None:
            yield Certainty(effect, child.lower_)
        elif child.dep_ == "prep" and child.lower_ == "according":
            yield Certainty("claimed", "according to")


def _of_noun(noun: Token) -> Iterator[Certainty]:
    """What stands before a noun of action: "no attack", "a possible attack", "the planned visit"."""
    for child in noun.children:
        if child.dep_ in ("det", "neg", "amod") and (effect := effect_of(child.lower_, "attribute")) is not None:
            yield Certainty(effect, child.lower_)


def _of_root(node: Token, direct: bool) -> Iterator[Certainty]:
    if direct and any(c.dep_ == "punct" and c.text == "?" for c in node.children):
        yield Certainty("hypothetical", "question")
    if direct and node.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children):
        yield Certainty("planned", "to")


def _of_governor(node: Token, direct: bool) -> Iterator[Certainty]:
    """What the word above says about the clause or noun below."""
    head = node.head
    if node.pos_ in ("VERB", "AUX"):
        if (node.dep_ in ("xcomp", "ccomp", "acl", "relcl", "pcomp", "csubj", "advcl") and direct) or node.dep_ == "ccomp":
            yield from _of_clause(node, head)
    elif node.dep_ == "nsubj" and lemma_of(head) in ("be", "become", "remain", "seem"):
        yield from _of_predicate(head)
    elif direct and node.dep_ in ("dobj", "nsubjpass") and not any(c.dep_ == "poss" for c in node.children):
        yield from _of_object(head)
    elif direct and node.dep_ == "prep" and head.pos_ == "NOUN" and node.lower_ in ("of", "for", "about", "on", "to", "against"):
        yield from _effect(head, "noun")
    elif node.dep_ == "pobj" and (head.lower_ == "before" or (head.lower_ == "of" and head.head.lower_ == "ahead")):
        yield Certainty("planned", "before")
    elif node.dep_ == "pobj" and head.lower_ in ("without", "instead"):
        yield Certainty("negated", head.lower_)


def _of_clause(node: Token, head: Token) -> Iterator[Certainty]:
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
    if lemma_of(head) == "be" and infinitive and node.dep_ == "xcomp":
        yield Certainty("planned", "is to")
        return
    if node.dep_ == "csubj" and node.tag_ == "VBG":
        yield Certainty("hypothetical", "as a notion")
        return
    if node.dep_ == "advcl":
        if infinitive and lemma_of(head) != "use":
            yield Certainty("planned", "purpose")
        return
    if node.dep_ in ("acl", "relcl") and not infinitive and not any(c.dep_ == "mark" for c in node.children):
        return
    if head.pos_ == "NOUN" and lemma_of(head.head) in ("keep", "honour", "honor", "fulfil", "fulfill"):
        return  # "kept their promise to hold fire"
    word_class = {"NOUN": "noun", "ADJ": "adj", "ADP": "noun"}.get(head.pos_, "verb")
    governor = head.head if head.pos_ == "ADP" else head
    if governor.pos_ == "VERB" and head.pos_ == "ADP":
        word_class = "verb"
        effect = effect_of(lemma_of(governor), "verb")
        if node.tag_ == "VBG" and (effect in ("planned", "claimed") or (effect == "negated" and head.lower_ == "from")):
            yield from _effect(governor, "verb")
        return
    yield from _clausal_effect(node, governor, word_class, infinitive)


def _clausal_effect(node: Token, governor: Token, word_class: str, infinitive: bool) -> Iterator[Certainty]:
    if node.i < governor.i and node.dep_ == "ccomp" and effect_of(lemma_of(governor), "verb") not in ("claimed", "denied"):
        return
    effect = effect_of(lemma_of(governor), word_class)
    if infinitive and governor.lower_ == "going":
        effect = "planned"
    if lemma_of(governor) == "have" and not infinitive:
        effect = "actual"
    if governor.lower_ == "able" and governor.head.tag_ == "VBD":
        effect = "actual"
    if effect is None and governor.tag_ in ("VBN", "VBG"):
        effect = effect_of(governor.lower_, "adj")
    if infinitive and effect == "claimed":
        effect = "claimed" if governor.tag_ == "VBN" else "planned"
    if effect is None:
        purpose = node.dep_ == "pcomp" and node.head.lower_ in (
            "to",
            "for",
            "in",
            "toward",
            "towards",
            "over",
            "about",
            "on",
            "from",
        )
        effect = "hypothetical" if (infinitive or purpose) and word_class != "verb" else "actual"
    yield Certainty(effect, lemma_of(governor))


def _of_predicate(head: Token) -> Iterator[Certainty]:
    """ "Claims that it had ... were false"."""
    for child in head.children:
        effect = effect_of(lemma_of(child), "adj") if child.dep_ in ("acomp", "attr") else None
        if effect in ("denied", "hypothetical"):
            yield Certainty(effect, child.lower_)


def _of_object(head: Token) -> Iterator[Certainty]:
    """Nouns of action under a verb: "denied the attack", "plans a strike", "averted a war", "put off a trip"."""
    particle = next((c.lower_ for c in head.children if c.dep_ == "prt"), "")
    effect = effect_of(f"{lemma_of(head)} {particle}", "verb") or effect_of(lemma_of(head), "verb")
    if effect in ("negated", "denied") or (effect in ("planned", "hypothetical") and lemma_of(head) in object_class("not-yet")):
        yield Certainty(effect, lemma_of(head))


def _effect(word: Token, word_class: str) -> Iterator[Certainty]:
    effect = effect_of(lemma_of(word), word_class)
    if effect is not None:
        yield Certainty(effect, lemma_of(word))
