"""Deeds told earlier in the article, as a definite noun takes them up: "condemned the launch", "welcomed the move"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.events.arguments import object_of, role_nouns
from dateline.events.denoting import Ids, others
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.tokens import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_WHOSE = frozenset({"of", "by", "from", "against", "between", "with", "for", "to", "in"})
_ABOUT = ("over", "about", "at", "to", "of", "for", "against")
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
FAR, NEAR = 250, 60
"""How many tokens back a deed may be that a noun of its own takes up, and one that any noun does."""


def doer_of_that(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "condemned the launch", "welcomed the move": whose deed it is."""
    thing = object_of(draft.token)
    about = (n for role in _ABOUT for n in role_nouns(draft.token, role)) if thing is None or not takes_up(thing) else ()
    for noun in (*((thing,) if thing is not None else ()), *about):
        if takes_up(noun) and (found := doer_of_noun(scene, draft, noun, drafts)):
            return found
    return ()


def doer_of_noun(scene: Scene, draft: Draft, noun: Token, drafts: Sequence[Draft]) -> Ids:
    """Of several such deeds the one called by the same word, or that of the headline; of any deed at all the nearest."""
    lemma = lemma_of(noun)
    known = (d for d in before(draft, drafts, FAR) if all(scene.acts(s) for s in d.sources))
    told = [d for d in known if others(scene, d.sources, draft.sources)]
    such = [d for d in told if lemma in object_class(f"names-{d.row.type}") and _of_kind(lemma, d)]
    so_called = [d for d in such if lemma in _words(d)]
    close = [d for d in so_called if draft.token.i - d.token.i < NEAR]
    for deeds in (such, so_called, close, [d for d in such if d.in_headline]):
        if len({scene.country(d.sources[0]) or d.sources[0] for d in deeds}) == 1:
            return others(scene, deeds[0].sources, draft.sources)
    if found := _mostly(scene, draft, such) or (_of_any(scene, draft, lemma, drafts) if not such else ()):
        return found
    words_only = {"CONSULT"} if lemma in object_class("names-words") else {"CONSULT", "ACCUSE", "REQUEST", "SUPPORT"}
    near = (d for d in told if draft.token.i - d.token.i < NEAR and d.row.type not in words_only and _in_main_clause(d.token))
    nearest = next(near, None) if lemma in object_class("names-any") and not such else None
    return others(scene, nearest.sources, draft.sources) if nearest is not None else ()


def _mostly(scene: Scene, draft: Draft, deeds: Sequence[Draft]) -> Ids:
    """Of the deeds of that name three in four are of one state, and so is the nearest."""
    states = [scene.country(d.sources[0]) or d.sources[0] for d in deeds]
    if not deeds or 4 * states.count(states[0]) < 3 * len(states):
        return ()
    return others(scene, deeds[0].sources, draft.sources)


def _of_any(scene: Scene, draft: Draft, lemma: str, drafts: Sequence[Draft]) -> Ids:
    """ "is investigating the launch", told in full only later on: of the one state of which the article tells launches."""
    weapons = lemma in object_class("names-MOBILIZE") - object_class("names-troops")
    told = [d.sources for d in drafts if weapons and d.row.mode == "weapons" and d.sources]
    return others(scene, told[0], draft.sources) if len({scene.country(ids[0]) for ids in told}) == 1 else ()


def _of_kind(lemma: str, draft: Draft) -> bool:
    """Tests are of weapons, drills of troops."""
    if draft.row.type != "MOBILIZE" or draft.row.mode not in ("weapons", "troops"):
        return True
    of_troops = lemma in object_class("names-troops")
    return of_troops == (draft.row.mode == "troops") or lemma in ("provocation", "build-up", "buildup")


def _in_main_clause(token: Token) -> bool:
    """What "the move" takes up is what was asserted, not when or by whom else."""
    return not any(node.dep_ in ("advcl", "relcl", "acl", "csubj") for node in (token, *token.ancestors))


def _words(draft: Draft) -> frozenset[str]:
    thing = object_of(draft.token)
    return frozenset(lemma_of(word) for word in (draft.token, thing) if word is not None)


def takes_up(noun: Token) -> bool:
    """A definite noun without anything that says whose it is."""
    words = tuple(noun.children)
    definite = any(c.lower_ in _DEFINITE for c in words) and noun.pos_ == "NOUN"
    dated = any(c.dep_ == "poss" and c.ent_type_ == "DATE" for c in words)  # "Friday's move"
    owned = any(c.dep_ == "poss" for c in words) and not dated
    told = owned or any(c.dep_ in ("relcl", "acl", "nmod") or c.lower_ in _WHOSE or c.ent_type_ in _NAMES for c in words)
    return (definite or (dated and noun.pos_ == "NOUN")) and not told


def before(draft: Draft, drafts: Sequence[Draft], reach: int) -> Iterator[Draft]:
    """The drafts with sources before this one, the nearest first."""
    told = ((_tokens_back(draft, d), d) for d in drafts if d.sources)
    yield from (d for _, d in sorted(((n, d) for n, d in told if 0 < n < reach), key=lambda pair: pair[0]))


_LETTERS = 6
"""Characters of a word with the space after it, on average."""


def _tokens_back(draft: Draft, earlier: Draft) -> int:
    """How far before the one the other is told; told also later, its last mention before it counts."""
    if earlier.token.i < draft.token.i:
        return draft.token.i - earlier.token.i
    before = [draft.token.idx - m.start for m in earlier.mentions if m.start < draft.token.idx]
    return min(before) // _LETTERS if before and earlier is not draft else 0
