"""How certain the article leaves it that an event happened.

From the trigger upwards, each clause adds what its modal, its negation, its conjunction and the word that governs it say about
what is below: "denied that Egypt was preparing an air strike" is denied, "could bomb if diplomacy fails" hypothetical. The
signatures of the governing words are those of `knowledge.certainty`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.events.passing import reporting_verb
from dateline.events.scene import Scene
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.ontology import event_class
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import antecedent, is_negated, is_passive, modal, surface_subject
from dateline.records import EventType, Factuality, Statement

CONDITIONALS = frozenset({"if", "unless", "once", "until", "whether", "provided", "lest", "till", "should", "when"})
_HARD = frozenset({"if", "unless", "whether", "provided", "lest", "once", "until"})
_SINCE = frozenset({"since", "after", "when", "as", "because", "while", "though", "although"})
_WHOEVER = frozenset({"any", "whichever", "whoever", "anyone", "those", "whatever", "every"})
CONDITION, COUNTERFACTUAL, ABILITY = "is a condition", "would have", "is only able to"
_GOVERNING_GERUNDS = frozenset({"in", "by", "of", "to", "for", "from", "with", "about", "at", "against", "on", "into", "toward", "towards"})
"""Prepositions whose gerund shares the certainty of what governs it; "after bombing" tells of what has been done."""
_SPEECH_ACTS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
_RANK = {"actual": 0, "claimed": 1, "planned": 2, "hypothetical": 3, "negated": 4, "denied": 5}


@dataclass(frozen=True, slots=True)
class Certainty:
    """The verdict and the word that decided it."""

    value: Factuality
    because: str


def certainty(scene: Scene, token: Token, event_type: EventType, doers: tuple[str, ...] = ()) -> Certainty:
    """The factuality of the event that `token` carries; `doers` are the actors who do it."""
    if _says_in_passing(scene, token, event_type):
        return Certainty("actual", "the article's own words about a speech act")
    verdict = _at_the_start(token, event_type)
    for found in _upwards(token):
        verdict = _combine(verdict, found)
    if verdict.because == "vote" and event_class(event_type).quad.startswith("verbal"):
        verdict = Certainty("actual", "voted")
    return _as_said(scene, token, event_type, verdict, doers)


def _says_in_passing(scene: Scene, token: Token, event_type: EventType) -> bool:
    """ "said that ..., urging Iran to": the article tells of a further speech act of the speaker's."""
    if not event_class(event_type).quad.startswith("verbal") or scene.document.quotation_at(token.idx) is not None:
        return False
    return reporting_verb(token) is not None


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
    if inner.because == "whether" or (outer.value == "hypothetical" and effect_of(inner.because, "attribute") == "planned"):
        return inner  # "prepared the ground for the planned summit"
    if inner.value == "negated" and outer.value == "denied":
        return outer
    if inner.value in ("negated", "denied"):
        return Certainty("denied", inner.because) if outer.value == "claimed" else inner
    return outer if _RANK[outer.value] > _RANK[inner.value] else inner


def _as_said(scene: Scene, token: Token, event_type: EventType, verdict: Certainty, doers: tuple[str, ...]) -> Certainty:
    """Within somebody's words nothing is vouched for; but saying "we condemn" or "we ask" is doing it."""
    if _polite(token) or (verdict.value in ("actual", "claimed") and _performs(scene, token, event_type)):
        return Certainty("actual", "saying it is doing it")
    statement = scene.statement_around(token)
    if statement is None or scene.statement_of_cue(token) is statement:
        return verdict
    if verdict.value in ("actual", "claimed") and _own_speech_act(scene, token, event_type, statement, doers):
        return Certainty("actual", "the speaker's own speech act")
    unsaid = _in_passing(token) and statement.kind == "indirect"
    if unsaid and statement.act in ("deny", "request", "ask"):
        return verdict  # "asked about the men held in Iran": held they are
    if statement.act == "deny":
        return _combine(verdict, Certainty("denied", "within a denial"))
    if statement.act in ("request", "offer", "promise", "threaten", "intend") and statement.kind == "indirect":
        return _combine(verdict, Certainty("planned", f"within what is meant to be ({statement.act})"))
    return _combine(verdict, Certainty("claimed", "within somebody's words"))


def _in_passing(token: Token) -> bool:
    """In a relative, participial or temporal clause about the past: what is presupposed, not what is said."""
    for node in (token, *token.ancestors):
        if node.dep_ in ("acl", "relcl") and node.tag_ in ("VBN", "VBD", "VBG"):
            return True
        if node.dep_ == "advcl" and node.tag_ == "VBD" and any(c.lower_ in _SINCE for c in node.children):
            return True
    return False


def _own_speech_act(scene: Scene, token: Token, event_type: EventType, statement: Statement, doers: tuple[str, ...]) -> bool:
    """ "Russia condemned the launch, a deputy minister said": reported by the state that does it, in indirect speech."""
    if event_type not in _SPEECH_ACTS or statement.kind == "direct" or statement.speaker is None:
        return False
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("acl", "relcl", "advcl"):
        return False
    if scene.document.quotation_at(token.idx) is not None:
        return False
    mine = {scene.country(a) or a for a in scene.cast.expand(statement.speaker)}
    return bool(doers) and all((scene.country(d) or d) in mine for d in doers)


def _polite(token: Token) -> bool:
    """ "I would like to thank": saying so is thanking."""
    above = token.head
    who = surface_subject(above) if token.dep_ == "xcomp" and lemma_of(above) in ("like", "want", "wish") else None
    return who is not None and who.lower_ in ("we", "i") and lemma_of(token) in object_class("courtesy") and not is_negated(above)


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
        elif direct:
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
    if node.dep_ in ("nsubj", "nsubjpass") and node.pos_ == "NOUN" and _any_such(node):
        return True  # "an attack on Dubai could cost": of attacks in general
    if node.pos_ == "NOUN" and any(c.dep_ == "poss" for c in node.children):
        return False  # "dropped its threat": what is somebody's exists
    if node.dep_ in ("nsubj", "nsubjpass", "dobj") and node.pos_ == "NOUN":
        return lemma_of(node.head) in object_class("occurrence")
    if node.dep_ == "acl" and node.tag_ == "VBN" and node.head.dep_ in ("attr", "pobj") and modal(_verb_above(node)) in ("will", "would"):
        return True  # "will be one of the topics discussed"
    if node.dep_ == "advcl" and not any(c.dep_ in ("mark", "advmod") for c in node.children):
        return _is_infinitive(node) or (node.tag_ == "VBG" and node.i > node.head.i)
    if node.dep_ in ("advcl", "relcl", "acl", "appos", "parataxis", "npadvmod"):
        return node.dep_ == "relcl" and _indefinite(node.head)
    if node.dep_ == "ccomp" and node.i < node.head.i and effect_of(lemma_of(node.head), "verb") is None:
        return False
    if node.dep_ in ("prep", "agent"):
        if any(c.dep_ == "pcomp" for c in node.children):
            return node.lower_ in _GOVERNING_GERUNDS and not _is_presupposing(node)
        if node.head.pos_ == "VERB":
            return node.lower_ in ("through", "via", "at", "during", "with") and _ahead(node.head) and not _definite(node)
        return node.lower_ in ("of", "to", "by", "for")
    return node.dep_ != "conj" or not _own_tense(node)


def _verb_above(node: Token) -> Token:
    return next((a for a in node.ancestors if a.pos_ in ("VERB", "AUX")), node)


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _definite(preposition: Token) -> bool:
    nouns = (c for c in preposition.children if c.dep_ == "pobj")
    return any(c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for n in nouns for c in n.children)


def _is_presupposing(preposition: Token) -> bool:
    """What somebody is blamed for has been done; so has that by which they "may have lost"."""
    verb = preposition.head
    if preposition.lower_ == "for":
        return lemma_of(verb) in object_class("object-control")
    if preposition.lower_ == "by":
        return modal(verb) is None or any(lemma_of(c) == "have" for c in verb.children)
    return preposition.lower_ == "in" and any(lemma_of(c) == "have" and c.dep_ == "aux" and c.tag_ == "VB" for c in verb.children)


def _any_such(noun: Token) -> bool:
    """ "a missile attack", said of under a modal of possibility."""
    return modal(noun.head) in ("could", "would", "might", "may", "can") and any(
        c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children
    )


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
    if is_negated(verb) and not _not_only(verb) and not _until(verb):
        attitude = lemma_of(verb) in object_class("attitude") or any(
            c.dep_ == "acomp" and effect_of(c.lower_, "adj") == "planned" for c in verb.children
        )
        yield Certainty("hypothetical", f"not {lemma_of(verb)}") if attitude else Certainty("negated", "negated")
    yield from _of_modal(verb)
    yield from _of_conditions(verb)
    yield from _of_adverbs(verb)


def _not_only(verb: Token) -> bool:
    return any(c.lower_ == "only" and c.i and verb.doc[c.i - 1].lower_ == "not" for c in verb.children)


def _until(verb: Token) -> bool:
    """ "was not released until May": it was, in May."""
    late = any(c.lower_ == "until" for child in verb.children if child.dep_ in ("prep", "advcl") for c in (child, *child.children))
    return late and verb.tag_ in ("VBD", "VBN") and modal(verb) is None


def _of_modal(verb: Token) -> Iterator[Certainty]:
    word = modal(verb)
    if word in ("will", "shall"):
        yield Certainty("planned", word)
    elif word == "would":
        perfect = any(lemma_of(c) == "have" and c.dep_ == "aux" for c in verb.children)
        yield Certainty("hypothetical", COUNTERFACTUAL) if perfect else Certainty("planned", word)
    elif word in ("could", "may", "might", "can", "must", "should", "ought"):
        able = word in ("could", "can") and _is_weapon(surface_subject(verb))
        yield Certainty("hypothetical", ABILITY if able else word)


def _is_weapon(noun: Token | None) -> bool:
    return noun is not None and lemma_of(antecedent(noun)) in object_class("weapon")


def _of_conditions(verb: Token) -> Iterator[Certainty]:
    """A condition under which alone it holds, or being that condition itself."""
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in _HARD:
            yield Certainty("hypothetical", "whether" if child.lower_ == "whether" else CONDITION)
        if child.dep_ == "mark" and child.lower_ == "after" and modal(verb.head) is not None:
            yield Certainty("hypothetical", CONDITION)
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
        elif child.dep_ == "poss" and any(c.lower_ in ("next", "coming") for c in child.children):
            yield Certainty("planned", f"{child.lower_} to come")


def _of_root(node: Token, direct: bool) -> Iterator[Certainty]:
    if direct and any(c.dep_ == "punct" and c.text == "?" for c in node.children):
        yield Certainty("hypothetical", "question")
    if direct and node.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children):
        yield Certainty("planned", "to")


def _of_governor(node: Token, direct: bool) -> Iterator[Certainty]:
    """What the word above says about the clause or noun below."""
    head = node.head
    if node.pos_ in ("VERB", "AUX"):
        if node.dep_ in ("xcomp", "ccomp", "acl", "relcl", "pcomp", "csubj", "advcl") and direct:
            yield from _of_clause(node, head)
    elif node.dep_ == "nsubj" and lemma_of(head) in ("be", "become", "remain", "seem"):
        yield from _of_predicate(head)
    elif direct and node.dep_ in ("dobj", "nsubjpass") and not any(c.dep_ == "poss" for c in node.children):
        yield from _of_object(head)
    elif direct and node.dep_ == "prep" and head.pos_ == "VERB":
        yield from _effect_of_pair(head, node)
        before = node.doc[node.i - 1]
        if node.lower_ == "to" and before.dep_ == "dobj" and before.head == head:
            yield from _effect(before, "noun")  # "cleared an obstacle to talks"
    elif direct and node.dep_ == "prep" and head.pos_ in ("NOUN", "ADJ") and node.lower_ in ("of", "for", "about", "on", "to", "against"):
        yield from _effect(head, "noun" if head.pos_ == "NOUN" else "adj")
    elif node.dep_ == "pobj" and (head.lower_ == "before" or (head.lower_ == "of" and head.head.lower_ == "ahead")):
        yield Certainty("planned", "before")
    elif node.dep_ == "pobj" and head.lower_ in ("without", "instead"):
        yield Certainty("negated", head.lower_)


def _of_clause(node: Token, head: Token) -> Iterator[Certainty]:
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
    if lemma_of(head) in ("be", "have") and infinitive and node.dep_ in ("xcomp", "advcl"):
        yet = any(c.lower_ == "yet" and c.dep_ == "advmod" for c in (*head.children, *node.children))
        if yet or lemma_of(head) == "be":
            yield Certainty("negated", "yet to") if yet else Certainty("planned", "is to")
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
    governor = head
    while governor.pos_ == "ADP" and governor.head != governor:
        governor = governor.head  # "accused him of lying and of sending arms"
    if governor.pos_ == "VERB" and head.pos_ == "ADP":
        word_class = "verb"
        effect = effect_of(lemma_of(governor), "verb")
        if head.pos_ == "ADP" and head.lower_ not in _GOVERNING_GERUNDS:
            return
        if node.tag_ == "VBG" and (effect in ("planned", "claimed") or (effect == "negated" and head.lower_ == "from")):
            yield from _effect(governor, "verb")
        else:
            yield from _effect_of_pair(governor, head)
        return
    yield from _clausal_effect(node, governor, word_class, infinitive)


def _clausal_effect(node: Token, governor: Token, word_class: str, infinitive: bool) -> Iterator[Certainty]:
    if node.i < governor.i and node.dep_ == "ccomp" and effect_of(lemma_of(governor), "verb") not in ("claimed", "denied"):
        return
    effect = effect_of(lemma_of(governor), word_class) or _of_cleft(governor)
    if infinitive and governor.lower_ == "going":
        effect = "planned"
    if lemma_of(governor) == "have" and not infinitive:
        effect = "actual"
    if governor.lower_ == "able" and governor.head.tag_ == "VBD":
        effect = "actual"
    if effect is None and governor.tag_ in ("VBN", "VBG"):
        effect = effect_of(governor.lower_, "adj")
    if lemma_of(governor) in object_class("ability") and effect != "actual":
        yield Certainty("hypothetical", ABILITY)
        return
    if lemma_of(governor) in object_class("purpose") and is_passive(governor) and infinitive and _is_weapon(surface_subject(governor)):
        yield Certainty("hypothetical", ABILITY)
        return
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


def _of_cleft(verb: Token) -> Factuality | None:
    """ "What they fear is that it will start a war": the fear is that of a war."""
    clause = next((c for c in verb.children if c.dep_ in ("csubj", "nsubj") and c.pos_ in ("VERB", "AUX")), None)
    if clause is None or lemma_of(verb) != "be":
        return None
    words = [effect_of(lemma_of(c), "adj") for c in clause.children if c.dep_ == "acomp"]
    return next((e for e in words if e is not None), effect_of(lemma_of(clause), "verb"))


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


def _effect_of_pair(verb: Token, preposition: Token) -> Iterator[Certainty]:
    """ "warned against an attack", "called for talks", "aimed at ending"."""
    pair = f"{lemma_of(verb)} {preposition.lower_}"
    if (effect := effect_of(pair, "verb")) is not None:
        yield Certainty(effect, pair)


def _effect(word: Token, word_class: str) -> Iterator[Certainty]:
    effect = effect_of(lemma_of(word), word_class)
    if effect is not None:
        yield Certainty(effect, lemma_of(word))
