"""Conditions and stories: what holds only if something else does, or only in a film."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.scope import is_ahead
from dateline.events.verdict import CONDITION, FICTION, Certainty
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of
from dateline.language.clauses import is_negated, modal, surface_subject
from dateline.language.tokens import Token

SUPPOSING = frozenset({"provided", "providing", "assuming", "supposing", "suppose", "imagine"})
"""Verb forms that without a subject of their own introduce a condition."""
_HARD = frozenset({"if", "unless", "whether", "provided", "lest", "once", "until"})


def of_supposition(verb: Token, below: Token | None = None) -> Iterator[Certainty]:
    """A condition under which alone it holds, or being that condition itself; a story in which it happens."""
    yield from _of_fiction(verb, below)
    if _is_unlikely(verb):
        yield Certainty("hypothetical", "unlikely", "adjective above")
    if _is_likely_so(verb):
        yield Certainty("hypothetical", "likely", "adjective above")
    if _is_inverted(verb) or _is_provided(verb) or _is_in_case(verb) or (is_ahead(verb) and _is_followed_by_should(verb)):
        yield Certainty("hypothetical", CONDITION, "condition")
    if _is_waited_for(verb):
        yield Certainty("hypothetical", "before", "condition")
    if _is_first_to_come(verb):
        yield Certainty("planned", "the first time to come", "condition")
    for child in verb.children:
        yield from _of_dependent(verb, child)


def _of_dependent(verb: Token, child: Token) -> Iterator[Certainty]:
    """What a conjunction in the clause of `verb` says, or a clause or phrase that depends on it."""
    if child.dep_ == "mark" and child.lower_ in _HARD and not (verb.tag_ == "VBN" and lemma_of(verb) == "compare"):
        yield Certainty("hypothetical", "whether" if child.lower_ == "whether" else CONDITION, "condition")
    elif child.dep_ == "mark" and child.lower_ == "before" and verb.tag_ in ("VBZ", "VBP"):
        yield Certainty("planned", "before", "condition")
    elif _is_time_to_come(verb, child):
        yield Certainty("hypothetical", CONDITION, "condition")
    elif child.dep_ == "advcl" and is_ahead(verb) and child.lower_ not in SUPPOSING:
        yield from _under_condition(child)
        if _is_sole_occasion(verb, child):
            yield Certainty("hypothetical", "only when", "condition")
    elif is_ahead(verb) and (word := conditional_phrase(child)) is not None:
        yield Certainty("hypothetical", word, "condition")


def _is_inverted(verb: Token) -> bool:
    """ "Had they attacked, ...", "Should they attack, ..."."""
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    if first is None or verb.dep_ != "advcl" or first.lower_ not in ("had", "should", "were"):
        return False
    who = surface_subject(verb)
    return who is not None and first.i < who.left_edge.i and not any(c.dep_ == "mark" for c in verb.children)


def _is_followed_by_should(verb: Token) -> bool:
    """ "plans to sink it should talks fail", whatever the parser joins the clause to."""
    words = (
        w for w in verb.doc[verb.i + 1 : verb.i + _WITHIN] if w.lower_ == "should" and w.dep_ == "aux" and w.sent == verb.sent
    )
    should = next(words, None)
    return should is not None and any(c.dep_ in ("nsubj", "nsubjpass") and should.i < c.i for c in should.head.children)


_WITHIN = 9
"""Words after a verb within which a condition without "if" follows it."""


_NEEDING = frozenset({"need", "must", "should", "want", "require", "demand", "insist", "expect", "ask"})


def _is_waited_for(verb: Token) -> bool:
    """ "wants to see concrete steps before agreeing to talks": whether it comes to that is open."""
    time = verb.head if verb.dep_ == "pcomp" and verb.head.lower_ == "before" else None
    above = time.head if time is not None else None
    needing = (above, *above.ancestors, *above.children) if above is not None else ()
    return any(lemma_of(w) in _NEEDING for w in needing if w.i < verb.i and w.sent == verb.sent and w.pos_ in ("VERB", "AUX"))


def _is_in_case(verb: Token) -> bool:
    """ "in case people are killed": the parser takes "case" for the noun after "in"."""
    openings = (c for c in (*verb.children, verb.head) if c.dep_ == "prep" and c.lower_ == "in" and c.i < verb.i)
    noun = verb.head if lemma_of(verb.head) == "case" and verb.head.head.lower_ == "in" else None
    cases = [noun] if noun is not None else [c for p in openings for c in p.children if c.dep_ == "pobj" and c.lower_ == "case"]
    return any(not any(c.dep_ in ("det", "prep", "amod", "compound", "poss") for c in case.children) for case in cases) and (
        verb.dep_ in ("advcl", "acl", "relcl", "ccomp")
    )


def _is_first_to_come(verb: Token) -> bool:
    """ "would mark the first time that the two have met": by then they will have."""
    time = verb.head
    if verb.dep_ not in ("relcl", "acl") or time.lower_ != "time" or not any(c.lower_ == "first" for c in time.children):
        return False
    above = time.head
    ahead = modal(above) in ("will", "would") and not _has_happened(above) and not is_negated(above)
    return time.dep_ in ("attr", "dobj") and ahead


def _has_happened(verb: Token) -> bool:
    return any(lemma_of(c) == "have" and c.dep_ == "aux" for c in verb.children)


def _is_unlikely(verb: Token) -> bool:
    """ "it is unlikely they would attack", whatever the parser joins the clause to."""
    before = _before_clause(verb)
    return before is not None and before.lower_ in _DOUBTED and modal(verb) in ("will", "would")


def _is_likely_so(verb: Token) -> bool:
    """ "it is likely that they attacked": of what has been, or is so, nothing but a guess."""
    before = _before_clause(verb)
    predicated = before is not None and before.dep_ == "acomp" and before.head.lemma_ == "be"
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children if c.dep_ == "aux")
    return predicated and before is not None and before.lower_ in _GUESSED and finite and modal(verb) is None


_GUESSED = frozenset({"likely", "probable", "possible", "plausible", "conceivable"})


def _before_clause(verb: Token) -> Token | None:
    """The word before the subject of a clause, and before its "that" or quotation mark."""
    before = _before_subject(verb)
    while before is not None and before.i and (before.is_quote or (before.lower_ == "that" and before.dep_ == "mark")):
        before = before.doc[before.i - 1]
    return before


_DOUBTED = frozenset({"unlikely", "improbable", "doubtful", "inconceivable", "unthinkable"})


def _before_subject(verb: Token) -> Token | None:
    who = surface_subject(verb)
    return who.doc[who.left_edge.i - 1] if who is not None and who.left_edge.i else None


def _is_provided(verb: Token) -> bool:
    """ "should remain open, provided they agree", whatever the parser takes the participle for."""
    before = _before_subject(verb)
    return before is not None and before.lower_ in ("provided", "providing") and before.dep_ in ("prep", "mark", "advcl", "dep")


def _is_time_to_come(verb: Token, child: Token) -> bool:
    """ "will leave once they have signed"; "will leave when they sign"; not "would leave as they did when it was signed"."""
    above = verb.head.head if verb.head.lower_ == "until" else verb.head  # "until after they have signed"
    if child.dep_ == "mark" and child.lower_ == "after":
        return modal(above) is not None
    if verb.head.lower_ == "soon" and child.dep_ == "mark" and verb.tag_ in ("VBZ", "VBP"):
        return True  # "as soon as they agree"
    ahead = child.dep_ == "advmod" and child.lower_ in ("once", "until", "when", "whenever") and is_ahead(verb.head)
    return ahead and verb.tag_ != "VBD" and not any(c.tag_ == "VBD" for c in verb.children if c.dep_ in ("aux", "auxpass"))


def conditional_phrase(child: Token) -> str | None:
    """ "provided that", "in the event of", "on condition that", "as long as"."""
    if child.lower_ in SUPPOSING:
        return child.lower_
    if child.lower_ == "long" and any(c.lower_ == "as" for c in child.children):
        return "as long as"
    noun = next((c for c in child.children if c.dep_ == "pobj"), None)
    if (
        noun is not None
        and lemma_of(noun) == "event"
        and (
            any(c.lower_ in ("a", "an") or c.dep_ == "amod" for c in noun.children)
            or not any(c.lower_ in ("of", "that") for c in noun.subtree if c.i > noun.i)
        )
    ):
        return None  # "in a dramatic event that"
    if noun is not None and (child.lower_, noun.lower_) in (("in", "event"), ("in", "case"), ("on", "condition")):
        return f"{child.lower_} {noun.lower_}"
    return None


def _of_fiction(verb: Token, below: Token | None) -> Iterator[Certainty]:
    """ "In the film, Russia invades ...", "The novel tells how ..."."""
    who = surface_subject(verb) if below is not None and below.dep_ in ("ccomp", "dobj") else None
    framed = (n for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for n in c.children if n.dep_ == "pobj")
    for noun in (*framed, *((who,) if who is not None else ())):
        if effect_of(lemma_of(noun), "frame") is not None:
            yield Certainty("hypothetical", FICTION, "story")


def _is_sole_occasion(verb: Token, clause: Token) -> bool:
    """ "would only disarm when they agree": a condition told as a time."""
    only = any(c.lower_ == "only" and c.i < clause.i for c in (*verb.children, *clause.children))
    timed = any(c.lower_ in ("when", "after", "once") and c.dep_ in ("mark", "advmod") for c in clause.children)
    return only and timed and modal(verb) in ("will", "would", "shall")


def _under_condition(clause: Token) -> Iterator[Certainty]:
    for mark in clause.children:
        if mark.lower_ in ("if", "unless", "provided", "once") and mark.dep_ in ("mark", "advmod"):
            yield Certainty("hypothetical", mark.lower_, "condition")
