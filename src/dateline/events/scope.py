"""How far modality, negation and governing words reach down: to complements and objects, not to what is presupposed."""

from __future__ import annotations

from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import is_negated, modal, surface_subject
from dateline.language.tokens import Token

GOVERNING = frozenset(
    {"in", "by", "of", "to", "for", "from", "with", "about", "at", "against", "on", "into", "toward", "towards"}
)
"""Prepositions whose gerund shares the certainty of what governs it; "after bombing" tells of what has been done."""
_WHOEVER = frozenset({"any", "whichever", "whoever", "anyone", "those", "whatever", "every"})
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj")
_LOOSE = ("advcl", "relcl", "acl", "appos", "parataxis", "npadvmod")


def passes_on(node: Token) -> bool:
    """Whether the modality of the governor also holds of `node`: of its complements and objects, not of its adjuncts."""
    if node.dep_ in ("relcl", "acl") and any(c.dep_ == "mark" and c.lower_ == "that" for c in node.children):
        return True
    if node.pos_ == "NOUN" and (node.dep_ in _ARGUMENTS or any(c.dep_ == "poss" for c in node.children)):
        return _of_a_noun(node)
    if node.dep_ in _LOOSE:
        return _of_a_loose_clause(node)
    if node.dep_ in ("ccomp", "pcomp") and _is_of_fact(node):
        return False
    if node.dep_ in ("prep", "agent"):
        return _of_a_preposition(node)
    return node.dep_ != "conj" or not _own_tense(node) or _shares_condition(node)


def _shares_condition(verb: Token) -> bool:
    """The second of "if they removed their troops and withdrew their ships"."""
    marked = any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.head.children)
    return marked and surface_subject(verb) is None


def _of_a_noun(noun: Token) -> bool:
    """ "an attack on Dubai could cost" is of attacks in general; in "dropped its threat" what is somebody's exists."""
    if noun.dep_ in ("nsubj", "nsubjpass") and _any_such(noun):
        return True
    if _is_to_come(noun):
        return True
    if any(c.dep_ == "poss" for c in noun.children):
        return False
    lemma = lemma_of(noun.head)
    role = "subject" if noun.dep_ == "nsubj" else "object"
    return lemma in object_class("occurrence") or effect_of(lemma, role) is not None


def _is_to_come(noun: Token) -> bool:
    """ "his talks with them will take place", "his visit will send a message", "their summit is scheduled for June"."""
    verb = noun.head
    if noun.dep_ == "nsubjpass" and verb.tag_ == "VBN":
        ahead = any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in verb.children)
        return ahead and lemma_of(verb) in ("schedule", "plan", "expect", "slate", "set")
    if noun.dep_ not in ("nsubj", "nsubjpass") or modal(verb) not in ("will", "would", "shall"):
        return False
    single = lemma_of(noun) in object_class("single-meeting") and noun.tag_ == "NN" and modal(verb) != "would"
    return lemma_of(verb) in object_class("taking-place") or (single and lemma_of(verb) not in object_class("going-on"))


def _is_of_fact(clause: Token) -> bool:
    """ "want to know what they discussed": they did; also a clause before a verb that is none of saying."""
    asked = clause.tag_ == "VBD" and any(c.tag_ in ("WP", "WRB") for c in clause.children)
    return asked or (clause.dep_ == "ccomp" and clause.i < clause.head.i and effect_of(lemma_of(clause.head), "verb") is None)


def _of_a_loose_clause(node: Token) -> bool:
    """Infinitives of purpose, participles after their verb, and what will be "one of the topics discussed"."""
    if (node.dep_ == "acl" or (node.dep_ == "relcl" and node.head.pos_ == "NOUN")) and is_infinitive(node):
        return not _is_one_of_them(node)  # "has no plan to strike", "abandoned plans to strike", "will be the first to strike"
    if node.dep_ == "acl" and node.tag_ == "VBN" and node.head.dep_ in ("attr", "pobj"):
        return modal(_verb_above(node)) in ("will", "would")
    if node.dep_ == "advcl" and not any(c.dep_ in ("mark", "advmod") for c in node.children):
        bare = node.tag_ == "VB" and surface_subject(node) is None  # "to do something wild, like strike"
        if is_outcome(node):
            return False
        return bare or is_infinitive(node) or (node.tag_ == "VBG" and node.i > node.head.i)
    return node.dep_ == "relcl" and (_indefinite(node.head) or _is_of_a_wish(node))


def is_outcome(infinitive: Token) -> bool:
    """ "laid down their arms, only to be killed": it came to that."""
    first = next((c for c in infinitive.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    words = infinitive.doc[max(first.i - 2, 0) : first.i] if first is not None else ()
    return [w.lower_ for w in words] == [",", "only"]


def _is_of_a_wish(clause: Token) -> bool:
    """ "wants an approach in which both give way": it is the wish that has it so."""
    noun, wished = clause.head, clause.tag_ in ("VBZ", "VBP", "VB")
    asked = noun.dep_ == "dobj" and effect_of(lemma_of(noun.head), "verb") == "hypothetical"
    within = any(c.lower_ in ("in", "under", "by") and any(g.lower_ == "which" for g in c.children) for c in clause.children)
    return wished and asked and within and any(c.lower_ in ("a", "an") for c in noun.children)


def _is_one_of_them(infinitive: Token) -> bool:
    """ "is not the only state to object": it did, as others did."""
    noun = infinitive.head
    counted = any(c.lower_ in ("only", "first", "last") for c in (noun, *noun.children))
    return counted and noun.dep_ == "attr" and is_negated(noun.head)


def _of_a_preposition(node: Token) -> bool:
    if any(c.dep_ == "pcomp" for c in node.children):
        return node.lower_ in GOVERNING and not _is_presupposing(node)
    if node.head.pos_ == "VERB":
        near = node.lower_ in ("through", "via", "at", "during", "with") or _leads_to(node)
        return near and is_ahead(node.head) and not _definite(node) and not is_told_of(node)
    return node.lower_ in ("of", "to", "by", "for") or (node.lower_ == "in" and lemma_of(node.head) == "part")


def _leads_to(node: Token) -> bool:
    """ "will travel for talks", "decided to take part in a summit"."""
    return node.lower_ in ("in", "into", "to", "for") and lemma_of(node.head) in object_class("going")


def _verb_above(node: Token) -> Token:
    return next((a for a in node.ancestors if a.pos_ in ("VERB", "AUX")), node)


def is_infinitive(verb: Token) -> bool:
    """ "to sign"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_ahead(verb: Token) -> bool:
    """Under a modal, or an infinitive."""
    return modal(verb) is not None or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _definite(preposition: Token) -> bool:
    nouns = (c for c in preposition.children if c.dep_ == "pobj")
    return any(c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for n in nouns for c in n.children)


def is_told_of(preposition: Token) -> bool:
    """ "to write a report during talks that then collapsed": there were some."""
    nouns = (c for c in preposition.children if c.dep_ == "pobj")
    return any(c.dep_ == "relcl" and c.tag_ == "VBD" for n in nouns for c in n.children)


def _is_presupposing(preposition: Token) -> bool:
    """What somebody is blamed for has been done; so has that by which they "may have lost"."""
    verb = preposition.head
    if preposition.lower_ == "for":
        return lemma_of(verb) in object_class("object-control")
    if preposition.lower_ == "by" and any(c.lower_ == "whether" and c.dep_ == "mark" for c in verb.children):
        return False  # "whether he broke the law by asking them"
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
    return not _shares_modal(verb) and (
        verb.tag_ in ("VBD", "VBZ", "VBP")
        or surface_subject(verb) is not None
        or any(c.dep_ in ("aux", "auxpass") and c.lower_ != "to" for c in verb.children)
    )


def _shares_modal(verb: Token) -> bool:
    """ "could launch a missile and hit Guam": a form that the parser may take for a past or present."""
    bare = verb.lower_ == lemma_of(verb) and verb.tag_ in ("VBD", "VBP") and verb.head.tag_ == "VB"
    return bare and surface_subject(verb) is None and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
