"""Whom a definite noun takes up from an earlier sentence: "the plan" is that of whoever proposed it (bridging, Clark 1975)."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import complements, object_of, role_nouns
from dateline.events.denoting import Ids, actors_of, others
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import clause_head, subject
from dateline.language.tokens import Token

_DEFINITE = frozenset({"the", "this", "that", "such", "these", "those"})
_MORE = frozenset({"additional", "further", "more", "fresh", "tougher", "stricter", "other"})
_REACH = 120
"""How many tokens back a definite noun may point."""
_CAUSES = frozenset({"after", "because", "as", "when", "since"})
_ANSWERS = frozenset({"response", "retaliation", "reply", "protest", "revenge", "reaction", "answer"})


def proposer(scene: Scene, noun: Token) -> Ids:
    """Who proposed what the noun takes up; nobody where it is no proposal told of before."""
    if lemma_of(noun) in object_class("endeavour"):
        return _endeavouring(scene, noun)
    if lemma_of(noun) not in object_class("proposal") | object_class("agreement"):
        return ()
    for earlier in _told_before(scene, noun):
        verb = clause_head(earlier)
        who = subject(verb) if lemma_of(verb) in object_class("proposing") else None
        if who is not None and (found := actors_of(scene, who)):
            return found
    return ()


def owner_before(scene: Scene, noun: Token) -> Ids:
    """ "Chad's plan ... criticised the plan": whose the same thing is said to be right before."""
    for earlier in _told_before(scene, noun):
        whose = next((c for c in earlier.children if c.dep_ == "poss"), None)
        named = (whose,) if whose is not None else role_nouns(earlier, "by")
        if found := next((ids for n in named if (ids := actors_of(scene, n))), ()):
            return found
    return ()


def _endeavouring(scene: Scene, noun: Token) -> Ids:
    """ "Chad has worked to stop it. Libya defied these efforts": of the sentence before, or of the same."""
    demonstrative = any(c.lower_ in ("these", "those", "such", "this") for c in noun.children)
    before = noun.sent.start - 1
    if not demonstrative or before < 0:
        return ()
    for index in range(noun.i - 1, noun.doc[before].sent.start - 1, -1):
        verb = noun.doc[index]
        aims = any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" for c in verb.children)
        if verb.pos_ == "VERB" and aims and lemma_of(verb) in object_class("endeavouring"):
            who = subject(verb)
            return actors_of(scene, who) if who is not None else ()
    return ()


def adopter(scene: Scene, noun: Token) -> Ids:
    """A resolution is that of the council named last before it."""
    if lemma_of(noun) != "resolution" or not _is_definite(noun):
        return ()
    doc = noun.doc
    for index in range(noun.i - 1, max(noun.i - _REACH, 0), -1):
        found = scene.cast.at(doc[index]) if scene.lemmas[index] in ("council", "assembly") else None
        if found is not None and scene.cast.actor(found).kind == "intergovernmental":
            return (found,)
    return ()


def restricted_before(scene: Scene, token: Token) -> Iterator[Token]:
    """ "voted to enforce the sanctions": on whom an earlier sentence puts them."""
    for verb in (token, *complements(token)):
        thing = object_of(verb)
        for earlier in _told_before(scene, thing) if thing is not None else ():
            for word in (earlier, *_two_above(earlier)):
                yield from (n for role in ("on", "against") for n in role_nouns(word, role))


def aggrieved(scene: Scene, token: Token, doers: Ids) -> Ids:
    """ "Chad closed the border after Libya seized three of its men": whoever answers a deed done to its own has undergone it."""
    thing = object_of(token)
    if thing is None or not doers or not (_is_owned(thing) or _in_answer(token)):
        return ()
    above = clause_head(token.head) if token.dep_ == "advcl" and _is_cause(token) else _answering(token)
    who = subject(above) if above is not None and above != token else None
    found = others(scene, actors_of(scene, who), doers) if who is not None else ()
    return tuple(f for f in found if scene.country(f) not in {scene.country(d) for d in doers})


def _told_before(scene: Scene, noun: Token) -> Iterator[Token]:
    if _is_definite(noun):
        lemma, doc = scene.lemmas[noun.i], noun.doc
        yield from (doc[i] for i in range(noun.i - 1, max(noun.i - _REACH, -1), -1) if scene.lemmas[i] == lemma)


def _is_definite(noun: Token) -> bool:
    """ "the sanctions", "additional sanctions"."""
    return any(c.lower_ in _DEFINITE or (c.lower_ in _MORE and noun.tag_ == "NNS") for c in noun.children)


def _two_above(noun: Token) -> tuple[Token, ...]:
    return (noun.head, noun.head.head) if noun.dep_ == "pobj" else (noun.head,)


def _is_owned(thing: Token) -> bool:
    """ "its men", "three of its men"."""
    heads = (thing, *(n for n in role_nouns(thing, "of")))
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for h in heads for c in h.children)


def _is_cause(verb: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CAUSES for c in verb.children)


def _in_answer(token: Token) -> bool:
    return token.pos_ == "NOUN" and _answering(token) is not None


def _answering(token: Token) -> Token | None:
    """The verb of "closed it in response to the arrest", "condemned the arrest"."""
    if token.dep_ == "dobj" and lemma_of(token.head) in object_class("judging"):
        return token.head
    above = token.head.head if token.dep_ == "pobj" else token
    if lemma_of(above) in _ANSWERS and above.dep_ == "pobj":
        return clause_head(above)
    return None
