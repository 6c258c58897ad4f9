"""Who did it and to whom.

The actor behind a noun is that of its mention; failing that, whoever the noun phrase names as owner, nationality or sender
("two Egyptian engineers", "raiders from Sudan", "investigators sent by the African Union").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from dateline.events.arguments import complements, role_nouns
from dateline.events.passing import reporting_verb
from dateline.events.scene import Scene, is_first_person
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import Trigger, lemma_of, object_class, triggers
from dateline.language.clauses import (
    agent,
    antecedent,
    conjuncts,
    direct_object,
    doer,
    is_passive,
    subject,
    surface_subject,
    undergoer,
)

Ids = tuple[str, ...]
_MODIFIERS = ("amod", "compound", "nmod", "poss")
_JUDGING = ("ACCUSE", "SUPPORT", "REJECT")
_VERBAL = (*_JUDGING, "REQUEST", "AGREE", "THREATEN")
_OWNERS = ("of", "from", "by", "in")


def actors_of(scene: Scene, noun: Token, verb: Token | None = None) -> Ids:
    """The actors that a noun phrase stands for, its conjuncts included; groups are resolved into their members."""
    noun = antecedent(noun)
    alone = verb is not None and verb.dep_ == "relcl" and verb.head == noun and noun.dep_ == "conj" and _is_singular(verb)
    return _distinct(actor for head in ((noun,) if alone else _listed(noun)) for actor in _one(scene, head, 0))


def _is_singular(verb: Token) -> bool:
    """ "A, B and C, who was arrested": only C."""
    return any(c.lower_ in ("was", "is", "has") for c in verb.children) or verb.tag_ == "VBZ"


def _listed(noun: Token) -> Iterator[Token]:
    """The noun with its conjuncts; also "Canada, Mexico and Japan", where the parser takes the second for an apposition."""
    yield from conjuncts(noun)
    if noun.ent_type_ == "GPE":
        for child in noun.children:
            if child.dep_ == "appos" and child.ent_type_ == "GPE" and any(c.dep_ in ("conj", "cc") for c in child.children):
                yield from conjuncts(child)


def _one(scene: Scene, noun: Token, depth: int) -> Ids:
    if is_first_person(noun):
        speaker = _speaker(scene, noun)
        return scene.cast.expand(speaker) if speaker else ()
    found = scene.cast.at(noun)
    acting = tuple(a for a in scene.cast.expand(found) if scene.acts(a)) if found is not None else ()
    if acting or depth >= 3 or noun.pos_ == "PRON":
        return acting
    here = scene.cast.state_of(noun) or scene.state_at(noun)
    return (here,) if here is not None else _through_modifiers(scene, noun, depth)


def _speaker(scene: Scene, token: Token) -> str | None:
    statement = scene.statement_around(token)
    return statement.speaker if statement is not None else scene.cast.at(token)


def _through_modifiers(scene: Scene, noun: Token, depth: int) -> Ids:
    held_there = any(noun.lemma_.lower() in object_class(name) for name in ("meeting", "talks", "agreement"))
    for child in _modifiers(noun):
        if held_there and child.dep_ == "compound":
            continue  # "the Singapore summit", "the Paris agreement": the place, not a party that acts
        state = scene.cast.state_of(child) or scene.cast.at(antecedent(child))
        if state is not None and scene.acts(state):
            return scene.cast.expand(state)
        if child.dep_ == "poss" and (owners := _one(scene, child, depth + 1)):
            return owners
    return _through_phrases(scene, noun, depth)


def _modifiers(noun: Token) -> Iterator[Token]:
    """Adjectives, compounds and possessors before the noun, those of its compounds included ("Turkish coast guard cutter")."""
    for child in noun.children:
        if child.dep_ in (*_MODIFIERS, "npadvmod"):
            if any(t.text == "," for t in noun.doc[child.i : noun.i]) and child.dep_ == "npadvmod":
                continue
            yield child
            if child.dep_ in ("compound", "amod", "nmod"):
                yield from _modifiers(child)


def _through_phrases(scene: Scene, noun: Token, depth: int) -> Ids:
    allowed = _allowed(noun)
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in allowed:
            owners = _distinct(
                a for p in child.children if p.dep_ == "pobj" for h in _listed(p) for a in _one(scene, h, depth + 1)
            )
            if owners:
                return owners
        if (
            child.dep_ == "acl"
            and (_can_be_sent(noun) or _is_made(noun))
            and (sender := agent(child)) is not None
            and (found := _one(scene, sender, depth + 1))
        ):
            return found
    return ()


def _can_be_sent(noun: Token) -> bool:
    return any(noun.lemma_.lower() in object_class(name) for name in ("delegation", "force", "person"))


def _is_made(noun: Token) -> bool:
    """What somebody does or decides: "sanctions imposed by Japan"."""
    lemma = noun.lemma_.lower()
    return is_event_noun(noun) or any(lemma in object_class(name) for name in ("proposal", "sanction", "accusation", "attackn"))


def _allowed(noun: Token) -> tuple[str, ...]:
    """After which prepositions an owner stands: "police in Metema", but not "talks in Cairo"."""
    if is_event_noun(noun) or noun.lemma_.lower() in object_class("deverbal"):
        return ("by", "from")
    return _OWNERS if noun.lemma_.lower() in object_class("located") else ("of", "from", "by")


def is_event_noun(noun: Token) -> bool:
    """A noun that names a deed ("attack", "visit") and so has no owner but a doer."""
    return noun.pos_ == "NOUN" and (noun.lemma_.lower(), "noun") in triggers()


def sources(scene: Scene, token: Token, row: Trigger) -> Ids:
    """Who does the deed that `token` names."""
    if row.word_class == "noun":
        return _of_noun(scene, token, row)
    if "swap" in row.sides:
        return _distinct(a for role in ("by", "in", "under") for n in role_nouns(token, role) for a in _one(scene, n, 0))
    who = _saying_subject(token) if row.type in ("ACCUSE", "SUPPORT", "REQUEST", "THREATEN", "REJECT", "AGREE") else None
    who = who or doer_of(token)
    if who is None:
        return _releaser(scene, token, row)
    return _named(scene, who) if row.mode == "visit" and row.object[:1] != ("@delegation",) else actors_of(scene, who, token)


def _releaser(scene: Scene, token: Token, row: Trigger) -> Ids:
    """ "were freed from North Korea": who let them go, where nobody else is named."""
    if row.mode not in ("release", "return") or not is_passive(token):
        return ()
    nouns = (n for role in ("from", "in") for n in role_nouns(token, role))
    return next((found for n in nouns if (found := tuple(a for a in _named(scene, n) if scene.is_state(a)))), ())


def _saying_subject(verb: Token) -> Token | None:
    """ "said that NATO was incapable and blamed the US": who said it also blamed, though the parser joins the verb to "was"."""
    if (saying := reporting_verb(verb)) is not None:
        return subject(saying)
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or surface_subject(verb) is not None:
        return None
    clause = verb.head
    above = clause.head
    reported = clause.dep_ == "ccomp" and clause.i > above.i and effect_of(above.lemma_.lower(), "verb") == "claimed"
    return subject(above) if reported and clause.lemma_ == "be" else None


def doer_of(verb: Token) -> Token | None:
    """As `clauses.doer`; but whoever is accused of, blamed for or kept from doing something is its doer."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "for", "from"):
        governor = verb.head.head
        if governor.pos_ == "ADJ":
            return _held_responsible(governor)
        if governor.pos_ == "ADP":
            governor = governor.head  # "accused him of lying and of sending arms"
        if governor.dep_ == "dobj" and governor.head.lemma_ in object_class("object-control"):
            return governor
        if (
            governor.pos_ == "VERB"
            and governor.lemma_ in object_class("object-control")
            and (object_ := undergoer(governor)) is not None
        ):
            return object_
    if (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and verb.i
        and verb.nbor(-1).text == ","
        and agent(verb) is None
        and complements(verb)
    ):
        return verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.lemma_ in object_class("message") and verb.head.dep_ == "dobj":
        return doer(verb.head.head)
    who = _stranded(verb) or _one_of(verb) or doer(verb)
    return _deed_there(verb, who) if who is not None and verb.dep_ == "relcl" else who


def _held_responsible(adjective: Token) -> Token | None:
    """ "held Chad responsible for bombing it", "Chad was responsible for bombing it"."""
    own = next((c for c in adjective.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return own or direct_object(adjective.head) or subject(adjective.head)


def _one_of(verb: Token) -> Token | None:
    """ "Laos was one of the few states to condemn it": Laos did."""
    chosen = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("acl", "relcl"):
        return None
    while chosen.dep_ in ("pobj", "prep") and chosen.head.i < chosen.i:
        chosen = chosen.head
    return subject(chosen.head) if chosen.dep_ == "attr" and chosen.head.lemma_ == "be" else None


def _deed_there(verb: Token, place: Token) -> Token:
    """ "the attack on a plant in Libya, which killed ten": what killed is the attack, not the country."""
    which = any(c.lower_ in ("which", "that") for c in verb.children)
    if (
        not which
        or place.ent_type_ not in ("GPE", "LOC")
        or place.dep_ != "pobj"
        or place.head.lower_ not in ("in", "at", "near", "on")
    ):
        return place
    nouns = [a for a in place.ancestors if a.pos_ == "NOUN"]
    return next((n for n in nouns if is_event_noun(n)), place) if nouns else place


def _stranded(verb: Token) -> Token | None:
    """ "... at its ports and Sudan began pulling back": the parser joined the subject to the noun before the conjunction."""
    while verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        verb = verb.head
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < 2 or surface_subject(verb) is not None:
        return None
    before = verb.nbor(-1)
    return before if before.dep_ == "conj" and before.pos_ == "PROPN" and before.nbor(-1).dep_ in ("cc", "compound") else None


def _of_noun(scene: Scene, noun: Token, row: Trigger) -> Ids:
    names = [n for role in ("by", "from") for n in role_nouns(noun, role)]
    if _symmetric(row):
        names += [n for role in ("between", "with", "among", "of") for n in role_nouns(noun, role)]
    own = _through_modifiers(scene, noun, 0)
    # "Egypt was preparing an air strike": the subject of such verbs is the author of their object.
    if (
        not own
        and not names
        and noun.dep_ == "dobj"
        and lemma_of(noun.head) in object_class("author")
        and (who := doer_of(noun.head)) is not None
    ):
        own = actors_of(scene, who)
    found = _distinct((*own, *(a for n in names for a in actors_of(scene, n))))
    host = () if own or row.type != "CONSULT" or len(found) > 1 else _who_attends(scene, noun)
    return _distinct((*host, *found))


def _who_attends(scene: Scene, noun: Token) -> Ids:
    """ "said after a meeting with him", "on a visit to Cairo": whoever did the rest of the clause was there."""
    above = noun.head
    if (
        noun.dep_ != "pobj"
        or above.lower_ not in ("after", "during", "in", "at", "following", "before", "on")
        or above.head.pos_ != "VERB"
    ):
        return ()
    who = doer_of(above.head)
    acting = actors_of(scene, who) if who is not None and who.ent_type_ != "NORP" else ()
    return acting if len(acting) == 1 and scene.cast.actor(acting[0]).kind in ("person", "state") else ()


def targets(scene: Scene, token: Token, row: Trigger, doers: Ids, roles: Iterable[str]) -> Ids:
    """To whom it is done: the first role that holds somebody other than the doers."""
    if row.word_class == "noun" and _symmetric(row):
        return ()
    if "swap" in row.sides:
        who = subject(token)
        return _others(scene, actors_of(scene, who), doers) if who is not None else ()
    judging = row.type in _JUDGING and _judged(token, row)
    for role in _judged_roles(token, roles) if judging else roles:
        for noun in role_nouns(token, role) or _particle_object(token, row, role):
            if row.type in _VERBAL and any(c.dep_ == "poss" and is_first_person(c) for c in noun.children):
                continue  # "criticised our policy": of whom is told elsewhere
            if judging:
                found = _others(scene, actors_of(scene, noun), doers)
                if found:
                    return found
                continue
            pledged = role == "comp" and row.type in ("AGREE", "REJECT")
            named = _named(scene, noun) if pledged else target_actors(scene, noun, doers, token)
            if role == "comp" and row.type == "THREATEN":
                named = _named(scene, noun) or _distinct(a for child in _modifiers(noun) for a in _nationality(scene, child))
            found = _others(scene, named, doers)
            if found:
                return found
    return ()


def _nationality(scene: Scene, modifier: Token) -> Ids:
    state = scene.cast.state_of(modifier) or scene.cast.at(modifier)
    return scene.cast.expand(state) if state is not None and scene.acts(state) else ()


def _judged(token: Token, row: Trigger) -> bool:
    """A verb of praise, blame or refusal with a thing or deed as its object, which may be that of anybody."""
    about = row.sides[:1] == ("obj",) or not row.object or any(o == "any" or o.startswith("sub:") for o in row.object)
    return row.word_class == "verb" and about and undergoer(token) is not None


def _judged_roles(token: Token, roles: Iterable[str]) -> Iterator[str]:
    """Of a deed only its doer is praised or blamed, never whom it is against, over or about."""
    return (r for r in roles if r in ("obj", "dat") or (r == "on" and token.lemma_ in ("blame", "pin")))


def _named(scene: Scene, noun: Token) -> Ids:
    """Only actors that are themselves mentioned: what a promise is about may belong to a third party."""
    return _distinct(a for head in conjuncts(noun) for a in _one(scene, head, 3))


def _particle_object(token: Token, row: Trigger, role: str) -> tuple[Token, ...]:
    """The noun after a particle that the parser took for a preposition: "hauls in the ambassador"."""
    return tuple(n for word in row.with_ for n in role_nouns(token, word)) if role == "obj" and row.object else ()


def target_actors(scene: Scene, noun: Token, doers: Ids, verb: Token | None = None) -> Ids:
    """As `actors_of`; where the noun itself is the doers' own ("five of its soldiers"), whom it names besides."""
    found = actors_of(scene, noun, verb)
    if _others(scene, found, doers):
        return found
    return _distinct(a for a in _inside(scene, noun) if scene.acts(a))


def _inside(scene: Scene, noun: Token) -> Iterator[str]:
    for child in noun.children:
        if child.dep_ in _MODIFIERS:
            state = scene.cast.state_of(child) or scene.cast.at(child)
            yield from scene.cast.expand(state) if state is not None else ()
        elif child.dep_ == "prep" and child.lower_ in ("of", "by", "from", "to", "on", "with", "between", "against"):
            yield from (a for p in child.children if p.dep_ == "pobj" for a in actors_of(scene, p))


def own_policy(scene: Scene, verb: Token, doers: Ids) -> bool:
    """Whether what is given up is not plainly another's: to end Iran's programme is no concession of those who want it ended."""
    thing = direct_object(verb) if verb.pos_ == "VERB" and not is_passive(verb) else None
    if thing is None or not doers or verb.lemma_.lower() not in object_class("ending"):
        return True
    owners = tuple(a for c in thing.children if c.dep_ == "poss" for a in actors_of(scene, c))
    return not owners or any(scene.country(o) == scene.country(d) for o in owners for d in doers)


def _others(scene: Scene, found: Ids, doers: Ids) -> Ids:
    """Without the doers themselves and without a state whose own people do it."""
    return tuple(f for f in found if not any(_same_side(scene, f, d) for d in doers))


def _same_side(scene: Scene, one: str, other: str) -> bool:
    if one == other:
        return True
    country = scene.country(one)
    return country is not None and country == scene.country(other) and (scene.is_state(one) or scene.is_state(other))


def _symmetric(row: Trigger) -> bool:
    return any(side.startswith("sym") for side in row.sides)


def is_symmetric(row: Trigger) -> bool:
    """Whether all parties are sources: talks, signings, clashes."""
    return _symmetric(row)


def _distinct(ids: Iterable[str]) -> Ids:
    return tuple(dict.fromkeys(ids))


def passive_without_agent(token: Token) -> bool:
    """ "was arrested", with nobody named who did it."""
    return token.pos_ == "VERB" and is_passive(token) and agent(token) is None
