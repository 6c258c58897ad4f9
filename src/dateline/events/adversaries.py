"""Against whom forces are moved, where the purpose or the occasion tells it.

"sent troops to counter Iran", "deployed ships amid tensions with China".
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import object_of, role_nouns
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import direct_object, subject
from dateline.language.tokens import Token

_OCCASION = frozenset({"amid", "over", "during"})
_PURPOSE = frozenset({"advcl", "xcomp", "acl", "relcl"})


def adversaries(token: Token) -> Iterator[Token]:
    """The nouns, nearest construction first: what is to be countered, then with whom there are tensions."""
    thing = object_of(token)
    heads = (token,) if thing is None else (token, thing)
    for head in heads:
        yield from (noun for verb in _countering(head) for noun in _countered(verb))
    for head in heads:
        yield from (noun for word in _quarrels(head) for noun in role_nouns(word, "with"))
        yield from _answered(head)


def _countering(head: Token) -> Iterator[Token]:
    """Verbs such as "counter" in an infinitive of purpose."""
    for clause in head.children:
        if clause.dep_ in _PURPOSE and clause.i > head.i and any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children):
            yield from (w for w in (clause, *clause.conjuncts) if lemma_of(w) in object_class("countering"))


def _countered(verb: Token) -> Iterator[Token]:
    thing = direct_object(verb)
    if thing is not None:
        yield thing
        yield from (noun for role in ("from", "by", "of") for noun in role_nouns(thing, role))
    yield from (noun for role in ("against", "with") for noun in role_nouns(verb, role))


def _answered(head: Token) -> Iterator[Token]:
    """ "in response to threats from Sudan": the threats, then Sudan."""
    for response in role_nouns(head, "in"):
        if lemma_of(response) in ("response", "retaliation", "reaction"):
            for deed in (*role_nouns(response, "to"), *role_nouns(response, "for")):
                yield from (deed, *(noun for role in ("from", "by", "of") for noun in role_nouns(deed, role)))


def _quarrels(head: Token) -> Iterator[Token]:
    """The tensions of "amid tensions", "as tensions build"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in _OCCASION:
            yield from (noun for noun in child.children if lemma_of(noun) in object_class("quarrel"))
        elif child.dep_ == "advcl" and any(c.lower_ == "as" for c in child.children):
            who = subject(child)
            if who is not None and lemma_of(who) in object_class("quarrel"):
                yield from (who, child)
