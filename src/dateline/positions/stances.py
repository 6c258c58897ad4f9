"""Words of support and opposition in the parse: who, for or against what, under which condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.stances import StanceWord, stance_words
from dateline.language.clauses import (
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
from dateline.language.phrases import subtree
from dateline.records import Span, Stance

_REVERSED: dict[Stance, Stance] = {"support": "oppose", "oppose": "support", "conditional": "conditional", "neutral": "neutral"}
_ASKING = frozenset(
    {"urge", "ask", "call", "press", "tell", "want", "appeal", "implore", "beg", "advise", "encourage", "order", "push"}
)
_POSSIBLE = frozenset({"may", "might", "could", "would", "can"})
_CONDITION_MARKS = frozenset({"if", "unless", "provided", "once", "until"})


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance: head tokens of holder and proposal, the word that carries it, and the clause of its condition."""

    stance: Stance
    holder: Token
    proposal: Token
    word: Token
    condition: Span | None = None


def find_stances(document: Document) -> Iterator[Taken]:
    """All stances whose word, holder and proposal the parse gives."""
    table = stance_words()
    for token in document.with_lemma(table):
        for row in table[token.lemma_.lower()]:
            taken = _FINDERS[row.word_class](token, row)
            if taken is not None:
                yield taken
                break


def _verb(token: Token, row: StanceWord) -> Taken | None:
    if token.pos_ != "VERB":
        return None
    target = _target(token, row.particle)
    asker = _asker(token)
    holder = asker or doer(token)
    if target is None or holder is None or (asker is None and _unreal(token)):
        return None
    return _taken(token, row.stance, holder, target)


def _asker(verb: Token) -> Token | None:
    """ "urged Ethiopia to accept the scheme": who asks for acceptance is for it."""
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    governor = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if not infinitive or governor is None or governor.lemma_ not in _ASKING or is_negated(governor):
        return None
    return doer(governor)


def _target(verb: Token, particle: str) -> Token | None:
    if not particle and any(c.dep_ == "prt" for c in verb.children):
        return None
    if not particle:
        return _gerund_object(verb) or undergoer(verb)
    if " " in particle:
        answer, preposition = particle.split()
        word = next((c for c in verb.children if c.lower_ == answer), None)
        return (prepositional_object(verb, preposition) or prepositional_object(word, preposition)) if word is not None else None
    if any(c.dep_ == "prt" and c.lower_ == particle for c in verb.children) or any(
        c.dep_ in ("advmod", "prep") and c.lower_ == particle and not list(c.children) for c in verb.children
    ):
        return _gerund_object(verb) or undergoer(verb)
    return None if is_passive(verb) else prepositional_object(verb, particle)


def _gerund_object(verb: Token) -> Token | None:
    """ "ruled out Korea placing preconditions on talks": what the gerund is about."""
    for child in verb.children:
        if child.tag_ == "VBG" and child.dep_ in ("ccomp", "xcomp", "pcomp") and child.i > verb.i:
            return direct_object(child)
    return None


def _unreal(verb: Token) -> bool:
    """Not a stance: under "if", in the infinitive of a request, or merely possible without a condition."""
    if any(c.dep_ == "mark" and c.lower_ in _CONDITION_MARKS for c in verb.children):
        return True
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if infinitive and verb.head.lemma_ not in (
        "continue",
        "agree",
        "vote",
        "decide",
        "begin",
        "promise",
        "pledge",
        "offer",
        "vow",
    ):
        return True
    return modal(verb) in _POSSIBLE and condition_of(verb) is None


def condition_of(verb: Token) -> Span | None:
    """The clause that says under which condition: "only if Cairo dropped its demand", "unless", "provided that", "once"."""
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITION_MARKS for c in child.children):
            return subtree(child)
    return None


def _taken(word: Token, stance: Stance, holder: Token, target: Token) -> Taken | None:
    condition = condition_of(word)
    if condition is not None and (modal(word) is not None or stance != "oppose"):
        return Taken("conditional", holder, target, word, condition)
    if stance == "conditional":
        return None
    return Taken(_REVERSED[stance] if is_negated(word) else stance, holder, target, word)


def _noun(token: Token, row: StanceWord) -> Taken | None:
    """ "voiced support for the deal", "Russia's opposition to sanctions"."""
    target = prepositional_object(token, row.particle) or _given(token)
    if token.pos_ != "NOUN" or target is None:
        return None
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
        if token.dep_ not in ("prep", "acomp") or verb.lemma_ not in ("be", "remain", "stand"):
            return None
    else:
        verb, target = _verb_above(token), prepositional_object(token, row.particle)
    holder = subject(verb) if verb is not None else None
    if verb is None or target is None or holder is None or _unreal(verb):
        return None
    return _taken(verb, row.stance, holder, target)


def _verb_above(token: Token) -> Token | None:
    return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)


_FINDERS = {"verb": _verb, "noun": _noun, "adj": _predicate}


def judged(document: Document, words: frozenset[str]) -> Iterator[tuple[Token, Token]]:
    """ "such an agreement would be a waste of time": copula clauses whose predicate holds one of `words`; (subject,
    predicate).
    """
    for token in document.with_lemma(("be",)):
        if token.pos_ in ("AUX", "VERB"):
            predicate = next((c for c in token.children if c.dep_ in ("attr", "acomp", "prep")), None)
            topic = next((c for c in token.children if c.dep_ == "nsubj"), None)
            if predicate is not None and topic is not None and any(t.lemma_.lower() in words for t in predicate.subtree):
                yield topic, predicate
