"""To whom a deed is done where none of the trigger's own arguments names anybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.events.adversaries import adversaries
from dateline.events.arguments import complements, object_of, role_nouns
from dateline.events.bridging import adopter, aggrieved, restricted_before
from dateline.events.denoting import Ids, actors_of, nationality, others, target_actors
from dateline.events.nested_arguments import bound, nested
from dateline.events.scene import Scene
from dateline.events.unaligned import on_fighters
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import direct_object
from dateline.language.tokens import Token

_LOCAL = frozenset({"ASSAULT", "AID", "COERCE", "SANCTION", "RETREAT"})
"""Types of which the country where it is done is told as the side that undergoes it: "shelled a village in Syria".

Not of a deployment: forces are more often sent to a friend than against whoever lives there.
"""
_WITHIN = ("in", "inside", "throughout", "across", "at", "near", "into", "off")


def from_afar(scene: Scene, token: Token, row: Trigger, doers: Ids) -> Ids:
    """Where no argument of the trigger names anybody: whom a threat's condition binds, against whom a protest is held."""
    nouns: Iterable[Token] = ()
    if row.type == "THREATEN":
        nouns = (*bound(token), *_opponents(token))
    elif row.type == "PROTEST":
        nouns = _protested(token)
    elif row.type == "MOBILIZE":
        nouns = (*_against(token), *adversaries(token))
    elif row.type == "AGREE":
        nouns = _missions(token)
    elif row.type == "SANCTION":
        nouns = restricted_before(scene, token)
    elif row.type == "REQUEST":
        nouns = from_whom(token)
    found = (_done_to(scene, row, doers, noun) for noun in (*nouns, *nested(token, row)))
    own = aggrieved(scene, token, doers) if row.type in ("ASSAULT", "COERCE") else ()
    if row.type == "CONSULT":
        own = _of_body(scene, token)
    if row.type == "ACCUSE" and "of!" in row.sides:
        own = tuple(a for noun in role_nouns(token, "of") for a in others(scene, adopter(scene, noun), doers))
    return next(filter(None, found), ()) or own or _there(scene, token, row, doers)


def _done_to(scene: Scene, row: Trigger, doers: Ids, noun: Token) -> Ids:
    """Of a protest also those who govern the protesters: "Venezuelans took to the streets to protest their president"."""
    own = tuple(a for a in actors_of(scene, noun) if a not in doers) if row.type == "PROTEST" else ()
    return own or others(scene, target_actors(scene, noun, doers), doers)


def _of_body(scene: Scene, token: Token) -> Ids:
    """ "chaired a Security Council meeting": the body whose meeting it is, though the place of one is no party."""
    thing = object_of(token) if token.pos_ == "VERB" else None
    bodies = (a for c in (thing.children if thing is not None else ()) if c.dep_ == "compound" for a in nationality(scene, c))
    return tuple(a for a in bodies if scene.cast.actor(a).kind == "intergovernmental")


def _against(token: Token) -> tuple[Token, ...]:
    """ "massed forces against Kuwait"."""
    thing = object_of(token)
    return tuple(w for w in thing.subtree if w.dep_ == "pobj" and w.head.lower_ == "against") if thing is not None else ()


def _there(scene: Scene, token: Token, row: Trigger, doers: Ids) -> Ids:
    """The state in which an unnamed place or unnamed people are struck, helped or put under a curfew."""
    thing = object_of(token)
    men = on_fighters(token) or (thing is not None and lemma_of(thing) in object_class("fighting-men") | object_class("outsider"))
    if row.type not in _LOCAL or men:
        return ()
    heads = (token,) if thing is None else (thing, token)
    nouns = (n for head in heads for word in _WITHIN for n in role_nouns(head, word) if n.dep_ == "pobj")
    places = (n for noun in nouns for n in (noun, *_named_within(noun)))
    states = (scene.cast.state_of(n) or scene.state_at(n) for n in places)
    found = (others(scene, (state,), doers) for state in states if state is not None)
    return next(filter(None, found), ())


def _named_within(place: Token) -> Iterator[Token]:
    """The names in "the Bosnian town of Gorazde"; an uprising is no place."""
    if lemma_of(place) in object_class("territory") | object_class("target"):
        yield from (c for c in place.children if c.dep_ in ("compound", "appos", "amod"))


def _opponents(token: Token) -> Iterator[Token]:
    """ "threatened to launch an offensive in its war with Iraq": Iraq."""
    for clause in complements(token):
        yield from (w for w in clause.subtree if w.dep_ == "pobj" and w.head.lower_ in ("with", "against", "on", "from"))


def from_whom(token: Token) -> Iterator[Token]:
    """ "pushed for a commitment of some form of relief from Chad", "sought more aid for its war from Chad": of Chad."""
    for thing in (*role_nouns(token, "obj"), *role_nouns(token, "for")):
        if thing.pos_ == "NOUN" and lemma_of(thing) in object_class("wished-from"):
            yield from (w for w in thing.subtree if w.dep_ == "pobj" and w.head.lower_ == "from" and w.i > thing.i)
        yield from role_nouns(thing, "by")  # "pushed for a strong stance by the League"


_MISSIONS = frozenset({"force", "mission", "peacekeeper", "observer", "contingent", "peacekeeping"})


def _missions(token: Token) -> Iterator[Token]:
    """ "offered troops to the force in Liberia": whom the mission serves."""
    for word in token.subtree:
        if word.i > token.i and lemma_of(word) in _MISSIONS:
            yield from role_nouns(word, "in")


_IN_PROTEST = frozenset({"protest", "demand", "denounce", "condemn", "oppose", "press", "urge", "call", "show", "force"})


def _protested(token: Token) -> Iterator[Token]:
    """ "marched to demand reforms by the government", "on strike in protest at Sweden's decision", "over a bill by ..."."""
    verbs = (c for c in token.children if c.dep_ in ("advcl", "xcomp", "acl") and lemma_of(c) in _IN_PROTEST)
    thing = direct_object(token)
    inner = thing.children if thing is not None else ()
    causes = [c for c in (*token.children, *inner) if c.dep_ == "prep" and c.lower_ in ("in", "over", "against", "at", "for")]
    for verb in (*verbs, *(c for c in inner if c.dep_ in ("acl", "relcl") and lemma_of(c) in _IN_PROTEST)):
        yield from (n for role in ("obj", "compsubj", "of", "by", "at", "against", "from", "for") for n in role_nouns(verb, role))
    for cause in causes:
        for noun in cause.children:
            yield noun
            yield from (n for role in ("of", "at", "against", "by", "over") for n in role_nouns(noun, role))
