"""Words of support and opposition in the parse: who, for or against what, under which condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.knowledge.stances import StanceWord, stance_words
from dateline.language.clauses import (
    antecedent,
    direct_object,
    doer,
    indirect_object,
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
from dateline.records import Span, Stance

REVERSED: dict[Stance, Stance] = {"support": "oppose", "oppose": "support", "conditional": "conditional", "neutral": "neutral"}
ASKING = frozenset(
    {"urge", "ask", "call", "press", "tell", "want", "appeal", "implore", "beg", "advise", "encourage", "order", "push"}
)
OBLIGATION = frozenset({"must", "should", "ought", "shall"})
_POSSIBLE = frozenset({"may", "might", "could", "would", "can"})
_GOING_ON = frozenset({"continue", "begin", "start", "keep", "stop"})
_NOT_EXCLUDED = frozenset({"rule", "dismiss", "exclude"})
"""Who does "not rule out" a thing is not for it yet."""
_TAKING_SIDES = frozenset("be remain stand come speak argue vote lobby campaign decide rail set".split())


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance: head tokens of holder and proposal, the word that carries it, and the clause of its condition.

    Without a holder it is the stance of whoever says it; without a proposal it is on the one spoken of.
    """

    stance: Stance
    holder: Token | None
    proposal: Token | None
    word: Token
    condition: Span | None = None


def find_stances(document: Document) -> Iterator[Taken]:
    """All stances whose word, holder and proposal the parse gives."""
    table = stance_words()
    for token in document.with_lemma(table):
        for row in table[token.lemma_.lower()]:
            taken = _FINDERS[row.word_class](token, row) if row.word_class in _FINDERS else None
            if taken is not None:
                yield taken
                break


def _verb(token: Token, row: StanceWord) -> Taken | None:
    if token.pos_ != "VERB":
        return None
    target = _target(token, row.particle)
    asker = asker_of(token)
    holder = asker or doer(token)
    if holder is None or (target is None and not _elliptic(token, row)):
        return None
    if asker is not None:
        stance: Stance = "support" if row.stance == "conditional" else row.stance
        return Taken(REVERSED[stance] if is_negated(token) else stance, asker, target, token)
    if modal(token) in OBLIGATION:
        # "should scrap the deal": whoever says so is against it, not who should.
        return _taken(token, row.stance, None, target)
    if _unreal(token) and not _bears_it(token, row):
        return None
    return _taken(token, row.stance, holder, target)


def _bears_it(verb: Token, row: StanceWord) -> bool:
    """ "can live with": a stance that is always told as a possibility."""
    return verb.lemma_ == "live" and row.particle == "with" and modal(verb) in ("can", "could")


def _elliptic(verb: Token, row: StanceWord) -> bool:
    """ "it would join only if Chile did": what is joined was spoken of before."""
    return row.stance == "conditional" and not row.particle and _lone(verb)


def _lone(verb: Token) -> bool:
    return condition_of(verb) is not None and modal(verb) is not None and direct_object(verb) is None


def asker_of(verb: Token) -> Token | None:
    """ "urged Ethiopia to accept the scheme": who asks for acceptance is for it."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _GOING_ON:
        return asker_of(verb.head)
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    governor = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if not infinitive or governor is None or governor.lemma_ not in ASKING or is_negated(governor):
        return None
    return doer(governor)


def _target(verb: Token, particle: str) -> Token | None:
    if not particle and any(c.dep_ == "prt" for c in verb.children):
        return None
    if not particle:
        return gerund_object(verb) or undergoer(verb)
    if " " in particle:
        answer, preposition = particle.split()
        word = next((c for c in verb.children if c.lower_ == answer), None)
        return (prepositional_object(verb, preposition) or prepositional_object(word, preposition)) if word is not None else None
    if any(c.dep_ == "prt" and c.lower_ == particle for c in verb.children) or any(
        c.dep_ in ("advmod", "prep") and c.lower_ == particle and not list(c.children) for c in verb.children
    ):
        return gerund_object(verb) or undergoer(verb)
    return None if is_passive(verb) else prepositional_object(verb, particle)


def gerund_object(verb: Token) -> Token | None:
    """ "ruled out Korea placing preconditions on talks": what the gerund is about."""
    for child in verb.children:
        if child.tag_ != "VBG" or child.i < verb.i:
            continue
        own_subject = any(c.dep_ == "nsubj" for c in child.children) and not any(c.dep_ == "mark" for c in child.children)
        if child.dep_ in ("ccomp", "xcomp", "pcomp") or (child.dep_ == "advcl" and own_subject):
            return direct_object(child)
    return None


def _unreal(verb: Token) -> bool:
    """Not a stance: under "if", in an infinitive, or merely possible without a condition.

    Infinitives under words of readiness and refusal are read as undertakings.
    """
    if any(c.dep_ == "mark" and c.lower_ in CONDITION_MARKS for c in verb.children):
        return True
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if infinitive and verb.head.lemma_ not in ("continue", "begin", "start"):
        return True
    return modal(verb) in _POSSIBLE and condition_of(verb) is None


def _taken(word: Token, stance: Stance, holder: Token | None, target: Token | None) -> Taken | None:
    condition = condition_of(word)
    if condition is not None and (modal(word) is not None or stance != "oppose"):
        return Taken("conditional", holder, target, word, condition)
    if stance == "conditional":
        refused = is_negated(word) and modal(word) in ("will", "would", "can")
        return Taken("oppose", holder, target, word) if refused and target is not None else None
    if is_negated(word):
        stance = "neutral" if word.lemma_ in _NOT_EXCLUDED else REVERSED[stance]
    return Taken(stance, holder, target, word)


def _noun(token: Token, row: StanceWord) -> Taken | None:
    """ "voiced support for the deal", "Russia's opposition to sanctions"."""
    target = prepositional_object(token, row.particle) or _given(token)
    if token.pos_ not in ("NOUN", "INTJ") or target is None:
        return None
    target = antecedent(target)
    governor = token.head
    owner = next((c for c in token.children if c.dep_ == "poss" and c.pos_ != "PRON"), None)
    if owner is None and token.dep_ == "dobj" and governor.pos_ == "VERB" and not _unreal(governor):
        owner = subject(governor)
        return _taken(governor, row.stance, owner, target) if owner is not None else None
    return Taken(row.stance, owner, target, token) if owner is not None else None


def _given(token: Token) -> Token | None:
    """ "gave the scheme its blessing": whom or what the word of support is given to."""
    given = token.dep_ == "dobj" and token.head.lemma_ in ("give", "lend", "grant", "deny", "offer")
    return indirect_object(token.head) if given else None


def _predicate(token: Token, row: StanceWord) -> Taken | None:
    """ "is against the swap", "is opposed to it", "came out in favour of it"."""
    verb: Token | None
    if token.lemma_ in ("against", "for"):
        verb, target = token.head, next((c for c in token.children if c.dep_ == "pobj"), None)
        if token.dep_ not in ("prep", "acomp") or verb.lemma_ not in _TAKING_SIDES or not _sides(token, verb):
            return None
        if verb.pos_ not in ("VERB", "AUX"):
            return None  # "did not back them with a vote against it"
    elif token.head.pos_ == "ADP" and token.head.head.pos_ == "NOUN":
        return None  # "did not criticise them with a vote in favour of it": of the vote, not of theirs
    else:
        verb, target = _verb_above(token), prepositional_object(token, row.particle)
    holder = subject(verb) if verb is not None else None
    if verb is None or target is None or holder is None or _unreal(verb):
        return None
    return _taken(verb, row.stance, holder, target)


def _sides(preposition: Token, verb: Token) -> bool:
    """ "came out against it" takes a side, "came for talks" and "was ready for talks" do not."""
    told = any(c.dep_ == "acomp" and c.pos_ == "ADJ" and c.i < preposition.i for c in verb.children)
    return preposition.lemma_ == "against" or (verb.lemma_ in ("be", "remain", "stand", "vote", "argue") and not told)


def _verb_above(token: Token) -> Token | None:
    return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)


_FINDERS = {"verb": _verb, "noun": _noun, "adj": _predicate}
