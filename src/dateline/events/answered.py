"""Whom a refusal, an assent or a complaint answers, where the words for what is answered tell who asked or made it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import complements, object_of, role_nouns, roles_of
from dateline.events.denoting import Ids, actors_of, leading, nationality, others
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import surface_subject
from dateline.language.tokens import Token

_ANSWERING = frozenset({"REJECT", "AGREE", "ACCUSE", "SUPPORT"})
_TOPICAL = frozenset({"at", "to", "about", "over", "with"})
"""Roles in which the thing stands of a verb without an object: "balked at", "complained about"."""
_MADE = frozenset({"proposed", "brokered", "drafted", "sponsored", "mediated", "backed", "suggested", "offered"})
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
    return next((found for who in words if (found := others(scene, _who(scene, who), draft.sources))), ())


def _who(scene: Scene, word: Token) -> Ids:
    state = leading(scene, word, _MADE)
    return (state,) if state is not None else actors_of(scene, word) or nationality(scene, word)


def _things(draft: Draft) -> Iterator[Token]:
    """What is answered, and what it is "of": "the idea of a truce"."""
    thing = object_of(draft.token) if draft.token.pos_ == "VERB" else None
    topics = (n for role in roles_of(draft.row) if role in _TOPICAL for n in role_nouns(draft.token, role))
    inner = (n for verb in complements(draft.token) if (n := object_of(verb)) is not None)  # "refused to accept a plan"
    for noun in (*((thing,) if thing is not None else topics), *inner):
        made = any(c.lower_ in _MADE for c in noun.children)
        if made or lemma_of(noun) in object_class("demanded") | object_class("proposal"):
            yield noun


def _makers(thing: Token) -> Iterator[Token]:
    """ "calls from Libya", "Libya's plan", "a Libyan-brokered truce", "a truce that Libya had requested"."""
    yield from (c for c in thing.children if c.dep_ == "poss")
    yield from (c for c in thing.children if c.lower_ in _MADE)
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
