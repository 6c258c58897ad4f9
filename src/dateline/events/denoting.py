"""The actors that a noun phrase stands for.

The actor behind a noun is that of its mention; failing that, whoever the noun phrase names as owner, nationality or sender
("two Egyptian engineers", "raiders from Sudan", "investigators sent by the African Union").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.events.listing import half_named, is_singular, joined_before, listed, repeated
from dateline.events.scene import Scene, is_first_person
from dateline.knowledge.states import state_by_adjective
from dateline.knowledge.triggers import lemma_of, object_class, triggers
from dateline.language.clauses import agent, antecedent, conjuncts
from dateline.language.tokens import Token

Ids = tuple[str, ...]
_MODIFIERS = ("amod", "compound", "nmod", "poss")
_OWNERS = ("of", "from", "by", "in", "throughout", "across")


def actors_of(scene: Scene, noun: Token, verb: Token | None = None) -> Ids:
    """The actors that a noun phrase stands for, its conjuncts included; groups are resolved into their members."""
    noun = antecedent(noun)
    of_clause = verb is not None and verb.head == noun and verb.dep_ in ("relcl", "acl")
    alone = verb is not None and of_clause and verb.dep_ == "relcl" and noun.dep_ == "conj" and is_singular(verb)
    heads = (noun,) if alone else (*joined_before(scene, noun), *listed(noun), *repeated(noun))
    if of_clause and verb is not None:
        heads = tuple(h for h in heads if h.i < verb.i)  # "those sanctioned and any Kenyans": the others are not
    told = [one(scene, head, 0) for head in heads]
    if any(told):  # "Chad and its allies"
        told = [found or _group_beside(scene, head, noun) for found, head in zip(told, heads, strict=True)]
    return distinct((*half_named(scene, noun), *(actor for found in told for actor in found)))


def parties(scene: Scene, noun: Token) -> Ids:
    """Both of "the U.S.-China talks", "the Trump-Kim summit"; nobody where no hyphen joins two actors before the noun."""
    doc = noun.doc
    for i in range(noun.i - 2, max(noun.i - _WITHIN_NAME, noun.sent.start), -1):
        if doc[i].text in _HYPHENS and not doc[i].whitespace_ and not doc[i - 1].whitespace_:
            left = _party(scene, (doc[i - 1],))
            right = _party(scene, tuple(doc[k] for k in range(i + 1, min(i + 4, noun.i))))
            if left and right and left != right:
                return distinct((*(_beyond(scene, i - 2)), *left, *right))
    return ()


_HYPHENS = frozenset("-–‑")
_WITHIN_NAME = 7


def _party(scene: Scene, words: tuple[Token, ...]) -> Ids:
    """The first actor or state that one of the words names, up to one that is no part of a name."""
    for word in words:
        if word.pos_ not in ("PROPN", "ADJ", "NOUN") and word.ent_type_ not in ("GPE", "NORP"):
            return ()
        found = scene.cast.at(word) or scene.cast.state_of(word) or scene.owner_by_name(word)
        if found is not None and scene.acts(found):
            return (found,)
    return ()


def _beyond(scene: Scene, i: int) -> Ids:
    """The first of three: "China-Japan-South Korea"."""
    doc = scene.document.doc
    return _party(scene, (doc[i - 1],)) if i > 0 and doc[i].text in _HYPHENS else ()


def one(scene: Scene, noun: Token, depth: int) -> Ids:
    """The actors of one noun without its conjuncts; from `depth` 3 on only those that are mentioned by the noun itself."""
    if is_first_person(noun):
        speaker = _speaker(scene, noun)
        return scene.cast.expand(speaker) if speaker else ()
    if _is_topical(noun):
        return ()
    found = scene.cast.at(noun) or _self_reference(scene, noun)
    if found is not None and (scene.is_armed_side(found) or _is_a_people(scene, noun, found)):
        return _band_of(scene, noun) or (found,)
    acting = _acting(scene, found) if found is not None else ()
    if acting or depth >= 3 or noun.pos_ == "PRON":
        return acting
    here = scene.cast.state_of(noun) or scene.state_at(noun)
    return (here,) if here is not None else through_modifiers(scene, noun, depth) or _exemplified(scene, noun)


def _is_a_people(scene: Scene, noun: Token, found: str) -> bool:
    """ "The Kurds in Syria", "the Sunnis": a side by its own name, wherever they live."""
    people = scene.cast.actor(found).kind == "people" and scene.is_group(found)
    return people and noun.tag_ == "NNPS" and noun.ent_type_ == "NORP"


def _band_of(scene: Scene, noun: Token) -> Ids:
    """ "fighters of the Liberation Front": the front."""
    nouns = (p for c in noun.children if c.lower_ in ("of", "from") for p in c.children if p.dep_ == "pobj")
    found = (scene.cast.at(p) for p in nouns)
    return tuple(f for f in found if f is not None and scene.cast.actor(f).kind == "armed_group")


def described(scene: Scene, noun: Token) -> Ids:
    """The groups that a noun phrase tells of without saying of which country they are, its conjuncts included."""
    return distinct(group for n in conjuncts(antecedent(noun)) for group in _group_at(scene, n))


def _group_beside(scene: Scene, noun: Token, first: Token) -> Ids:
    """Of "Chad and its allies", "Chad and Arab states, like Iraq" the second, whatever the parser joins "like" to."""
    owned = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children) and noun.tag_ == "NNS"
    found = scene.cast.at(noun) if owned and noun.lemma_.lower() in object_class("companion") else None
    group = _group_at(scene, noun) or ((found,) if found is not None else ())
    return group or (_exemplified(scene, first) if noun.tag_ == "NNS" and noun != first else ())


def _group_at(scene: Scene, noun: Token) -> Ids:
    """ "regional allies", "the West", "the Sunnis"; "they" only of those of its own sentence."""
    found = scene.cast.at(noun)
    if found is None or not scene.is_group(found):
        return ()
    if noun.pos_ == "PRON":
        near = any(noun.sent.start_char <= m.start < noun.idx for m in scene.cast.actor(found).mentions)
        return (found,) if near and noun.lower_ in ("they", "them") else ()
    several = noun.tag_ in ("NNS", "NNPS") or any(c.lower_ == "the" for c in noun.children)
    return (found,) if several or " " in scene.cast.actor(found).name else ()


def _exemplified(scene: Scene, noun: Token) -> Ids:
    """ "neighbours such as Chad", "allies like Japan and Korea", "powers, including China": those whom it names."""
    members = (p for c in noun.children if c.dep_ == "prep" and _gives_examples(c) for p in c.children if p.dep_ == "pobj")
    return distinct(a for p in members for h in listed(p) for a in one(scene, h, 3))


def _gives_examples(word: Token) -> bool:
    return word.lower_ in ("like", "including") or (word.lower_ == "as" and any(c.lower_ == "such" for c in word.children))


def _is_topical(noun: Token) -> bool:
    """ "North Korea hawks", "the Iran deal": about a country, not of it."""
    if noun.lemma_.lower() not in object_class("about-a-country"):
        return False
    return any(c.dep_ in ("compound", "nmod") and c.ent_type_ == "GPE" and c.pos_ == "PROPN" for c in noun.children)


def _acting(scene: Scene, found: str) -> Ids:
    body = scene.organisation_of(found)
    return (body,) if body is not None else tuple(a for a in scene.cast.expand(found) if scene.acts(a))


_SELF = {
    "it": frozenset({"state", "government_body", "intergovernmental", "armed_group", "company", "other"}),
    "they": frozenset({"people", "armed_group", "government_body", "state", "other"}),
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
}
"""Which kinds of speaker a pronoun may stand for."""


def _self_reference(scene: Scene, noun: Token) -> str | None:
    """ "Syria said it was willing to leave": a pronoun that opens what is said, if unresolved, is its speaker."""
    kinds = _SELF.get(noun.lower_) if noun.dep_ in ("nsubj", "nsubjpass") else None
    statement = scene.statement_around(noun) if kinds is not None else None
    if kinds is None or statement is None or statement.speaker is None or statement.kind == "direct":
        return None
    opens = any(span.start <= noun.idx <= span.start + _OPENING for span in statement.content)
    return statement.speaker if opens and scene.cast.actor(statement.speaker).kind in kinds else None


_OPENING = 8
"""Characters that may precede the pronoun in what is said: "that ", "either "."""


def _speaker(scene: Scene, token: Token) -> str | None:
    statement = scene.statement_around(token)
    return statement.speaker if statement is not None else scene.cast.at(token)


def through_modifiers(scene: Scene, noun: Token, depth: int) -> Ids:
    """Whoever the noun phrase names as nationality, owner or sender."""
    if is_event_noun(noun) and (both := parties(scene, noun)):
        return both
    held_there = noun.lemma_ != "call" and any(noun.lemma_.lower() in object_class(n) for n in ("meeting", "talks", "agreement"))
    for child in modifiers(noun):
        if held_there and child.dep_ == "compound" and not _takes_part(noun):
            continue  # "the Singapore summit", "the Paris agreement": the place, not a party that acts
        named = child.dep_ == "poss" or (child.dep_ == "compound" and child.pos_ == "PROPN" and child.head == noun)
        if named and noun.lemma_.lower() in object_class("companion"):
            continue  # "our allies in Japan", "many Trump allies": those who have allies are not they
        states = distinct(a for c in (child, *_coordinated(child)) for a in _state_before(scene, c))
        if states:
            return states
        if child.dep_ == "poss" and (owners := one(scene, child, depth + 1)):
            return owners
    return _through_phrases(scene, noun, depth)


def _takes_part(noun: Token) -> bool:
    """ "U.S. talks with Iran": talks with somebody are those of the state named before them, a summit may be held there."""
    return noun.lemma_.lower() in ("talk", "negotiation", "dialogue", "consultation") and any(
        c.lower_ == "with" for c in noun.children
    )


def _coordinated(modifier: Token) -> tuple[Token, ...]:
    """The other states of "French and Egyptian warships"."""
    joined = tuple(c for c in modifier.conjuncts if c.i > modifier.i)
    if modifier.dep_ not in _MODIFIERS or joined or not any(c.dep_ == "cc" for c in modifier.children):
        return joined if modifier.dep_ in _MODIFIERS else ()
    after = (c for c in modifier.head.children if modifier.i < c.i < modifier.head.i and c.ent_type_ == "NORP")
    return tuple(after)[:1]  # "U.S. and Korean drills": the parser hangs both on the drills


def _state_before(scene: Scene, modifier: Token) -> Ids:
    return nationality(scene, antecedent(modifier))


def modifiers(noun: Token) -> Iterator[Token]:
    """Adjectives, compounds and possessors before the noun, those of its compounds included ("Turkish coast guard cutter")."""
    for child in noun.children:
        if child.dep_ in (*_MODIFIERS, "npadvmod"):
            if any(t.text == "," for t in noun.doc[child.i : noun.i]) and child.dep_ == "npadvmod":
                continue
            yield child
            if child.dep_ in ("compound", "amod", "nmod") and (child.tag_ != "VBN" or child.lower_ == "led"):
                yield from modifiers(child)  # "US-drafted sanctions" are not against the US


def _through_phrases(scene: Scene, noun: Token, depth: int) -> Ids:
    allowed = _allowed(noun)
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in allowed:
            nouns = (p for p in child.children if p.dep_ == "pobj" and p.lower_ not in _CIRCUMSTANCES)
            owners = distinct(a for p in nouns for h in listed(p) for a in one(scene, h, depth + 1))
            if owners:
                return owners
        if (
            child.dep_ == "acl"
            and (_can_be_sent(noun) or _is_made(noun) or child.lemma_ in _MAKING)
            and (sender := agent(child)) is not None
            and (found := one(scene, sender, depth + 1))
        ):
            return found
    return ()


_MAKING = frozenset({"take", "make", "adopt", "undertake", "pursue", "issue", "announce"})
""" "The decision taken by Chad" is Chad's, whatever the noun."""
_CIRCUMSTANCES = frozenset({"face", "wake", "light", "view", "spite", "aftermath", "midst"})
"""Nouns of a phrase that says under what circumstances: "its allies in the face of Chad's threat"."""


def _can_be_sent(noun: Token) -> bool:
    return any(noun.lemma_.lower() in object_class(name) for name in ("delegation", "force", "person"))


def _is_made(noun: Token) -> bool:
    """What somebody does or decides: "sanctions imposed by Japan"."""
    lemma = noun.lemma_.lower()
    return is_event_noun(noun) or any(
        lemma in object_class(name) for name in ("proposal", "sanction", "accusation", "attackn", "offence")
    )


def _allowed(noun: Token) -> tuple[str, ...]:
    """After which prepositions an owner stands: "police in Metema", but not "talks in Cairo"."""
    if is_event_noun(noun) or noun.lemma_.lower() in object_class("deverbal"):
        return ("by", "from")
    if noun.lemma_.lower() in object_class("armed-men"):
        return ("of", "by")  # militants in or from Chad fight for nobody that this tells
    return _OWNERS if noun.lemma_.lower() in object_class("located") or noun.ent_type_ == "NORP" else ("of", "from", "by")


def is_event_noun(noun: Token) -> bool:
    """A noun that names a deed ("attack", "visit") and so has no owner but a doer."""
    is_noun = noun.pos_ == "NOUN" or any(c.dep_ == "det" for c in noun.children)  # "at the drills", taken for a verb
    return is_noun and (lemma_of(noun), "noun") in triggers()


def named(scene: Scene, noun: Token) -> Ids:
    """Only actors that are themselves mentioned: what a promise is about may belong to a third party."""
    return distinct(a for head in listed(noun) for a in one(scene, head, 3))


def nationality(scene: Scene, modifier: Token) -> Ids:
    """The state or body that an adjective or compound before a noun names."""
    state = scene.cast.state_of(modifier) or scene.cast.at(modifier) or leading(scene, modifier) or scene.owner_by_name(modifier)
    if state is None or not scene.acts(state) or _is_leaning(modifier):
        return ()
    mistaken = modifier.lower_ == "its" and scene.cast.actor(state).kind == "person"
    return () if mistaken else scene.cast.expand(state)


def _is_leaning(modifier: Token) -> bool:
    """ "pro-Iran groups", "an anti-US rally": not Iran's, nor the States'."""
    doc, i = modifier.doc, modifier.i
    return i > 1 and doc[i - 1].text in _HYPHENS and doc[i - 2].lower_ in ("pro", "anti", "non")


def whose_penalty(scene: Scene, noun: Token) -> Ids:
    """ "U.S. sanctions imposed in May", "Chad's embargo"; "Iran sanctions" are on Iran, "Russian" ones may be either."""
    if lemma_of(noun) not in object_class("sanction") | {"visa", "passport", "licence", "license"}:
        return ()
    words = (c for c in noun.children if c.dep_ == "poss" or (c.dep_ in ("compound", "nmod", "amod") and c.pos_ == "PROPN"))
    owners = (
        c
        for c in words
        if (c.dep_ == "poss" and c.tag_ != "WP$") or "." in c.text or (c.text.isupper() and c.ent_type_ in ("GPE", "ORG"))
    )
    return distinct(a for c in owners for a in nationality(scene, c))


def leading(scene: Scene, modifier: Token, words: frozenset[str] = frozenset({"led"})) -> str | None:
    """ "a U.S.-led plot"."""
    if modifier.lower_ not in words or modifier.i < 2 or modifier.nbor(-1).text not in _HYPHENS:
        return None
    name = modifier.nbor(-2).text
    if (state := scene.cast.state_of(modifier.nbor(-2))) is not None:
        return state  # "American-led"
    known = state_by_adjective(name)
    if known is not None and (state := scene.cast.by_country(known.iso3)) is not None:
        return state  # "Egyptian-brokered"
    return next((a.id for a in scene.cast.actors if a.kind == "state" and name in (a.name, *a.aliases)), None)


def others(scene: Scene, found: Ids, doers: Ids) -> Ids:
    """Without the doers themselves and without a state whose own people do it."""
    return tuple(f for f in found if not any(_same_side(scene, f, d) for d in doers))


def _same_side(scene: Scene, one: str, other: str) -> bool:
    """One actor, or a state with those who act for it; its citizens, opposition and rebels are another side than the state."""
    if one == other:
        return True
    country = scene.country(one)
    if country is None or country != scene.country(other):
        return False
    states = [scene.is_state(one), scene.is_state(other)]
    return all(states) or (any(states) and scene.is_official(one) and scene.is_official(other))


def target_actors(scene: Scene, noun: Token, doers: Ids, verb: Token | None = None) -> Ids:
    """As `actors_of`; where the noun itself is the doers' own ("five of its soldiers"), whom it names besides."""
    found = actors_of(scene, noun, verb)
    if others(scene, found, doers):
        return () if _held(scene, noun, found, doers) else found
    return distinct(a for a in _inside(scene, noun) if scene.acts(a))


def _held(scene: Scene, noun: Token, found: Ids, doers: Ids) -> bool:
    """Of "its prisoners" it is not told whose people they are."""
    words = tuple(noun.children)
    if noun.lemma_.lower() in ("people", "population", "citizen", "countryman"):
        return False
    owned = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in words) and not any(c.lower_ == "own" for c in words)
    return owned and {scene.country(f) for f in found} <= {scene.country(d) for d in doers}


def _inside(scene: Scene, noun: Token) -> Iterator[str]:
    for child in noun.children:
        if child.dep_ in _MODIFIERS:
            state = scene.cast.state_of(child) or scene.cast.at(child)
            yield from scene.cast.expand(state) if state is not None else ()
        elif child.dep_ == "prep" and child.lower_ in _inner_prepositions(noun):
            yield from (a for p in child.children if p.dep_ == "pobj" and not _is_edge(p) for a in actors_of(scene, p))


def _inner_prepositions(noun: Token) -> tuple[str, ...]:
    """ "a coalition against Iraq" is not Iraq's; "a camp for Congolese refugees" is theirs."""
    lemma = noun.lemma_.lower()
    if lemma in ("coalition", "alliance", "bloc", "front"):
        return ("of", "by", "from", "with")
    for_whom = ("for",) if lemma in object_class("target") else ()
    return ("of", "by", "from", "to", "on", "with", "against", *for_whom)


def _is_edge(noun: Token) -> bool:
    """ "a stronghold on the Thai border" is not Thailand's."""
    return noun.dep_ == "pobj" and noun.lemma_.lower() in object_class("edge")


def distinct(ids: Iterable[str]) -> Ids:
    """Each once, in order."""
    return tuple(dict.fromkeys(ids))
