"""Whom a refusal, an assent or a complaint answers, where the words for what is answered tell who asked or made it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import object_of, role_nouns, roles_of
from dateline.events.denoting import Ids, actors_of, nationality, others
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import surface_subject
from dateline.language.tokens import Token

_ANSWERING = frozenset({"REJECT", "AGREE", "ACCUSE", "SUPPORT"})
_TOPICAL = frozenset({"at", "to", "about", "over", "with"})
"""Roles in which the thing stands of a verb without an object: "balked at", "complained about"."""
_SHARED = ("agreement", "talks", "meeting", "relation", "deal")


def answered(scene: Scene, draft: Draft) -> Ids:
    """The first of those whom the words name that is not among the doers."""
    kind = draft.row.type
    if kind in _ANSWERING:
        words = (who for thing in _things(draft) for who in _makers(thing))
    elif kind == "REQUEST":
        words = (n for thing in role_nouns(draft.token, "for") for n in _with_whom(thing))
    else:
        return ()
    found = (others(scene, actors_of(scene, who) or nationality(scene, who), draft.sources) for who in words)
    return next(filter(None, found), ())


def _things(draft: Draft) -> Iterator[Token]:
    """What is answered, and what it is "of": "the idea of a truce"."""
    thing = object_of(draft.token) if draft.token.pos_ == "VERB" else None
    topics = (n for role in roles_of(draft.row) if role in _TOPICAL for n in role_nouns(draft.token, role))
    for noun in (thing,) if thing is not None else topics:
        if lemma_of(noun) in object_class("demanded") | object_class("proposal"):
            yield noun


def _makers(thing: Token) -> Iterator[Token]:
    """ "calls from Libya", "Libya's plan", "a truce that Libya had requested"."""
    yield from (c for c in thing.children if c.dep_ == "poss")
    yield from (n for role in ("from", "by") for n in role_nouns(thing, role))
    for clause in thing.children:
        if clause.dep_ == "relcl" and lemma_of(clause) in object_class("asking-for"):
            who = surface_subject(clause)
            if who is not None and who.tag_ not in ("WDT", "WP"):
                yield who


def _with_whom(thing: Token) -> Iterator[Token]:
    """ "pressed for a deal with Libya": Libya is to make it too."""
    if any(lemma_of(thing) in object_class(name) for name in _SHARED):
        yield from role_nouns(thing, "with")
