"""Attacks made with words alone: "his attack on Chad for failing to negotiate", "attacked his aides, calling them weak"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.events.arguments import object_of, role_nouns
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import is_passive, subject, surface_subject
from dateline.language.tokens import Token

_ATTACKS = frozenset({"attack", "assault", "strike", "onslaught", "broadside", "barrage"})
_BLAMING = frozenset({"attack", "assail", "target"})
_LASHING = frozenset({"attack", "assail", "target", "hit"})
_LAUNCHING = frozenset({"launch", "mount", "lead", "unleash", "continue", "make"})
_MISSILES = frozenset({"stone", "rock", "bottle", "brick", "egg", "fire", "cocktail"})


def of_words(scene: Scene, noun: Token, row: Trigger) -> Trigger:
    """The row of a noun of violence, or of criticism where the noun phrase says that words were the weapon."""
    if row.type != "ASSAULT" or not (_is_verbal(noun) or _assassinates_character(noun)):
        return row
    return replace(row, type="ACCUSE", mode="disapprove", cameo="111")


def _is_verbal(noun: Token) -> bool:
    return lemma_of(noun) in _ATTACKS and (_for_failing(noun) or _in_words(noun) or _on_topic(noun) or _on_witnesses(noun))


def spoken(scene: Scene, verb: Token) -> bool:
    """Words are the weapon of the attack that the verb tells."""
    lemma, who, thing = lemma_of(verb), surface_subject(verb), object_of(verb)
    if lemma in _LAUNCHING:
        return thing is not None and lemma_of(thing) in _ATTACKS and _is_verbal(thing)
    if lemma in _BLAMING and ((who is not None and lemma_of(who) in object_class("message")) or _for_reasons(verb)):
        return True
    if lemma not in _LASHING or is_passive(verb) or any(lemma_of(t) in object_class("weapon") for t in verb.sent):
        return False
    speaker = subject(verb)
    if speaker is None or not _is_person(scene, speaker):
        return False
    return _while_speaking(verb) or (thing is not None and _is_person(scene, thing) and _for_reasons(verb))


def _is_person(scene: Scene, noun: Token) -> bool:
    found = scene.cast.at(noun)
    return found is not None and scene.cast.actor(found).kind == "person"


def _while_speaking(verb: Token) -> bool:
    """ "calling them weak" right behind it, or "in a series of tweets" in its clause or in the one that it is part of."""
    if any(
        c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > verb.i and lemma_of(c) in object_class("naming") for c in verb.children
    ):
        return True
    above = (verb.head,) if verb.dep_ == "advcl" and verb.tag_ == "VBG" else ()
    return any(lemma_of(noun) in object_class("spoken-in") for clause in (verb, *above) for noun in _settings(clause))


def _settings(verb: Token) -> Iterator[Token]:
    thing = object_of(verb)
    for head in (verb, *((thing,) if thing is not None else ())):
        for word in ("in", "on", "via", "during", "with"):
            nouns = role_nouns(head, word)
            yield from (w for n in nouns for w in (n, *n.conjuncts, *role_nouns(n, "of")))


def _for_reasons(verb: Token) -> bool:
    """ "attacked by the president for its coverage": with words."""
    causes = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "over", "as"))
    nouns = (n for c in causes for n in c.children if n.dep_ in ("pobj", "pcomp"))
    return any(n.ent_type_ not in ("DATE", "TIME", "ORDINAL") and lemma_of(n) not in object_class("spell") for n in nouns)


def _for_failing(noun: Token) -> bool:
    """ "for failing to negotiate": a fault that is found."""
    return any(c.lower_ == "for" and any(v.dep_ == "pcomp" for v in c.children) for c in noun.children)


def _in_words(noun: Token) -> bool:
    return any(c.dep_ in ("amod", "compound") and c.lemma_.lower() in object_class("in-words") for c in noun.children)


def _on_topic(noun: Token) -> bool:
    """ "attacks Ghana on trade": a headline's verb that the parser takes for a noun."""
    return any(lemma_of(n) in object_class("topic") for n in role_nouns(noun, "on"))


def _on_witnesses(noun: Token) -> bool:
    """ "a fierce attack on the witnesses", "on his record": in court or in a debate."""
    return any(lemma_of(n) in object_class("argued-against") for word in ("on", "against") for n in role_nouns(noun, word))


def _assassinates_character(noun: Token) -> bool:
    return lemma_of(noun) == "assassination" and any(lemma_of(c) == "character" for c in noun.children)


def with_paper(verb: Token) -> bool:
    """ "bombarding the South with leaflets": nobody is harmed."""
    means = role_nouns(verb, "with") if lemma_of(verb) in ("bombard", "pelt", "bomb") else ()
    arms = object_class("shot") | object_class("weapon") | object_class("arms") | object_class("attackn") | _MISSILES
    return bool(means) and all(lemma_of(n) not in arms for n in means)
