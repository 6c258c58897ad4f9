"""Where: the place in which an event happens, if its clause says so.

Not every place named is one: what a speech act is about ("condemned the strike in Syria"), whom a deed is aimed at ("sanctions on
Iran"), where its reporter or its speaker sits and where a body has its seat are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.events.denoting import is_event_noun
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.locative_words import locative_words
from dateline.knowledge.ontology import event_class
from dateline.knowledge.states import state_by_iso3
from dateline.knowledge.triggers import object_class
from dateline.language.clauses import SUBJECTS, clause_head, direct_object, surface_subject
from dateline.language.tokens import Token
from dateline.places import PlaceMention
from dateline.records import EventType, Place

_ELSEWHERE = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE", "SANCTION", "PROTEST"})
"""Acts of speech and policy: what their objects name has its own place."""
_STRIKING = frozenset({"ASSAULT"})
_MOVING = frozenset({"MOBILIZE", "RETREAT"})
_HOME = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
"""Deeds done where those stand who do or suffer them: "police in Rome arrested", "rebels in Yemen fired"."""
_FINENESS = {"country": 0, "region": 1, "city": 2, "site": 3}
_DEPTH = 3


def place_of(scene: Scene, token: Token, kind: EventType) -> Place | None:
    """The place in which the event of this type happens that `token` carries; None where its clause names none."""
    if not scene.places:
        return None
    for named in _readings(scene, token, kind):
        found = list(named)
        if found:
            return _finest(found).place
    return None


def told_at(scene: Scene, draft: Draft) -> Place | None:
    """The place of an event, from the trigger that stands for it or else from the others that tell of it."""
    kind = event_class(draft.row.type).type
    found = place_of(scene, draft.token, kind)
    if found is not None:
        return found
    others = (scene.document.token_at(span.start) for span in draft.mentions if span != draft.span)
    return next((place for t in others if t is not None and (place := place_of(scene, t, kind)) is not None), None)


def _finest(found: list[PlaceMention]) -> PlaceMention:
    """ "In North Korea, a crowd gathered in Kim Il Sung Square": the square; of places apart from one another the first."""
    same = (m for m in found if m.place.country == found[0].place.country)
    return max(same, key=lambda m: _FINENESS[m.precision])


def _readings(scene: Scene, token: Token, kind: EventType) -> Iterator[Iterable[PlaceMention]]:
    """What says where, the surest first."""
    noun = token.pos_ == "NOUN"
    yield _end_of_way(scene, token, kind)
    if noun:
        yield _before(scene, token)
    for clause in _clauses(token):
        yield _of_speech(scene, clause) if kind in _ELSEWHERE else _around(scene, clause)
        if clause != token and clause.lemma_.lower() in locative_words("going"):
            yield _ends_of(scene, (clause,), ("to", "into", "in"))
        if clause == token or not noun:
            yield _at_target(scene, clause, kind)
            if kind not in _ELSEWHERE or _speaks_of_gathering(clause):
                yield (m for n in _objects(clause) for m in (*_around(scene, n), *_before(scene, n)))
        yield _where(scene, clause)
    if kind == "CONSULT" and token.lemma_.lower() in ("meet", "meeting"):
        yield _of_partner(scene, token)
    if kind == "COERCE" and token.dep_ == "acl" and token.head.dep_ in SUBJECTS:
        yield _around(scene, token.head.head)  # "the officers arrested on Monday are behind bars in Potosi"
    if kind in _HOME and not noun and (who := surface_subject(token)) is not None:
        yield _around(scene, who)


def _of_speech(scene: Scene, verb: Token) -> Iterator[PlaceMention]:
    """ "praised the strike in Syria", "congratulated him on his trip to Seoul": what follows is what the speech is about.

    What follows a common noun is its own, whatever the parser joins it to.
    """
    thing = direct_object(verb)
    closed = thing is not None and thing.pos_ == "NOUN" and not _speaks_of_gathering(verb)
    for child in verb.children:
        about = child.i > verb.i and (child.lower_ == "on" or (closed and thing is not None and child.i > thing.i))
        if not about:
            yield from _from_adjunct(scene, child)


def _around(scene: Scene, head: Token) -> Iterator[PlaceMention]:
    """The places after a preposition of place that depends on `head`."""
    for child in head.children:
        yield from _from_adjunct(scene, child)


def _from_adjunct(scene: Scene, child: Token) -> Iterator[PlaceMention]:
    if child.dep_ == "prep" or (child.dep_ in ("advmod", "prt") and child.pos_ in ("ADP", "ADV")):
        yield from _after(scene, child, _DEPTH)


def _where(scene: Scene, clause: Token) -> Iterator[PlaceMention]:
    """For a clause with "where" the place that it is about: "flew to Hanoi, where he met"."""
    if clause.dep_ == "relcl" and any(c.lower_ == "where" for c in clause.children):
        yield from _named(scene, clause.head, _DEPTH)


def _after(scene: Scene, preposition: Token, depth: int) -> Iterator[PlaceMention]:
    word = preposition.lower_
    for inner in preposition.children:
        if inner.dep_ == "prep":
            yield from _after(scene, inner, depth)  # "across the border in Syria", "back in Seoul"
        elif inner.dep_ == "pobj":
            for noun in _listed(inner):
                yield from _located(scene, noun, word, depth)


def _listed(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (c for c in noun.children if c.dep_ == "conj" and c.pos_ == "PROPN")


def _located(scene: Scene, noun: Token, word: str, depth: int) -> Iterator[PlaceMention]:
    """The place that `noun` names after this preposition, or that it is said to be in."""
    mention = scene.place_mention_at(noun)
    if mention is not None:
        if _locates(mention, word):
            yield mention
    elif depth and word in (*locative_words("preposition"), "during", "after", "following", "on", "aboard"):
        yield from _within(scene, noun, word, depth - 1)


def _locates(mention: PlaceMention, preposition: str) -> bool:
    """ "on Guam" and "at Panmunjom" locate, "at China" and "on China" aim."""
    if mention.precision == "country":
        return preposition in locative_words("country_preposition")
    if preposition == "on":
        return mention.precision in ("region", "site")
    return preposition in locative_words("preposition")


def _within(scene: Scene, noun: Token, word: str, depth: int) -> Iterator[PlaceMention]:
    """ "at a summit in Manila", "during a visit to Seoul", "in the port of Finike", "at Seoul airport"."""
    lemma = noun.lemma_.lower()
    gathering = lemma in locative_words("gathering") or lemma in locative_words("journey")
    if not (gathering or lemma in locative_words("ground")) or (word in ("after", "following") and not gathering):
        return
    if word == "on" and lemma not in locative_words("journey") | locative_words("governing_of"):
        return  # "briefed him on a meeting in Seoul"
    yield from _named(scene, noun, depth)


def _named(scene: Scene, noun: Token, depth: int) -> Iterator[PlaceMention]:
    """A noun of a gathering or a kind of place, with what names or locates it."""
    if (mention := scene.place_mention_at(noun)) is not None:
        yield mention
        return
    lemma = noun.lemma_.lower()
    for child in noun.children:
        if child.dep_ == "appos":
            yield from (m for m in [scene.place_mention_at(child)] if m is not None)
        elif child.dep_ == "prep":
            yield from _locating(scene, child, lemma, depth)
    yield from _before(scene, noun)


def _locating(scene: Scene, preposition: Token, lemma: str, depth: int) -> Iterator[PlaceMention]:
    """What a noun's own preposition says: after "of" and "to" only for nouns that these locate."""
    word = preposition.lower_
    journey = word == "to" and lemma in locative_words("journey")
    owned = word == "of" and lemma in locative_words("governing_of")
    if journey or owned:
        yield from (m for n in preposition.children if n.dep_ == "pobj" for m in _ends(scene, n))
    elif depth:
        yield from _after(scene, preposition, depth)


def _ends(scene: Scene, noun: Token) -> Iterator[PlaceMention]:
    """The place at the end of a way or that "of" names, the noun being a name or a kind of place."""
    mention = scene.place_mention_at(noun)
    if mention is not None:
        yield mention
    elif noun.lemma_.lower() in locative_words("ground") | locative_words("gathering"):
        yield from _named(scene, noun, 1)


def _before(scene: Scene, noun: Token) -> Iterator[PlaceMention]:
    """ "the Singapore summit", "Seoul airport", "Pyongyang's main square": but "North Korea talks" are about it or with it."""
    lemma = noun.lemma_.lower()
    held = lemma in locative_words("gathering") or (is_event_noun(noun) and lemma not in locative_words("journey"))
    if not (held or lemma in locative_words("ground")):
        return
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") or (child.dep_ == "poss" and not held):
            mention = scene.place_mention_at(child)
            if mention is not None and not _is_joined(child) and (_is_city(mention) or not held):
                yield mention


def _is_city(mention: PlaceMention) -> bool:
    """A city or site, or a state that is one."""
    state = state_by_iso3(mention.place.country or "")
    return mention.precision in ("city", "site") or (state is not None and state.capital == state.name)


def _is_joined(token: Token) -> bool:
    """ "the Washington-Pyongyang summit" is held between them."""
    doc = token.doc
    return any(0 <= i < len(doc) and doc[i].text in ("-", "–", "/") for i in (token.i - 1, token.i + 1))


def _end_of_way(scene: Scene, token: Token, kind: EventType) -> Iterator[PlaceMention]:
    """Of a visit the place visited, of troops sent the place to which, of troops withdrawn the place from which."""
    lemma = token.lemma_.lower()
    if kind == "CONSULT" and token.pos_ == "VERB" and lemma in ("visit", "tour"):
        thing = direct_object(token)
        yield from (m for n in ([thing] if thing is not None else []) for c in _listed(n) for m in _ends(scene, c))
    words = ("from",) if kind == "RETREAT" else ("to", "into", "in", "at")
    moves = lemma in locative_words("going") or lemma in locative_words("journey")
    if (kind in ("CONSULT", "MOBILIZE") and moves) or kind == "RETREAT":
        yield from _ends_of(scene, (token, *(_objects(token) if kind in _MOVING else ())), words)


def _ends_of(scene: Scene, heads: tuple[Token, ...], words: tuple[str, ...]) -> Iterator[PlaceMention]:
    """The places after these prepositions."""
    preps = (p for head in heads for p in head.children if p.dep_ in ("prep", "dative") and p.lower_ in words)
    yield from (m for p in preps for n in p.children if n.dep_ == "pobj" for m in _ends(scene, n))


def _of_partner(scene: Scene, token: Token) -> Iterator[PlaceMention]:
    """ "met with leaders in Seoul"."""
    preps = (p for p in token.children if p.dep_ == "prep" and p.lower_ == "with")
    yield from (m for p in preps for n in p.children if n.dep_ == "pobj" for m in _around(scene, n))


def _at_target(scene: Scene, token: Token, kind: EventType) -> Iterator[PlaceMention]:
    """An attack happens at what it hits: "bombed Gaza", "the siege of Aleppo", "fired a missile at Guam"."""
    if kind not in _STRIKING:
        return
    thing = direct_object(token) if token.pos_ == "VERB" else None
    if thing is not None and (mention := scene.place_mention_at(thing)) is not None:
        yield mention
    heads = (token, thing) if thing is not None else (token,)
    preps = (p for h in heads for p in h.children if p.dep_ == "prep" and p.lower_ in ("at", "on", "against", "of", "into"))
    yield from (m for p in preps for n in p.children if n.dep_ == "pobj" and (m := scene.place_mention_at(n)) is not None)


def _objects(token: Token) -> tuple[Token, ...]:
    """What is done or held, and what a passive tells of."""
    found = (c for c in token.children if c.dep_ in ("dobj", "nsubjpass"))
    return tuple(found) if token.pos_ in ("VERB", "AUX") else ()


def _speaks_of_gathering(token: Token) -> bool:
    """ "signed an accord in Minsk": what is agreed is agreed there."""
    return any(n.lemma_.lower() in object_class("agreement") for n in _objects(token))


def _clauses(token: Token) -> Iterator[Token]:
    """The trigger, its clause, and a clause that shares its subject with that one ("came to Seoul to meet him")."""
    yield token
    verb = token if token.pos_ in ("VERB", "AUX") else clause_head(token)
    if verb != token:
        if verb.pos_ not in ("VERB", "AUX") or not _carries(token, verb):
            return
        yield verb
    joined = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and surface_subject(verb) is None
    if joined or (_without_tense(verb) and verb.dep_ in ("advcl", "xcomp") and not _marked(verb)):
        yield clause_head(verb.head)


def _carries(noun: Token, verb: Token) -> bool:
    """The noun of action is subject or object of the verb: where the one happens, so does the other."""
    return noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and noun.head == verb


def _without_tense(verb: Token) -> bool:
    finite = any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children)
    return verb.tag_ in ("VBG", "VB", "VBN") and not finite and not any(c.dep_ in SUBJECTS for c in verb.children)


def _marked(verb: Token) -> bool:
    """ "arrived in Washington after visiting Pyongyang": two places."""
    return any(
        c.dep_ in ("mark", "advmod", "prep") and c.i < verb.i and c.lower_ not in ("to", "while", "by") for c in verb.children
    )
