"""Blows that are struck with penalties: "hit Chad with an export ban", "tariffs which target farmers", "a tariff war"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import object_of, role_nouns
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import antecedent, doer
from dateline.language.tokens import Token

_BLOWS = frozenset({"hit", "target", "strike", "punish"})
_CLAUSES = frozenset({"advcl", "conj", "xcomp", "prep", "pcomp"})
_STEPS = 4
"""How far above a blow the verb may stand that names its means: "imposed sanctions but put off targeting"."""


def by_penalty(scene: Scene, verb: Token) -> bool:
    """ "Hits 28 ships in what he calls its heaviest sanctions": a penalty is the means, and no weapon is named."""
    if lemma_of(verb) not in _BLOWS or any(scene.lemmas[t.i] in object_class("weapon") for t in verb.sent):
        return False
    after = any(names_penalty(t) for t in verb.doc[verb.i + 1 : verb.sent.end])
    return after or penalty_strikes(verb) or _of_clause_above(verb)


def is_of_trade(noun: Token) -> bool:
    """ "a tariff war", "trade skirmishes"."""
    return any(c.dep_ in ("compound", "amod", "nmod") and c.lemma_.lower() in object_class("of-trade") for c in noun.children)


def names_penalty(noun: Token) -> bool:
    """A word for penalties, or a ban on trade."""
    if lemma_of(noun) in object_class("penalty"):
        return noun.pos_ in ("NOUN", "PROPN")
    return lemma_of(noun) in ("ban", "curb", "restriction", "list") and is_of_trade(noun)


def penalty_strikes(verb: Token) -> bool:
    """ "the tariffs hit Chad": the penalty itself is what strikes."""
    who = doer(verb)
    return any(names_penalty(noun) for noun in _modified(verb, who))


def _modified(verb: Token, who: Token | None) -> Iterator[Token]:
    """The doer, and what a participle or relative clause modifies: "tariffs used by Ghana that have hit Chad"."""
    if who is not None:
        yield antecedent(who)
    if verb.dep_ in ("acl", "relcl"):
        yield verb.head
        maker = verb.head.head
        if verb.head.pos_ == "PROPN" and maker.dep_ == "agent" and any(c.lower_ in ("that", "which") for c in verb.children):
            yield maker.head.head


def _of_clause_above(verb: Token) -> bool:
    """ "went after Chad with sanctions, hitting its miners": the means of the clause above, of people and places alone."""
    thing = object_of(verb)
    if thing is None or lemma_of(thing) in object_class("force") | object_class("target"):
        return False
    return any(names_penalty(noun) for head in _clauses_above(verb) for noun in _means(head, verb))


def _clauses_above(verb: Token) -> Iterator[Token]:
    node = verb
    for _ in range(_STEPS):
        if node.dep_ not in _CLAUSES or any(c.dep_ == "mark" for c in node.children) or node.lower_ in ("for", "over", "after"):
            return
        node = node.head
        yield node


def _means(head: Token, verb: Token) -> Iterator[Token]:
    nouns = (*(c for c in head.children if c.dep_ == "dobj"), *role_nouns(head, "with"))
    return (w for n in nouns for w in (n, *n.conjuncts) if n.i < verb.i)


def answers_with_penalty(verb: Token) -> bool:
    """ "hit back by announcing new tariffs"."""
    if not any(c.lower_ == "back" for c in verb.children):
        return False
    means = (w for c in verb.children if c.i > verb.i and (c.lower_ in ("by", "with") or c.tag_ == "VBG") for w in c.subtree)
    return any(names_penalty(w) for w in means)
