"""What a governing verb, noun, adjective or preposition says about the certainty of its complement."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.events.modality import is_weapon
from dateline.events.scope import GOVERNING, is_infinitive
from dateline.events.verdict import ABILITY, Certainty
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import is_passive, surface_subject
from dateline.records import Factuality

_CLAUSES = ("xcomp", "ccomp", "acl", "relcl", "pcomp", "csubj", "advcl")
_AIMING = ("to", "for", "in", "toward", "towards", "over", "about", "on", "from")


def of_governor(node: Token, direct: bool) -> Iterator[Certainty]:
    """What the word above says about the clause or noun below; `direct` where it stands in its scope."""
    head = node.head
    if node.pos_ in ("VERB", "AUX"):
        if direct and node.dep_ in _CLAUSES:
            yield from _of_clause(node, head)
    elif node.dep_ == "nsubj" and lemma_of(head) in ("be", "become", "remain", "seem"):
        yield from _of_predicate(head)
    elif direct and node.dep_ in ("dobj", "nsubjpass"):
        yield from () if any(c.dep_ == "poss" for c in node.children) else _of_object(head)
    elif direct and node.dep_ == "prep":
        yield from _of_preposition(node, head)
    elif node.dep_ == "pobj" and (head.lower_ == "before" or (head.lower_ == "of" and head.head.lower_ == "ahead")):
        yield Certainty("planned", "before")
    elif node.dep_ == "pobj" and head.lower_ in ("without", "instead"):
        yield Certainty("negated", head.lower_)


def _of_preposition(node: Token, head: Token) -> Iterator[Certainty]:
    """ "warned against", "an obstacle to", "capable of"; in "cleared an obstacle to" the parser may join "to" to the verb."""
    if head.pos_ == "VERB":
        yield from _effect_of_pair(head, node)
        before = node.doc[node.i - 1]
        if node.lower_ == "to" and before.dep_ == "dobj" and before.head == head:
            yield from _effect(before, "noun")
    elif head.pos_ in ("NOUN", "ADJ") and node.lower_ in ("of", "for", "about", "on", "to", "against"):
        yield from _effect(head, "noun" if head.pos_ == "NOUN" else "adj")


def _of_clause(node: Token, head: Token) -> Iterator[Certainty]:
    infinitive = is_infinitive(node)
    fixed = _of_copula(node, head) if infinitive else None
    if fixed is not None:
        yield fixed
    elif node.dep_ == "csubj" and node.tag_ == "VBG":
        yield Certainty("hypothetical", "as a notion")
    elif node.dep_ == "advcl":
        if infinitive and lemma_of(head) != "use":
            yield Certainty("planned", "purpose")
    elif node.dep_ in ("acl", "relcl") and not infinitive and not any(c.dep_ == "mark" for c in node.children):
        return
    elif head.pos_ == "NOUN" and lemma_of(head.head) in ("keep", "honour", "honor", "fulfil", "fulfill"):
        return  # "kept their promise to hold fire"
    elif head.pos_ == "ADP":
        yield from _of_gerund(node, head)
    else:
        yield from _clausal_effect(node, head, {"NOUN": "noun", "ADJ": "adj"}.get(head.pos_, "verb"))


def _of_copula(node: Token, head: Token) -> Certainty | None:
    """ "is to meet", "has yet to meet"; not "was one of the few to meet him"."""
    if lemma_of(head) not in ("be", "have") or node.dep_ not in ("xcomp", "advcl"):
        return None
    if any(c.lower_ == "yet" and c.dep_ == "advmod" for c in (*head.children, *node.children)):
        return Certainty("negated", "yet to")
    apart = any(c.dep_ in ("attr", "acomp") and c.i < node.i for c in head.children)
    return Certainty("planned", "is to") if lemma_of(head) == "be" and not apart else None


def _of_gerund(node: Token, preposition: Token) -> Iterator[Certainty]:
    """ "warned against bombing", "accused him of lying and of sending arms", "a plan for invading", "without firing"."""
    if preposition.lower_ == "without":
        yield Certainty("negated", "without")
        return
    governor = preposition
    while governor.pos_ == "ADP" and governor.head != governor:
        governor = governor.head
    if governor.pos_ != "VERB":
        yield from _clausal_effect(node, governor, "adj" if governor.pos_ == "ADJ" else "noun")
    elif preposition.lower_ in GOVERNING and preposition.lower_ != "by":
        effect = effect_of(lemma_of(governor), "verb")
        direct = effect in ("planned", "claimed") or (effect == "negated" and preposition.lower_ == "from")
        yield from _effect(governor, "verb") if direct and node.tag_ == "VBG" else _effect_of_pair(governor, preposition)


def _clausal_effect(node: Token, governor: Token, word_class: str) -> Iterator[Certainty]:
    if node.i < governor.i and node.dep_ == "ccomp" and effect_of(lemma_of(governor), "verb") not in ("claimed", "denied"):
        return
    infinitive = is_infinitive(node)
    effect = _signature(governor, word_class, infinitive)
    if (lemma_of(governor) in object_class("ability") and effect != "actual") or (infinitive and _is_made_for(governor)):
        yield Certainty("hypothetical", ABILITY)
        return
    if infinitive and effect == "claimed":
        effect = "claimed" if governor.tag_ == "VBN" else "planned"
    if effect is None and word_class == "noun" and _is_choice(governor):
        effect = "actual"
    if effect is None:
        purpose = node.dep_ == "pcomp" and node.head.lower_ in _AIMING
        effect = "hypothetical" if (infinitive or purpose) and word_class != "verb" else "actual"
    yield Certainty(effect, lemma_of(governor))


def _signature(governor: Token, word_class: str, infinitive: bool) -> Factuality | None:
    """What the governing word implies of its complement (Karttunen 2012), with the idioms "going to", "have", "was able to"."""
    if infinitive and governor.lower_ == "going":
        return "planned"
    if governor.lower_ == "forced" and any(c.dep_ == "auxpass" and c.lower_ in ("was", "were") for c in governor.children):
        return "actual"
    if (lemma_of(governor) == "have" and not infinitive) or (governor.lower_ == "able" and governor.head.tag_ == "VBD"):
        return "actual"
    effect = effect_of(lemma_of(governor), word_class) or _of_cleft(governor)
    return effect_of(governor.lower_, "adj") if effect is None and governor.tag_ in ("VBN", "VBG") else effect


def _is_choice(noun: Token) -> bool:
    """ "the first to condemn it", "one of the few states to sign"."""
    return any(w.lower_ in ("first", "last", "few", "only", "latest") for w in (noun, *noun.children))


def _is_made_for(verb: Token) -> bool:
    """Of a weapon "designed to" do something."""
    return lemma_of(verb) in object_class("purpose") and is_passive(verb) and is_weapon(surface_subject(verb))


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
