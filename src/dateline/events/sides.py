"""Who did it and to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.events.arguments import role_nouns
from dateline.events.bridging import owner_before, proposer
from dateline.events.denoting import (
    Ids,
    actors_of,
    described,
    distinct,
    modifiers,
    named,
    nationality,
    one,
    others,
    parties,
    target_actors,
    through_modifiers,
    whose_penalty,
)
from dateline.events.distant import from_afar
from dateline.events.doers import doer_of
from dateline.events.passing import reporting_verb
from dateline.events.scene import Scene, is_first_person
from dateline.events.taken_up import stands_for_deed
from dateline.events.unaligned import group_done_to, on_fighters
from dateline.events.unopposed import unopposed
from dateline.events.violence import attacker_meanwhile, author_of, deed_row, deeds_around, ordering, victim_told
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import (
    agent,
    direct_object,
    indirect_object,
    is_passive,
    modal,
    subject,
    surface_subject,
    undergoer,
)
from dateline.language.tokens import Token

_MATERIAL = frozenset({"AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})
"""Types whose deeds states do, by whomever they are told."""
_JUDGING = ("ACCUSE", "SUPPORT", "REJECT")
_JOINTLY = frozenset({"work", "join", "cooperate", "team", "partner", "collaborate", "coordinate", "unite", "conspire"})
_REACH = 60
"""How many tokens back "there" may point."""
_PLACES = frozenset({"in", "inside", "into", "near", "across", "throughout"})
_VERBAL = (*_JUDGING, "REQUEST", "AGREE", "THREATEN")


def sources(scene: Scene, token: Token, row: Trigger) -> Ids:
    """Who does the deed that `token` names."""
    if row.word_class == "noun":
        return _of_noun(scene, token, row)
    return _of_verb(scene, token, row) or (_of_deed(scene, token) if row.type == "ASSAULT" else ())


def _of_deed(scene: Scene, verb: Token) -> Ids:
    """ "The raid ordered by Chad killed two", "killed in a strike by Chad", "hurt when Chad's army shelled the town"."""
    rows = ((noun, row) for noun in deeds_around(verb) if (row := deed_row(noun)) is not None)
    told = next((found for noun, row in rows if (found := _of_noun(scene, noun, row))), ())
    who = (ordering(verb) or attacker_meanwhile(verb)) if not told else None
    return told or (actors_of(scene, who) or described(scene, who) if who is not None else ())


def _of_verb(scene: Scene, token: Token, row: Trigger) -> Ids:
    if "swap" in row.sides:
        roles = ("by", "in", "under", *(s for s in row.sides if s == "from"))
        return distinct(a for role in roles for n in role_nouns(token, role) for a in one(scene, n, 0))
    if "passive" in row.object and is_passive(token) and agent(token) is None:
        who = subject(token)  # "is opposed to", "is committed to": a state of mind of the subject's
        return actors_of(scene, who, token) if who is not None else ()
    who = _saying_subject(token) if row.type in ("ACCUSE", "SUPPORT", "REQUEST", "THREATEN", "REJECT", "AGREE") else None
    who = who or doer_of(token)
    if who is None:
        return _releaser(scene, token, row)
    impersonal = row.type == "THREATEN" and lemma_of(who) not in object_class("message")
    if who.pos_ == "NOUN" and (impersonal or (row.type == "REQUEST" and lemma_of(who) == "threat")):
        return named(scene, who)  # "rising output threatens the kingdom's standing", "the rebel threat demands it"
    found = named(scene, who) if row.mode == "visit" and row.object[:1] != ("@delegation",) else actors_of(scene, who, token)
    if row.type in _MATERIAL and who.lower_ == "we":
        found = distinct(_as_state(scene, actor) for actor in found)
    return distinct((*found, *_partners(scene, token))) if found else found


def _as_state(scene: Scene, actor: str) -> str:
    """ "We have sent tanks," said the general: his country has."""
    country = scene.country(actor)
    official = scene.cast.actor(actor).kind == "person" and scene.is_official(actor)
    return (scene.cast.by_country(country) if country is not None and official else None) or actor


def _partners(scene: Scene, verb: Token) -> Ids:
    """ "has worked with Japan to enforce sanctions": both do."""
    above = verb.head
    along = [w for c in verb.children if c.lower_ in ("along", "together") for w in c.children if w.lower_ == "with"]
    if along and not is_passive(verb):  # "which along with Chad signed the deal"
        return distinct(a for w in along for n in w.children if n.dep_ == "pobj" for a in actors_of(scene, n))
    if verb.dep_ not in ("advcl", "xcomp") or lemma_of(above) not in _JOINTLY or verb.i < above.i:
        return ()
    return distinct(a for n in role_nouns(above, "with") if n.dep_ == "pobj" for a in named(scene, n) if scene.acts(a))


def _releaser(scene: Scene, token: Token, row: Trigger) -> Ids:
    """ "were freed from North Korea": who let them go, where nobody else is named; "two brigades in Izmir were alerted"."""
    if row.type == "CONSULT" and is_passive(token):
        return parties(scene, thing) if (thing := undergoer(token)) is not None else ()  # "the U.S.-Iran talks were held"
    if row.type in ("CONCEDE", "SANCTION") and is_passive(token) and (thing := undergoer(token)) is not None:
        both = parties(scene, thing) if row.type == "CONCEDE" else ()  # "the U.S.-Iran drills were halted"
        if both or (imposed := whose_penalty(scene, thing)):
            return both or imposed
    if row.mode == "arrest" and is_passive(token) and any(c.lower_ == "there" for c in token.children):
        return _last_named_state(scene, token)
    if row.type == "MOBILIZE" and (owner := _keeper(token)) is not None:
        return actors_of(scene, owner)
    if row.type == "MOBILIZE" and is_passive(token) and (thing := undergoer(token)) is not None:
        places = (*role_nouns(thing, "in"), *role_nouns(thing, "at"))
        states = (scene.cast.state_of(n) or scene.state_at(n) for n in places)
        return actors_of(scene, thing) or tuple(s for s in states if s is not None)[:1] or _announcing(scene, token)
    if row.mode not in ("release", "return") or not is_passive(token):
        return ()
    nouns = (n for role in ("from", "in") for n in role_nouns(token, role))
    return next((found for n in nouns if (found := tuple(a for a in named(scene, n) if scene.is_state(a)))), ())


def _last_named_state(scene: Scene, token: Token) -> Ids:
    """ "... with Iran, and freed two Swedes held there"."""
    for index in range(token.i - 1, max(token.i - _REACH, -1), -1):
        word = token.doc[index]
        found = scene.cast.at(word) if word.pos_ == "PROPN" else None
        if found is not None and scene.is_state(found):
            return (found,)
    return ()


def _keeper(verb: Token) -> Token | None:
    """ "Turkey has troops stationed in Syria": Turkey."""
    thing = verb.head
    kept = (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and thing.dep_ == "dobj"
        and lemma_of(thing.head) in ("have", "keep", "maintain")
    )
    return subject(thing.head) if kept else None


def _announcing(scene: Scene, token: Token) -> Ids:
    """ "Chad's minister announced that 600 men would be posted": whoever orders it says so."""
    statement = scene.statement_around(token)
    speaker = statement.speaker if statement is not None and modal(token) in ("will", "would") else None
    return (speaker,) if speaker is not None and scene.country(speaker) is not None and scene.is_official(speaker) else ()


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


def _of_noun(scene: Scene, noun: Token, row: Trigger) -> Ids:
    if (both := parties(scene, noun)) and row.type in ("CONSULT", "MOBILIZE", "COOPERATE"):
        return both
    names = [n for role in ("by", "from") for n in role_nouns(noun, role) if n.head.head == noun or row.mode != "meet"]
    if _symmetric(row):
        names += [n for role in ("between", "with", "among", "of") for n in role_nouns(noun, role)]
    own = (
        () if _of_victim(scene, noun) or _at_place(noun, row) else _bound_owner(scene, noun) or through_modifiers(scene, noun, 0)
    )
    if not own and not names and (who := _author(noun, row)) is not None:
        own = actors_of(scene, who)
    found = distinct((*own, *(a for n in names for a in actors_of(scene, n))))
    settled = len(found) > 1 and not any(c.lower_ == "with" for c in noun.children)
    host = () if own or row.type != "CONSULT" or settled else others(scene, _who_attends(scene, noun), found)
    return distinct((*host, *found))


def _author(noun: Token, row: Trigger) -> Token | None:
    """ "Egypt was preparing an air strike": the subject of such verbs is the author of their object."""
    if noun.dep_ == "dobj" and lemma_of(noun.head) in object_class("author"):
        return doer_of(noun.head)
    return author_of(noun) if row.type in ("ASSAULT", "COERCE") else None


def _bound_owner(scene: Scene, noun: Token) -> Ids:
    """ "asked Egypt to drop its threat": bound by the subject of the clause; "Egypt's raid and its tests": both are Egypt's."""
    if noun.dep_ == "conj" and any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in noun.children):
        other = noun.head.head.head if noun.head.ent_type_ == "DATE" else noun.head  # "a launch in May and its test"
        first = next((c for c in other.children if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
        return actors_of(scene, first) if first is not None else ()
    if noun.dep_ != "dobj" or not any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in noun.children):
        return ()
    who = _before_infinitive(noun.head) or (subject(noun.head) if noun.head.pos_ == "VERB" else None)
    found = actors_of(scene, who) if who is not None and who.pos_ == "PROPN" else ()
    return found if all(scene.is_state(f) for f in found) else ()


def _before_infinitive(verb: Token) -> Token | None:
    """The name right before "to drop", however the parser joins it."""
    marks = (c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to" and c.i > verb.sent.start)
    return next((before for c in marks if (before := c.nbor(-1)).pos_ == "PROPN"), None)


def _of_victim(scene: Scene, noun: Token) -> bool:
    """ "the Khashoggi murder", "Navalny's arrest": the person named before it has undergone it."""
    named_before = [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod") and c.i < noun.i]
    ids = [scene.cast.at(c) for c in named_before if lemma_of(noun) in object_class("victim-noun")]
    return any(i is not None and scene.cast.actor(i).kind == "person" for i in ids)


def _at_place(noun: Token, row: Trigger) -> bool:
    """ "the Syria strike", "the Manchester bombing": the name of a place before it, unless it says on whom else."""
    if row.type != "ASSAULT" or any(c.lower_ in ("on", "against", "by") for c in noun.children):
        return False
    places = [c for c in noun.children if c.dep_ == "compound" and c.ent_type_ == "GPE" and c.pos_ == "PROPN"]
    definite = any(c.lower_ in ("the", "this", "that") for c in noun.children)
    return definite and any(not c.text.isupper() and "." not in c.text for c in places)


def _who_attends(scene: Scene, noun: Token) -> Ids:
    """ "said after a meeting with him", "on a visit to Cairo": whoever did the rest of the clause was there."""
    above = noun.head
    if (
        noun.dep_ != "pobj"
        or above.lower_ not in ("after", "during", "in", "at", "following", "before", "on", "for")
        or above.head.pos_ != "VERB"
    ):
        return ()
    who = indirect_object(above.head) or doer_of(above.head)
    acting = actors_of(scene, who) if who is not None and who.ent_type_ != "NORP" else ()
    return acting if len(acting) == 1 and scene.cast.actor(acting[0]).kind in ("person", "state") else ()


def targets(scene: Scene, token: Token, row: Trigger, doers: Ids, roles: Iterable[str]) -> Ids:
    """To whom it is done: the first role that holds somebody other than the doers."""
    if (row.word_class == "noun" and _symmetric(row)) or (row.type == "ACCUSE" and stands_for_deed(token)):
        return ()
    if "swap" in row.sides:
        who = subject(token)
        return others(scene, actors_of(scene, who), doers) if who is not None else ()
    roles = tuple(r for r in roles if r not in _PLACES) if row.type == "ASSAULT" and on_fighters(token) else tuple(roles)
    hurt = victim_told(token) if row.word_class == "noun" and row.type == "ASSAULT" else None
    if hurt is not None and (found := others(scene, actors_of(scene, hurt), doers)):
        return found
    judging = row.type in _JUDGING and _judged(token, row)
    for role in _judged_roles(token, roles) if judging else _nearest_first(token, row, roles):
        for noun in unopposed(role_nouns(token, role), role, row) or _particle_object(token, row, role):
            if row.type in _VERBAL and any(c.dep_ == "poss" and is_first_person(c) for c in noun.children):
                continue  # "criticised our policy": of whom is told elsewhere
            if judging:
                found = others(scene, actors_of(scene, noun), doers) or others(scene, whose_penalty(scene, noun), doers)
                if found:
                    return found
                continue
            told = _told(scene, token, row, doers, role, noun)
            found = others(scene, told, doers)
            if found:
                return found
    return (
        _outlet(scene, token, row)
        or group_done_to(scene, token, roles)
        or from_afar(scene, token, row, doers)
        or (_taken_up(scene, token, row, doers) if judging else ())
    )


def _told(scene: Scene, token: Token, row: Trigger, doers: Ids, role: str, noun: Token) -> Ids:
    """Whom one noun names as the other side."""
    if role == "comp" and row.type in ("AGREE", "REJECT"):
        return _pledged(scene, noun, row)
    if role == "comp" and row.type == "THREATEN":
        return named(scene, noun) or distinct(a for child in modifiers(noun) for a in nationality(scene, child))
    found = target_actors(scene, noun, doers, token)
    if row.type == "SANCTION" and lemma_of(noun) in object_class("sanction"):
        return tuple(a for a in found if scene.cast.actor(a).kind != "intergovernmental")  # "in line with U.N. sanctions"
    return found


def _nearest_first(token: Token, row: Trigger, roles: tuple[str, ...]) -> tuple[str, ...]:
    """ "strikes against Syria over an attack on civilians", "stands behind Chad in its war with Libya": the nearer is its own."""
    if row.word_class == "noun" and row.type == "ASSAULT":
        own = [c.lower_ for c in token.children if c.lower_ in ("on", "against") and c.i > token.i]
    else:
        own = [
            c.lower_ for c in token.children if c.lower_ in ("with", "behind", "by") and c.lower_ in row.with_ and c.i > token.i
        ]
    first = next(iter(own), None)
    return (first, *roles) if first in roles else roles


def _outlet(scene: Scene, token: Token, row: Trigger) -> Ids:
    """ "sued the newspaper": an outlet that is itself done something to, and does not only tell of it."""
    thing = undergoer(token) if token.pos_ == "VERB" and row.type in ("ACCUSE", "COERCE", "SANCTION", "SUPPORT") else None
    nouns = (thing, *role_nouns(thing, "of")) if thing is not None else ()  # "slammed the policy of the newspaper"
    found = (scene.cast.at(noun) for noun in nouns)
    return tuple(f for f in found if f is not None and scene.cast.actor(f).kind == "outlet")[:1]


def _pledged(scene: Scene, noun: Token, row: Trigger) -> Ids:
    """ "refused to answer a demand from Chad" refuses Chad; what is promised may be that of a third party."""
    found = named(scene, noun) or (nationality(scene, noun) if noun.dep_ == "compound" else ())  # "give Chad time"
    asked = object_class("proposal") | object_class("demanded")
    return found or (actors_of(scene, noun) if row.type == "REJECT" and lemma_of(noun) in asked else ())


def _taken_up(scene: Scene, token: Token, row: Trigger, doers: Ids) -> Ids:
    """Whose the plan, offer or resolution is that is praised or refused, if an earlier sentence tells."""
    for noun in role_nouns(token, "obj"):
        told = any(c.dep_ in ("acl", "relcl") and c.i > noun.i for c in noun.children)  # "the notion that trade brings peace"
        if not told and (found := others(scene, proposer(scene, noun) or owner_before(scene, noun), doers)):
            return found
    return ()


def _judged(token: Token, row: Trigger) -> bool:
    """A verb of praise, blame or refusal with a thing or deed as its object, which may be that of anybody."""
    about = row.sides[:1] == ("obj",) or not row.object or any(o == "any" or o.startswith("sub:") for o in row.object)
    thing = undergoer(token)
    fronted = thing is None or thing.tag_ == "WDT"  # "whatever the intent, he sided with"
    return row.word_class == "verb" and about and not fronted


def _judged_roles(token: Token, roles: Iterable[str]) -> Iterator[str]:
    """Of a deed only its doer is praised or blamed, never whom it is against, over or about."""
    return (
        r
        for r in roles
        if r in ("obj", "dat", "compsubj")
        or (r == "on" and token.lemma_ in ("blame", "pin"))
        or (r == "to" and token.lemma_ in ("refuse", "deny"))
    )


def _particle_object(token: Token, row: Trigger, role: str) -> tuple[Token, ...]:
    """The noun after a particle that the parser took for a preposition: "hauls in the ambassador"."""
    return tuple(n for word in row.with_ for n in role_nouns(token, word)) if role == "obj" and row.object else ()


def own_policy(scene: Scene, verb: Token, doers: Ids) -> bool:
    """Whether what is given up is not plainly another's: to end Iran's programme is no concession of those who want it ended."""
    thing = direct_object(verb) if verb.pos_ == "VERB" and not is_passive(verb) else None
    if thing is None or not doers or verb.lemma_.lower() not in object_class("ending"):
        return True
    owners = tuple(a for c in thing.children if c.dep_ == "poss" for a in actors_of(scene, c))
    return not owners or any(scene.country(o) == scene.country(d) for o in owners for d in doers)


def _symmetric(row: Trigger) -> bool:
    return any(side.startswith("sym") for side in row.sides)


def is_symmetric(row: Trigger) -> bool:
    """Whether all parties are sources: talks, signings, clashes."""
    return _symmetric(row)


def passive_without_agent(token: Token) -> bool:
    """ "was arrested", with nobody named who did it."""
    return token.pos_ == "VERB" and is_passive(token) and agent(token) is None
