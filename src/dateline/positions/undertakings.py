"""What somebody is ready, refuses or asks to do with a proposal: "stood prepared to open a hotline", "must start talks".

A verb of the table of enactments makes its object real or undoes it; the word above it says whose will that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.knowledge.stances import Enactment, enactments, stance_words
from dateline.language.clauses import (
    direct_object,
    doer,
    is_negated,
    is_passive,
    modal,
    prepositional_object,
    subject,
    undergoer,
)
from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.positions.conditions import CONDITION_MARKS, condition_of
from dateline.positions.proposals import is_proposal_noun
from dateline.positions.stances import OBLIGATION, REVERSED, Taken, asker_of
from dateline.records import Stance, Statement

_MANDATIVE = frozenset({"demand", "propose", "suggest", "recommend", "insist", "urge", "request", "ask"})
_MERELY = frozenset({"may", "might", "could"})
_INTENT = frozenset({"will", "would", "can"})


def find_undertakings(document: Document, statements: Sequence[Statement] = ()) -> Iterator[Taken]:
    """Stances that follow from what somebody is ready, refuses, plans or asks to do.

    What a statement offers ("a statement offering *to mediate*") is its speaker's will, whatever the parse.
    """
    offered = {s.content[0].start for s in statements if s.act == "offer" and s.content}
    for verb in document.with_lemma(enactments()):
        row = _row(verb)
        target = _object(verb, row) if row is not None and verb.pos_ == "VERB" else None
        if row is not None and target is not None:
            stance: Stance = "support" if row.effect == "enact" else "oppose"
            if verb.i and verb.nbor(-1).idx in offered and _governor(verb) is None:
                yield Taken(stance, None, target, verb)
                continue
            yield from _willed(verb, target, REVERSED[stance] if is_negated(verb) else stance)
    for verb in document.with_lemma(_MANDATIVE):
        yield from _put_forward(verb)


def undone(target: Token) -> Token | None:
    """For "an end to the sanctions" what is to end, else None."""
    rows = [r for r in enactments().get(target.lemma_.lower(), ()) if r.word_class == "noun" and r.effect == "undo"]
    return next((found for row in rows if (found := prepositional_object(target, row.particle)) is not None), None)


def continued(target: Token) -> Token | None:
    """For "a resumption of talks" what is resumed, else None."""
    rows = [r for r in enactments().get(target.lemma_.lower(), ()) if r.word_class == "noun" and r.effect == "enact"]
    return next((found for row in rows if (found := prepositional_object(target, row.particle)) is not None), None)


def _row(verb: Token) -> Enactment | None:
    rows = [row for row in enactments()[verb.lemma_.lower()] if row.word_class == "verb"]
    fitting = (row for row in rows if not row.particle or _pobj(verb, row.particle) is not None)
    return next(iter(sorted(fitting, key=lambda row: not row.particle)), None)


def _pobj(verb: Token, particle: str) -> Token | None:
    *before, preposition = particle.split()
    if before and not any(c.lower_ == before[0] for c in verb.children):
        return None
    return prepositional_object(verb, preposition)


def _object(verb: Token, row: Enactment) -> Token | None:
    """What is enacted; for "mediate", which has no object, the verb itself."""
    if verb.lemma_ == "mediate":
        return verb
    if row.particle:
        return _pobj(verb, row.particle)
    found = undergoer(verb) if is_passive(verb) else direct_object(verb)
    return found if found is None or is_proposal_noun(found) else _means(verb) or found


def _means(verb: Token) -> Token | None:
    """ "provide Sochi as a venue for consultations", "link their navies by a hotline"."""
    found = (prepositional_object(verb, word) for word in ("as", "by", "through"))
    return next((noun for noun in found if noun is not None and is_proposal_noun(noun)), None)


def _willed(verb: Token, target: Token, stance: Stance) -> Iterator[Taken]:
    asker = asker_of(verb)
    if asker is not None:
        yield Taken(stance, asker, target, verb)
        return
    governor = _governor(verb)
    if governor is not None:
        yield from _governed(governor, verb, target, stance)
    elif _is_told_to_be(verb):
        yield Taken(stance, None, target, verb)
    elif modal(verb) in _INTENT and is_negated(verb):
        holder = doer(verb)
        if holder is not None and condition_of(verb) is None:
            yield Taken(stance, holder, target, verb)


def _governor(verb: Token) -> Token | None:
    """The word of readiness or refusal over an infinitive."""
    head = verb.head
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return None
    rows = stance_words().get(head.lemma_.lower(), ()) or stance_words().get(head.lower_, ())
    return head if verb.i > head.i and any(row.word_class == "infinitive" for row in rows) else None


def _governed(governor: Token, verb: Token, target: Token, stance: Stance) -> Iterator[Taken]:
    rows = stance_words().get(governor.lemma_.lower(), ()) or stance_words()[governor.lower_]
    refused = next(row.stance for row in rows if row.word_class == "infinitive") == "oppose"
    holder = _holder(governor)
    if holder is None or modal(governor) in _MERELY or _under_condition(governor):
        return
    condition = condition_of(governor) or condition_of(verb)
    if condition is not None and not refused:
        yield Taken("conditional", holder, target, verb, condition)
    else:
        turned = refused != _denied(governor)
        yield Taken(REVERSED[stance] if turned else stance, holder, target, verb)


def _holder(governor: Token) -> Token | None:
    if governor.pos_ == "NOUN":
        owner = next((c for c in governor.children if c.dep_ == "poss"), None)
        return owner or (subject(governor.head) if governor.head.pos_ == "VERB" else None)
    if governor.pos_ in ("VERB", "AUX"):
        return doer(governor)
    above = next((a for a in governor.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return subject(above) if above is not None else None


def _under_condition(governor: Token) -> bool:
    """ "unless both are willing to enter into talks": nobody is said to be willing."""
    above = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    return any(c.dep_ == "mark" and c.lower_ in CONDITION_MARKS for v in (governor, above) for c in v.children)


def _denied(governor: Token) -> bool:
    above = governor.head if governor.pos_ in ("ADJ", "NOUN") else None
    return is_negated(governor) or (above is not None and is_negated(above))


def _is_told_to_be(verb: Token) -> bool:
    """ "must start talks", "demanded that Turkey lift the blockade"."""
    order = [c.i for c in verb.children if c.tag_ == "MD" or c.dep_ in ("nsubj", "nsubjpass")]
    inverted = any(c.tag_ == "MD" and c.i == min(order) and len(order) > 1 for c in verb.children)
    return modal(verb) in OBLIGATION and not inverted and not any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children)


def _put_forward(verb: Token) -> Iterator[Taken]:
    """ "suggested that observers be posted", "demanded that the blockade be lifted": an order in the subjunctive."""
    for clause in verb.children:
        if clause.dep_ != "ccomp" or clause.tag_ not in ("VB", "VBN") or is_negated(verb) or modal(verb) in _MERELY:
            continue
        bare = modal(clause) in (None, "should") and any(c.lower_ in ("be", "not", "should") for c in clause.children)
        holder, topic = doer(verb), undergoer(clause) if is_passive(clause) else direct_object(clause)
        rows = enactments().get(clause.lemma_.lower(), ())
        if holder is None or topic is None or not (bare or clause.tag_ == "VB"):
            continue
        stance: Stance = "oppose" if any(r.effect == "undo" and not r.particle for r in rows) else "support"
        yield Taken(REVERSED[stance] if is_negated(clause) else stance, holder, topic, clause)
