"""What the words of a clause or noun phrase themselves say about certainty: modals, negation, adverbs, attributes."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.scope import is_infinitive
from dateline.events.suppositions import of_supposition
from dateline.events.verdict import ABILITY, COUNTERFACTUAL, Certainty
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import antecedent, direct_object, is_negated, modal, surface_subject
from dateline.language.tokens import Token


def of_verb(verb: Token, below: Token | None = None) -> Iterator[Certainty]:
    """Negation, modals, conditions and adverbs in the clause of `verb`, for its own event or for that of `below` in it."""
    if is_negated(verb) and not _not_only(verb) and not _until(verb):
        yield from _of_negation(verb, below)
    elif below is None and _does_to_nothing(verb):
        yield Certainty("negated", "of no object", "negation")
    if verb.i and verb.doc[verb.i - 1].lower_ == "than":
        yield Certainty("negated", "rather than", "negation")
    if below is None and is_bidden(verb):
        yield Certainty("hypothetical", "bidden", "sentence")
    yield from _of_modal(verb)
    yield from of_supposition(verb, below)
    yield from _of_adverbs(verb)


def _of_negation(verb: Token, below: Token | None) -> Iterator[Certainty]:
    """ "did not attack"; "did not say that" and "may not" leave it open, "did not know that" as it is."""
    lemma = lemma_of(verb)
    clause = below is not None and below.dep_ in ("ccomp", "xcomp")
    if lemma == "know" and clause and below is not None and not is_infinitive(below):
        return  # "did not know that they had attacked": they had
    if modal(verb) in ("may", "might") or (below is not None and _is_attitude(verb)):
        yield Certainty("hypothetical", f"not {lemma}", "negation")
    elif clause and below is not None and (effect := effect_of(lemma, "that-not")) is not None:
        if not is_infinitive(below) or lemma in ("need", "have", "require", "oblige", "order", "ask"):
            yield Certainty(effect, f"not {lemma}", "negation")
    elif clause and below is not None and not is_infinitive(below) and effect_of(lemma, "verb") == "actual":
        return  # "did not know that they had attacked": they had
    else:
        yield Certainty("negated", "negated", "negation")


def _does_to_nothing(verb: Token) -> bool:
    """ "sent no troops", "received no formal notice"; not "made no secret of"."""
    thing = direct_object(verb)
    if thing is None or thing.i < verb.i or effect_of(lemma_of(thing), "litotes") is not None:
        return False
    return thing.lower_ in ("nothing", "nobody", "none") or any(c.lower_ == "no" and c.dep_ == "det" for c in thing.children)


def _is_attitude(verb: Token) -> bool:
    """ "did not expect it", "is not likely": no word on whether it happened."""
    words = [c for c in verb.children if c.dep_ == "acomp"]
    likely = any(effect_of(c.lower_, "adj") == "planned" or _is_about_a_fact(c) for c in words)
    return likely or lemma_of(verb) in object_class("attitude")


def _is_about_a_fact(word: Token) -> bool:
    """ "is not worried that", "is not sure that": of an attitude, whatever may come of it."""
    clause = any(c.dep_ == "ccomp" and not is_infinitive(c) for c in word.children)
    return clause and effect_of(word.lower_, "adj") == "hypothetical"


def _not_only(verb: Token) -> bool:
    """ "did not only", "not only police but soldiers"."""
    who = surface_subject(verb)
    words = (*verb.children, *(who.subtree if who is not None else ()))
    return any(c.lower_ in ("only", "just", "merely") and c.i and verb.doc[c.i - 1].lower_ == "not" for c in words)


def _until(verb: Token) -> bool:
    """ "was not released until May": it was, in May."""
    late = any(
        c.lower_ == "until" for child in verb.children if child.dep_ in ("prep", "advcl") for c in (child, *child.children)
    )
    past = verb.tag_ in ("VBD", "VBN") or any(c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.children)
    return late and past and modal(verb) is None


def _of_modal(verb: Token) -> Iterator[Certainty]:
    word = None if _has_own_tense(verb) else modal(verb)
    if word in ("will", "shall"):
        yield Certainty("planned", word, "modal")
    elif word == "would":
        if _is_unreal(verb):
            yield Certainty("hypothetical", COUNTERFACTUAL, "modal")
        else:
            yield Certainty("hypothetical" if _of_any_such(verb) else "planned", word, "modal")
    elif word in ("could", "should", "ought") and _is_unreal(verb):
        yield Certainty("hypothetical", f"{word} have", "modal")
    elif word in ("could", "can") and is_negated(verb):
        return  # "could not prevent it": it did not
    elif word in ("could", "may", "might", "can", "must", "should", "ought"):
        able = word in ("could", "can") and is_weapon(surface_subject(verb))
        yield Certainty("hypothetical", ABILITY if able else word, "modal")


def _is_unreal(verb: Token) -> bool:
    """ "would have left", "should have been stopped"."""
    first = verb.head if verb.dep_ == "conj" and not any(c.dep_ == "aux" for c in verb.children) else verb
    return any(lemma_of(c) == "have" and c.dep_ == "aux" for c in first.children)


def _of_any_such(verb: Token) -> bool:
    """ "an attack would kill thousands": of one that there might be."""
    who = surface_subject(verb)
    if who is not None and any(c.dep_ == "predet" and c.lower_ == "such" for c in who.children):
        return True  # "such a step would force them to leave"
    article = who is not None and any(c.lower_ in ("a", "an", "any", "such", "another") for c in who.children)
    return article and who is not None and effect_of(lemma_of(who), "verb") is None and lemma_of(who) in object_class("attackn")


def _has_own_tense(verb: Token) -> bool:
    """The second of "can reach Guam and has been tested"."""
    finite = any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children)
    return verb.dep_ == "conj" and (finite or verb.tag_ in ("VBD", "VBZ", "VBP"))


def is_weapon(noun: Token | None) -> bool:
    """What can strike, but does nothing by itself."""
    if noun is None:
        return False
    head = antecedent(noun)
    owned = (c for p in head.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj")
    return any(lemma_of(n) in object_class("weapon") for n in (head, *owned))


def _of_adverbs(verb: Token) -> Iterator[Certainty]:
    for child in verb.children:
        if child.dep_ == "advmod" and (effect := effect_of(child.lower_, "adverb")) is not None:
            yield Certainty(effect, child.lower_, "adverb")
        elif child.dep_ == "prep" and child.lower_ == "according":
            yield Certainty("claimed", "according to", "source")


def of_noun(noun: Token, below: Token | None = None) -> Iterator[Certainty]:
    """What stands before a noun of action: "no attack", "a possible attack", "the planned visit"."""
    compared = any(c.dep_ == "amod" and c.tag_ == "JJR" for c in noun.children)
    for child in noun.children:
        if child.lower_ == "no" and compared:
            continue  # "no better time to strike" denies no strike
        if child.dep_ in ("det", "neg", "amod") and (effect := effect_of(child.lower_, "attribute")) is not None:
            open_ = effect_of(lemma_of(noun), "no") if child.lower_ == "no" and below is not None else None
            yield Certainty(open_ or effect, f"no {lemma_of(noun)}" if open_ else child.lower_, "attribute")
        elif child.lower_ in ("a", "an", "any") and ((lemma_of(noun) in _MEETINGS and _is_any(noun)) or _is_a_kind(noun)):
            yield Certainty("hypothetical", "any one there may be", "attribute")
        elif (
            child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") and (effect := effect_of(child.lower_, "attribute")) is not None
        ):
            yield Certainty(effect, child.lower_, "attribute")  # "the summit planned for June"
        elif child.dep_ == "poss" and any(c.lower_ in ("next", "coming") for c in child.children):
            yield Certainty("planned", f"{child.lower_} to come", "attribute")


_MEETINGS = frozenset({"summit", "meeting"})


def _is_any(noun: Token) -> bool:
    """ "after a Kim-Trump summit", "a meeting with him seemed remote": told neither as held nor by whom or when."""
    joints = (w for w in noun.doc[max(noun.i - 4, 0) : noun.i] if w.text in ("-", "–") and w.i)
    named = any("PROPN" in (noun.doc[w.i - 1].pos_, noun.doc[w.i + 1].pos_) for w in joints)
    dated = any(w.ent_type_ in ("DATE", "TIME") for w in noun.doc[noun.i + 1 : noun.i + 3])
    return (
        named and not dated and noun.dep_ in ("nsubj", "pobj") and noun.head.lemma_ not in _HOLDING and noun.head.lower_ != "at"
    )


def _is_a_kind(noun: Token) -> bool:
    """Both of "an attack on one of us is an attack on all": told as what holds of all such."""
    verb = noun.head
    equated = lemma_of(verb) in ("be", "mean", "constitute") and verb.tag_ in ("VBZ", "VBP")
    sides = [c for c in verb.children if c.dep_ in ("nsubj", "attr", "dobj")]
    indefinite = all(any(d.lower_ in ("a", "an", "any") for d in side.children) for side in sides)
    return equated and noun in sides and len(sides) > 1 and indefinite and lemma_of(sides[0]) in object_class("attackn")


_HOLDING = frozenset(
    {"take", "end", "begin", "open", "start", "last", "follow", "conclude", "collapse", "produce", "during", "in", "at"}
)


def of_predicate_word(word: Token) -> Iterator[Certainty]:
    """ "as not sufficient"."""
    if any(c.dep_ == "neg" for c in word.children):
        yield Certainty("negated", "negated", "negation")


def of_root(node: Token) -> Iterator[Certainty]:
    """Questions, and headlines of the form "Xi to visit"."""
    if any(c.dep_ == "punct" and c.text == "?" for c in node.children):
        yield Certainty("hypothetical", "question", "sentence")
    if node.tag_ in ("VB", "VBN") and is_infinitive(node):
        yield Certainty("planned", "to", "infinitive")


def is_bidden(verb: Token) -> bool:
    """ "Strike their bases," he said: a bare verb with nobody before it bids."""
    first = verb.head if verb.dep_ == "conj" else verb
    if first.tag_ != "VB" or verb.tag_ != "VB" or first.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return False
    alone = surface_subject(first) is None and not any(c.dep_ in ("aux", "auxpass", "mark") for c in first.children)
    before = first.doc[first.left_edge.i - 1].text if first.left_edge.i else "."
    return alone and first.left_edge.i == first.i and before in _OPENINGS


_OPENINGS = frozenset({".", "!", "?", ":", ";", ",", "“", '"', "‘", "'", "\n", "\n\n"})
