"""Whom a pronoun or a definite noun of an earlier told matter names: "the accord", "the attack", "calling it a provocation".

A deal is that of those with whom the article says it was made; an attack told again has the victims told first; "it" in
"condemned the launch, calling it reckless" is the launch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.events.arguments import complements, object_of, role_nouns
from dateline.events.deeds_told import FAR, doer_of_noun, takes_up
from dateline.events.denoting import Ids, actors_of, is_event_noun, leading, others, parties
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import agent, subject
from dateline.language.tokens import Token

_PRONOUNS = {"it": "NN", "this": "NN", "that": "NN", "them": "NNS", "these": "NNS", "those": "NNS"}
"""With the tag of the nouns that each stands for."""
_MAIN_ROLES = ("obj", "to", "on", "about", "over", "at", "against")
_DEAL_ROLES = ("obj", "of", "from", "to")
_OF_DEALS = frozenset({"AGREE", "REJECT", "THREATEN", "SANCTION"})
"""Acts by which a deal is refused or left, towards its other party; who criticises or praises one need not mean that party."""
_MEDIATING = "045"
"""The code of brokering something."""
_TOPICS = frozenset({"nuclear", "commercial", "military"})
_JUST_BEFORE = 45
"""How many tokens back the deed may be that a pronoun stands for."""


def of_pronoun(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "condemned the launch, calling it reckless", "denounced them as a rehearsal": whose deed "it" or "them" is."""
    for noun in _stood_for(draft.token):
        told = tuple(a for d in drafts if noun in (d.token, object_of(d.token)) for a in d.sources)
        whose = others(scene, actors_of(scene, noun) or told, draft.sources)
        tested = takes_up(noun) and lemma_of(noun) in object_class("names-MOBILIZE") | object_class("names-ASSAULT")
        if found := whose or (doer_of_noun(scene, draft, noun, drafts) if tested else ()):
            return found
    return ()


def _stood_for(verb: Token) -> Iterator[Token]:
    """The deeds that the verb's object may stand for: a pronoun, or "which" of a relative clause."""
    pronoun = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.lower_ in _PRONOUNS), None)
    if pronoun is not None:
        yield from _antecedents(verb, pronoun)
    elif verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.lower_ in ("which", "that") for c in verb.children):
        yield from (noun for noun in (verb.head,) if is_event_noun(noun) or lemma_of(noun) in _deed_names())


def stands_for_deed(verb: Token) -> bool:
    """ "denounced them as a rehearsal for war": by what is predicated of them they are no people."""
    if not any(c.dep_ == "dobj" and c.lower_ == "them" for c in verb.children):
        return False
    named = (n for c in verb.children if c.i > verb.i for n in (c, *c.children) if c.dep_ in ("oprd", "prep", "xcomp"))
    return any(lemma_of(n) in object_class("deed-predicate") for n in named)


def _antecedents(verb: Token, pronoun: Token) -> Iterator[Token]:
    """The deeds that the clause above tells of; where the verb names what kind of deed it is, the nearest one before."""
    above = verb.head
    if verb.dep_ in ("advcl", "conj") and above.pos_ == "VERB" and above.i < verb.i:
        yield from (n for role in _MAIN_ROLES for n in role_nouns(above, role) if n.i < verb.i and _is_deed(n, pronoun))
    yield from (n for n in _of_content(verb) if _is_deed(n, pronoun))
    if stands_for_deed(verb):
        words = (verb.doc[i] for i in range(verb.i - 1, max(verb.i - _JUST_BEFORE, -1), -1))
        yield from (w for w in words if lemma_of(w) in object_class("names-MOBILIZE") and _is_deed(w, pronoun))


def _of_content(verb: Token) -> Iterator[Token]:
    """ "said that it was worried about the launch, calling it reckless": the deed of what is said, if there is only one."""
    inner = (w for w in verb.head.subtree if w.i < verb.i) if verb.tag_ == "VBG" and verb.dep_ == "advcl" else ()
    deeds = [w for w in inner if w.pos_ == "NOUN" and w.dep_ in ("dobj", "pobj") and lemma_of(w) in _deed_names()]
    if len(deeds) == 1:
        yield from deeds


def _is_deed(noun: Token, pronoun: Token) -> bool:
    return noun.tag_ == _PRONOUNS[pronoun.lower_] and (is_event_noun(noun) or lemma_of(noun) in _deed_names())


@cache
def _deed_names() -> frozenset[str]:
    kinds = ("MOBILIZE", "ASSAULT", "SANCTION", "THREATEN", "any")
    return frozenset().union(*(object_class(f"names-{kind}") for kind in kinds))


def party_to_that(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """Of a deal, an alliance or an attack told of elsewhere the side that the draft lacks."""
    if draft.row.type in _OF_DEALS or draft.row.cameo == _MEDIATING:
        return _of_deal(scene, draft)
    if draft.row.type == "COOPERATE":
        return _leader_of_that(scene, draft)
    if draft.row.type != "ASSAULT":
        return ()
    return _victim_of_that(scene, draft, drafts) or _victim_of_same(scene, draft, drafts)


def _of_deal(scene: Scene, draft: Draft) -> Ids:
    """ "withdrew from the accord": the one state with which the article says that it was made."""
    deal = next(_deals(draft.token), None)
    if deal is None:
        return ()
    if own := _with_whom(scene, deal, draft.sources):
        return own
    earlier = _told_deals(scene, deal) if takes_up(deal) and not _has_a_name(deal) else []
    told = [p for noun in earlier if (p := _with_whom(scene, noun, draft.sources))]
    states = [scene.country(p[0]) for p in told]
    return told[0] if told and None not in states and 4 * states.count(states[0]) >= 3 * len(states) else ()


def _deals(token: Token) -> Iterator[Token]:
    """The deals that a verb or its complement is about."""
    for verb in (token, *complements(token)):
        for role in _DEAL_ROLES:
            yield from (n for n in role_nouns(verb, role) if _is_deal(n))


def _is_deal(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and lemma_of(noun) in object_class("deal")


def _has_a_name(noun: Token) -> bool:
    """ "the Paris accord", "the START treaty"."""
    return any(c.pos_ == "PROPN" for c in noun.children)


def _told_deals(scene: Scene, deal: Token) -> list[Token]:
    """The other mentions of deals on the same matter, the nearest first."""
    mentions = (n for n in scene.document.with_lemma(object_class("deal")) if _is_deal(n) and n != deal)
    same = [n for n in mentions if _topics(deal) <= _topics(n)]
    return sorted(same, key=lambda n: abs(n.i - deal.i))


def _topics(noun: Token) -> frozenset[str]:
    """ "nuclear", "climate": what a deal is about, by the words before it."""
    words = [c for c in noun.children if c.i < noun.i]
    return frozenset(lemma_of(c) for c in words if (c.dep_ == "compound" and c.pos_ == "NOUN") or lemma_of(c) in _TOPICS)


def _with_whom(scene: Scene, noun: Token, doers: Ids) -> Ids:
    """Of "the Iran deal", "a pact with Iran", "an accord between Chad and Iran" the one state beside the doers'."""
    named = [c for c in noun.children if c.ent_type_ == "NORP" or (c.ent_type_ == "GPE" and not _is_city(scene, c))]
    nouns = (n for word in _made(noun) for role in ("with", "between", "among") for n in role_nouns(word, role))
    found = (*parties(scene, noun), *(a for n in (*named, *nouns, *_curbed(noun)) for a in actors_of(scene, n)))
    rest = tuple(dict.fromkeys(others(scene, found, doers)))
    states = {scene.country(r) for r in rest} - {scene.country(d) for d in doers}
    return tuple(r for r in rest if scene.is_state(r)) if len(states) == 1 and None not in states else ()


def _made(deal: Token) -> Iterator[Token]:
    """The deal, and how it was made: "was brokered between", "signed with"."""
    yield deal
    yield from (c for c in deal.children if c.dep_ in ("acl", "relcl") and lemma_of(c) in object_class("dealing"))
    if deal.dep_ in ("dobj", "nsubjpass") and lemma_of(deal.head) in object_class("dealing"):
        yield deal.head


def _curbed(deal: Token) -> Iterator[Token]:
    """ "a deal that curbs Iran's exports": Iran's."""
    clauses = (c for c in deal.children if c.dep_ in ("acl", "relcl", "advcl") and lemma_of(c) in object_class("curbing"))
    yield from (c for clause in clauses for n in role_nouns(clause, "obj") for c in n.children if c.dep_ == "poss")


def _is_city(scene: Scene, name: Token) -> bool:
    """ "the Paris agreement" was made there."""
    return all(name.text not in scene.cast.actor(a).name for a in actors_of(scene, name))


def _victim_of_that(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "Chad was behind the attack": upon whom it was, as told before."""
    attack = next((n for n in _attacks(draft.token) if takes_up(n)), None)
    if attack is None:
        return ()
    earlier = [d for d in drafts if 0 < draft.token.i - d.token.i < FAR and d.row.type == "ASSAULT"]
    same = [d.targets for d in earlier if d.targets and lemma_of(attack) in _named_by(d.token)]
    states = {scene.country(t) or t for targets in same for t in targets}
    last = bool(same) and earlier[-1].targets == same[-1]  # no other attack is told in between
    return others(scene, same[-1], draft.sources) if last and len(states) == 1 else ()


def _victim_of_same(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "Chad's strikes on Libya ... said that the strikes by Chad": upon whom, as all that tell of such deeds of Chad's say."""
    if draft.row.word_class != "noun" or any(c.lower_ in _ANOTHER for c in draft.token.children):
        return ()
    mine = {scene.country(s) or s for s in draft.sources}
    such = (d for d in drafts if d.row.type == "ASSAULT" and d.targets and lemma_of(draft.token) in _named_by(d.token))
    same = [d for d in such if {scene.country(s) or s for s in d.sources} == mine]
    states = {scene.country(t) or t for d in same for t in d.targets}
    return others(scene, same[0].targets, draft.sources) if len(states) == 1 else ()


_ANOTHER = frozenset({"in", "at", "near", "on", "against", "a", "an", "any", "another", "no", "new", "other", "previous", "past"})
"""Words with which a deed is told to be another one: done elsewhere, or at another time."""


def _attacks(token: Token) -> Iterator[Token]:
    nouns = (n for role in ("obj", "behind", "for") for n in role_nouns(token, role))
    yield from (n for n in nouns if lemma_of(n) in object_class("names-ASSAULT"))


def _named_by(token: Token) -> frozenset[str]:
    thing = object_of(token) if agent(token) is None else None
    return frozenset(lemma_of(w) for w in (token, thing) if w is not None)


def _leader_of_that(scene: Scene, draft: Draft) -> Ids:
    """ "joined the coalition": of the state that leads or formed it, as the article says."""
    joined = next((n for n in role_nouns(draft.token, "obj") if lemma_of(n) in object_class("alliance")), None)
    if joined is None or lemma_of(draft.token) not in ("join", "enter", "leave", "quit"):
        return ()
    same = (n for n in scene.document.with_lemma((lemma_of(joined),)) if n.pos_ == "NOUN")
    found = [ids for noun in same if (ids := others(scene, _leader(scene, noun), draft.sources))]
    return found[0] if len({scene.country(i) for ids in found for i in ids}) == 1 else ()


def _leader(scene: Scene, noun: Token) -> Ids:
    led = [c for c in noun.children if c.lower_ == "led" and c.dep_ in ("amod", "compound", "nmod")]
    if named := tuple(a for c in led if (a := leading(scene, c)) is not None):
        return named
    above = noun.head
    formed = noun.dep_ == "dobj" and lemma_of(above) in ("lead", "form", "head", "assemble", "build")
    who = subject(above) if formed else None
    return actors_of(scene, who) if who is not None else ()
