"""Sides that no word near the trigger names, but another clause does (implicit arguments: Gerber and Chai 2010).

"condemned the launch" blames whoever launched; "agreed to the meeting" agrees with the other party of the meeting told of; who
frees prisoners has held them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.events.addressing import addressed, agreed_with_speaker, fearing, other_person, provoked, whose_plan
from dateline.events.answered import answered
from dateline.events.arguments import complements, object_of, role_nouns
from dateline.events.counterparts import only_other
from dateline.events.deeds_told import FAR, NEAR, before, doer_of_noun, doer_of_that, takes_up
from dateline.events.denoting import Ids, actors_of, others
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.events.sides import is_symmetric
from dateline.events.supplements import anchored
from dateline.events.taken_up import of_pronoun, party_to_that
from dateline.events.unopposed import freeing
from dateline.events.violence import deeds_around
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import clause_head, direct_object, subject, surface_subject
from dateline.language.tokens import Token

_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_VERBAL = _JUDGING | {"REQUEST", "THREATEN"}
_PRONOUNS = frozenset({"it", "him", "her", "them"})
_HOSTILE = frozenset({"THREATEN", "ACCUSE", "REJECT", "SANCTION"})
_PENALTIES = frozenset({"sanction", "embargo", "blacklist"})
_COUNTRIES = frozenset({"country", "nation", "regime", "republic", "dictatorship"})
_BREAKING_OFF = "164"
"""The code of leaving talks."""


def filled(scene: Scene, told: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """Those `told`, with the sides that other drafts of the article tell."""
    return [_filled(scene, draft, drafts) for draft in told]


def _filled(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if draft.row.type == "COERCE" and draft.row.mode == "arrest" and draft.targets and not draft.sources:
        return replace(draft, sources=_captor(scene, draft, drafts))
    if draft.row.type == "ASSAULT" and not draft.sources:
        return replace(draft, sources=_author_of_that(scene, draft, drafts))
    among_themselves = len({scene.country(s) or s for s in draft.sources}) > 1  # "A and B agreed to meet"
    if draft.targets or not draft.sources or (among_themselves and is_symmetric(draft.row)):
        return draft
    if among_themselves and draft.row.type == "AGREE":
        return replace(draft, targets=_let_do(scene, draft))
    return replace(draft, targets=next(filter(None, _targets(scene, draft, drafts)), ()))


def _author_of_that(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "Chad attacked the port. The attack hurt two": the attack is Chad's."""
    deeds = deeds_around(draft.token) if draft.row.word_class == "verb" else ()
    found = (doer_of_noun(scene, draft, noun, drafts) for noun in deeds if takes_up(noun))
    return others(scene, next(filter(None, found), ()), draft.targets)


def _targets(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Iterator[Ids]:
    kind = draft.row.type
    yield _that_country(scene, draft)
    yield anchored(scene, draft)
    yield answered(scene, draft)
    yield _let_do(scene, draft)
    yield from (told(scene, draft) for told in (other_person, addressed, fearing, provoked, whose_plan))
    yield from _of_words(scene, draft, drafts)
    if kind == "CONSULT" and _attends_that(scene, draft):
        yield _other_party(scene, draft, drafts)
    if kind in ("AGREE", "REJECT", "THREATEN"):
        yield _asker(scene, draft, drafts)
        yield agreed_with_speaker(scene, draft)
        yield _demanding(scene, draft, drafts)
        yield _other_party(scene, draft, drafts)
    backing = kind == "CONCEDE" and any(c.dep_ == "prt" and c.lower_ in ("off", "down", "away") for c in draft.token.children)
    open_ = draft.certainty.value in ("planned", "hypothetical")
    if kind in ("THREATEN", "SANCTION") or (kind == "ASSAULT" and open_) or backing or (kind == "REJECT" and not draft.row.words):
        yield _same_quarrel(scene, draft, drafts)
    yield party_to_that(scene, draft, drafts)
    yield from _of_sanction(scene, draft, drafts)
    yield only_other(scene, draft)


_LETTING = frozenset({"let", "allow", "permit", "enable"})


def _let_do(scene: Scene, draft: Draft) -> Ids:
    """ "would not let Libya test it", "agreed to allow Libya to do so": Libya is who may not, or may."""
    if draft.row.type not in ("AGREE", "REJECT"):
        return ()
    letting = [v for v in (draft.token, *complements(draft.token)) if lemma_of(v) in _LETTING]
    done = [(v, c) for v in letting for c in complements(v)]
    stood_for = [
        (draft.token, c) for c in draft.token.children if c.dep_ == "advcl" and any(w.lower_ == "for" for w in c.children)
    ]
    done += stood_for if lemma_of(draft.token) == "stand" else []
    whom = (who for v, c in done if (who := surface_subject(c) or direct_object(v)) is not None)
    return next((found for who in whom if (found := others(scene, actors_of(scene, who), draft.sources))), ())


def _of_words(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Iterator[Ids]:
    kind = draft.row.type
    if kind in _VERBAL and any(c.dep_ == "dobj" and c.lower_ in _PRONOUNS for c in draft.token.children):
        yield _same_breath(scene, draft, drafts)
    if kind in _JUDGING:
        yield of_pronoun(scene, draft, drafts)
        yield doer_of_that(scene, draft, drafts)
    if kind in _HOSTILE and any(c.lower_ == "back" for c in draft.token.children):
        yield _provoker(scene, draft, drafts)
    if kind == "REQUEST":
        yield from _of_request(scene, draft, drafts)


def _of_sanction(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Iterator[Ids]:
    if draft.row.type != "SANCTION":
        return
    if draft.row.cameo == _BREAKING_OFF:
        yield _other_party(scene, draft, drafts)
    if draft.row.mode == "discontinue":
        yield _of_the_main_clause(scene, draft, drafts)
        yield _sanctioned(scene, draft, drafts)


def _of_request(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Iterator[Ids]:
    if draft.row.word_class == "noun":
        yield _answering(scene, draft)
        yield _same_request(scene, draft, drafts)
        return
    yield _asked_in_the_same_breath(scene, draft, drafts)
    if any(freeing(noun) for noun in role_nouns(draft.token, "obj")):
        yield _holder(scene, draft, drafts)
    if draft.row.mode == "meet":
        yield _other_party(scene, draft, drafts)


def _holder(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "demanded the release of the two": of the one state that holds anybody in the article."""
    found = [d.sources for d in drafts if d.row.type == "COERCE" and d.row.mode == "arrest" and d.sources]
    held = [ids for ids in found if others(scene, ids, draft.sources)]
    return held[0] if len({scene.country(i) for ids in held for i in ids}) == 1 else ()


def _attends_that(scene: Scene, draft: Draft) -> bool:
    """ "attended the meeting"; "both leaders attended the summit" is of them alone."""
    thing = object_of(draft.token) if lemma_of(draft.token) == "attend" else None
    return thing is not None and takes_up(thing) and len({scene.country(s) or s for s in draft.sources}) == 1


def _asker(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "Chad asked Libya for talks, and Libya agreed"."""
    things = (*role_nouns(draft.token, "obj"), *role_nouns(draft.token, "to"), *role_nouns(draft.token, "on"))
    told = (c for c in complements(draft.token) if not any(w.lower_ == "so" and w.i == c.i + 1 for w in c.children))
    answers = lemma_of(draft.token) in object_class("answering") and not any(told)  # "agreed to do so" tells no more
    if not answers or not all(takes_up(thing) and lemma_of(thing) in object_class("names-REQUEST") for thing in things):
        return ()
    for earlier in before(draft, drafts, NEAR):
        asked = earlier.row.type == "REQUEST" and len(others(scene, earlier.targets, draft.sources)) < len(earlier.targets)
        if asked and (found := others(scene, earlier.sources, draft.sources)):
            return found
    return ()


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Talks told of elsewhere: whether by the same word, how many tokens away, and with whom."""

    same: bool
    away: int
    party: Ids


def _demanding(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "Chad has demanded disarmament of Libya. Libya has rejected a one-sided step": what Chad asked of it right before."""
    thing = object_of(draft.token) if lemma_of(draft.token) in ("reject", "refuse", "spurn", "rebuff") else None
    if draft.row.type != "REJECT" or thing is None or lemma_of(thing) not in object_class("pledged"):
        return ()
    start = draft.token.doc[max(draft.token.sent.start - 1, 0)].sent.start
    for earlier in before(draft, drafts, NEAR):
        if earlier.row.type == "REQUEST" and earlier.token.i >= start and _one_side(scene, earlier.targets, draft.sources):
            return others(scene, earlier.sources, draft.sources)
    return ()


def _other_party(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "threatened to cancel the meeting", "is ready to talk": with whom the talks are of which the article tells."""
    talks = next((word for word in _near_words(draft.token) if _is_meeting(word)), None)
    if draft.row.type == "REJECT" and any(_is_comment(word) for word in complements(draft.token)):
        return ()
    found = sorted(_meetings(scene, draft, talks, drafts), key=lambda m: m.away) if talks is not None else []
    same = [m for m in found if m.same]
    if talks is not None and draft.row.type == "REJECT" and _is_bare(talks):
        same, found = [], found if _of_one_state(scene, found) else []  # "walked out of talks": of which?
    for such in ([m for m in same if m.away < NEAR], same or [m for m in found if m.away < 2 * NEAR], same or found):
        if _of_one_state(scene, such):
            return such[0].party
    return _most_often(scene, [m.party for m in same if m.away < FAR])


def _meetings(scene: Scene, draft: Draft, talks: Token, drafts: Sequence[Draft]) -> Iterator[_Meeting]:
    told = [(d.token, _counterpart(scene, draft.sources, d)) for d in drafts if d.row.type == "CONSULT"]
    told += [(noun, _with_others(scene, draft.sources, noun)) for noun in scene.document.with_lemma(_talks())]
    for word, party in told:
        if party:
            yield _Meeting(lemma_of(word) == lemma_of(talks), abs(word.i - draft.token.i), party)


def _is_comment(word: Token) -> bool:
    """ "refused to talk about the discussions", "declined to discuss the summit": nothing is said of them."""
    about = lemma_of(word) in ("talk", "speak", "comment") and any(c.lower_ in ("about", "on") for c in word.children)
    return about or (lemma_of(word) == "discuss" and object_of(word) is not None)


def _is_bare(talks: Token) -> bool:
    return talks.pos_ == "NOUN" and not any(c.dep_ in ("det", "poss", "nummod") for c in talks.children)


def _of_one_state(scene: Scene, meetings: Sequence[_Meeting]) -> bool:
    return len({scene.country(m.party[0]) for m in meetings}) == 1


def _most_often(scene: Scene, parties: Sequence[Ids]) -> Ids:
    """The nearest, if more than half of them are of its state."""
    states = [scene.country(p[0]) for p in parties]
    return parties[0] if parties and 2 * states.count(states[0]) > len(states) else ()


def _with_others(scene: Scene, doers: Ids, noun: Token) -> Ids:
    """ "the summit with Iran": of one other state alone."""
    nouns = (n for role in ("with", "between") for n in role_nouns(noun, role))
    named = tuple(a for n in nouns for a in actors_of(scene, n))
    rest = others(scene, named, doers)
    if named and not rest and (who := subject(clause_head(noun))) is not None:
        rest = others(scene, actors_of(scene, who), doers)  # "the Swede scheduled a meeting with them"
    return rest if len({scene.country(r) for r in rest}) == 1 else ()


def _near_words(token: Token) -> Iterator[Token]:
    """The words of the complement up to the end of its clause."""
    for word in token.doc[token.i + 1 : min(token.i + 9, token.sent.end)]:
        if word.text in (",", ";", ":", "—") or word.dep_ == "mark":
            return
        yield word


@cache
def _talks() -> frozenset[str]:
    return object_class("meeting") | {"meet", "talk", "negotiate", "discuss"}


def _is_meeting(word: Token) -> bool:
    """Talks of which it is not told with whom."""
    if lemma_of(word) not in _talks():
        return False
    met = lemma_of(word) == "meet" and any(c.dep_ == "dobj" for c in word.children)
    named = met or any(c.lower_ in ("with", "between", "to", "among") for c in _nearest_phrases(word))
    return word.dep_ != "compound" and not named


def _nearest_phrases(talks: Token) -> Iterator[Token]:
    """Without those behind what the talks, or a quarrel over them, are about: "the meeting over drills between A and B"."""
    for child in talks.children:
        yield child
        if child.dep_ == "prep" and child.lower_ in ("over", "about"):
            return


def _counterpart(scene: Scene, doers: Ids, meeting: Draft) -> Ids:
    parties = tuple(dict.fromkeys((*meeting.sources, *meeting.targets)))
    rest = others(scene, parties, doers)
    mine = [p for p in parties if p not in rest]
    return rest if mine and len({scene.country(r) for r in rest}) == 1 else ()


def _same_quarrel(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "warned Iran ... . It vowed to act": against whom the same side speaks right before."""
    first = draft.token.sent.start
    start = draft.token.doc[first - 1].sent.start if first else 0
    for earlier in sorted(drafts, key=lambda d: -d.token.i):
        close = start <= earlier.token.i < draft.token.sent.end and earlier is not draft
        if close and earlier.row.type in _HOSTILE and earlier.targets and _of_party(scene, draft.sources, earlier.sources):
            return others(scene, earlier.targets, draft.sources)
    return ()


def _of_party(scene: Scene, one: Ids, party: Ids) -> bool:
    """The same side, or one of several: "both leaders denounced Iran. 'We will not stand for that,' the Swede said"."""
    return _one_side(scene, party, one) or (bool(one) and set(one) <= set(party))


def _same_request(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "urged him to block it. His request came after": it was made to whom the same side asked right before."""
    if not any(c.dep_ == "poss" for c in draft.token.children):
        return ()
    asked = (d for d in before(draft, drafts, 2 * NEAR) if d.row.type == "REQUEST" and set(d.sources) == set(draft.sources))
    nearest = next(asked, None)
    return others(scene, nearest.targets, draft.sources) if nearest is not None else ()


def _asked_in_the_same_breath(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "appealed for calm and urged Chad to stop": both times Chad."""
    joined = [d for d in drafts if d.row.type == "REQUEST" and d.token in draft.token.conjuncts and d.token.i > draft.token.i]
    return others(scene, joined[0].targets, draft.sources) if joined else ()


def _of_the_main_clause(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "imposed sanctions on Iran, barring all trade": Iran."""
    if draft.token.tag_ != "VBG" or draft.token.dep_ not in ("advcl", "acl"):
        return ()
    above = [d for d in drafts if d.token.is_ancestor(draft.token) and d.row.type == "SANCTION" and d.targets]
    return others(scene, above[-1].targets, draft.sources) if above else ()


def _sanctioned(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "approved new sanctions": on the one state on which the article tells of any."""
    voted = draft.token.subtree if lemma_of(draft.token) in ("vote", "approve", "adopt") else ()
    if not any(lemma_of(word) in _PENALTIES for word in (draft.token, *role_nouns(draft.token, "obj"), *voted)):
        return ()
    told = [d.targets for d in drafts if d.row.type == "SANCTION" and d.row.mode == "discontinue" and d.targets]
    found = others(scene, _most_often(scene, told), draft.sources)
    states = {scene.country(t) for t in found}
    return found if None not in states and not states & {scene.country(s) for s in draft.sources} else ()


def _that_country(scene: Scene, draft: Draft) -> Ids:
    """ "Venezuela is in crisis. The US put sanctions on the country": the state named last before it."""
    roles = ("obj", "on", "to", "against", "from", "with", *(("compsubj",) if draft.row.type == "REQUEST" else ()))
    heads = (draft.token, *(complements(draft.token) if draft.row.type in ("THREATEN", "SANCTION") else ()))
    nouns = [n for head in heads for role in roles for n in role_nouns(head, role)]
    thing = next((n for n in nouns if n.tag_ == "NN" and lemma_of(n) in _COUNTRIES and takes_up(n)), None)
    if thing is None:
        return ()
    for index in range(draft.token.i - 1, max(draft.token.i - NEAR, -1), -1):
        word = draft.token.doc[index]
        found = scene.cast.at(word) if word.pos_ == "PROPN" else None
        if found is not None and scene.is_state(found) and (rest := others(scene, (found,), draft.sources)):
            return rest
    return ()


def _same_breath(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "criticised China, accusing it of theft", "shot down a US drone, accusing it of spying"."""
    for earlier in before(draft, drafts, NEAR):
        if earlier.token.sent == draft.token.sent and _one_side(scene, earlier.sources, draft.sources) and earlier.targets:
            whole = draft.token.dep_ == "advcl" and draft.token.head == earlier.token
            return earlier.targets if whole or earlier.row.type in _VERBAL else ()
    return ()


def _provoker(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """ "hit back": at whoever has just attacked."""
    hostile = [d for d in before(draft, drafts, FAR) if d.row.type in _HOSTILE and d.targets]
    found = [others(scene, d.sources, draft.sources) for d in hostile if _one_side(scene, d.targets, draft.sources)]
    return found[0] if len({scene.country(a) for ids in found for a in ids}) == 1 else ()


def _answering(scene: Scene, draft: Draft) -> Ids:
    """ "Chad did not respond to a request from Mali": it was made to Chad."""
    above = draft.token.head.head if draft.token.dep_ == "pobj" else draft.token.head
    if draft.token.dep_ not in ("pobj", "dobj") or lemma_of(above) not in object_class("answering") | {
        "respond",
        "receive",
        "ignore",
    }:
        return ()
    who = subject(above)
    return others(scene, actors_of(scene, who), draft.sources) if who is not None else ()


def _one_side(scene: Scene, one: Ids, other: Ids) -> bool:
    return bool(one) and not others(scene, one, other)


def _captor(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Ids:
    """Who frees them, where the article tells of one such state alone."""
    held = {state for t in draft.targets if (state := scene.country(t)) is not None}
    freeing = [d for d in drafts if d.row.mode in ("release", "return") and {scene.country(t) for t in d.targets} & held]
    found = [d.sources for d in freeing if d.sources and not {scene.country(s) for s in d.sources} & held]
    return found[0] if len({scene.country(s) for ids in found for s in ids}) == 1 else ()
