"""Sending out and shutting out: of foreign envoys, firms and states it is a penalty, of one's own people it is coercion."""

from __future__ import annotations

from dataclasses import replace

from dateline.events.arguments import complements, object_of, role_nouns
from dateline.events.penalties import names_penalty
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import doer
from dateline.language.tokens import Token

_TRADING = frozenset({"export", "import", "sell", "buy", "purchase", "trade", "deal", "supply", "do", "use"})


def of_coercion(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """ "ordered 20 diplomats out" expels, "ordered strikes on a base" assaults, "barred the firm from exporting" sanctions."""
    thing = object_of(token)
    if thing is None:
        return row
    if lemma_of(token) == "order" and lemma_of(thing) in object_class("attackn"):
        return replace(row, type="ASSAULT", mode=None, cameo="190", sides=("on", "against", "in", "at"))
    if row.mode == "deport" and (_is_envoy(thing) or _out_of_bloc(scene, token, thing)):
        return expulsion(row)
    if row.mode == "arrest" and lemma_of(thing) in ("expulsion", "closure") and _of_mission(thing):
        return expulsion(row)
    trade = any(lemma_of(v) in _TRADING for p in token.children if p.lower_ == "from" for v in p.children if v.dep_ == "pcomp")
    if (row.mode == "ban" and trade) or (lemma_of(token) == "freeze" and any(names_penalty(w) for w in token.sent)):
        return replace(row, type="SANCTION", mode="discontinue", cameo="163")
    return row


def expulsion(row: Trigger) -> Trigger:
    """The row as the sending out of a foreign state's people."""
    return replace(row, type="SANCTION", mode="expel", cameo="166", sides=("obj", "of", "from"))


def sends_home(token: Token) -> bool:
    """ "ordered 23 spies to leave the country"."""
    thing = object_of(token)
    going = any(lemma_of(c) in ("leave", "depart", "quit") for c in complements(token))
    return going and thing is not None and _is_envoy(thing)


def of_expulsion(scene: Scene, token: Token, row: Trigger) -> Trigger | None:
    """ "villagers expelled by militants", "ousted the militia from power": driven out by force."""
    thing, who = object_of(token), doer(token)
    if row.mode != "expel" or thing is None:
        return row
    if lemma_of(token) == "oust" and _is_armed(scene, thing) and any(n.lower_ == "power" for n in role_nouns(token, "from")):
        return replace(row, type="ASSAULT", mode=None, cameo="190", sides=("obj",))
    if who is not None and _is_armed(scene, who) and not _is_envoy(thing):
        return replace(row, type="COERCE", mode="deport", cameo="174", sides=("obj", "of", "from"))
    return row


def _is_envoy(thing: Token) -> bool:
    words = (thing, *thing.conjuncts, *(c for p in thing.children if p.lower_ == "of" for c in p.children))
    return any(lemma_of(w) in object_class("envoy") or lemma_of(w) in ("spy", "consulate", "embassy") for w in words)


def _of_mission(noun: Token) -> bool:
    """ "the closure of the consulate", "the expulsions of 48 officials": of a state's mission and its people."""
    things = role_nouns(noun, "of")
    foreign = lemma_of(noun) == "expulsion" and any(lemma_of(n) in object_class("delegation") for n in things)
    return foreign or any(_is_envoy(n) for n in things)


def _out_of_bloc(scene: Scene, token: Token, thing: Token) -> bool:
    """ "Chad was kicked out of the group": a state, by other states."""
    found = scene.cast.at(thing)
    out_of = (n for p in token.children if p.lower_ == "out" for n in role_nouns(p, "of"))
    blocs = (*out_of, *role_nouns(token, "from"), *role_nouns(token, "of"))
    return found is not None and scene.is_state(found) and any(lemma_of(n) in object_class("bloc") for n in blocs)


def _is_armed(scene: Scene, noun: Token) -> bool:
    found = scene.cast.at(noun)
    return found is not None and scene.cast.actor(found).kind == "armed_group"


_STORMING = frozenset({"storm", "raid", "attempt", "launch", "rescue"})
_RESCUERS = frozenset({"force", "commando", "troop", "soldier", "police", "seal", "marine", "commandos"})


def is_rescue(token: Token) -> bool:
    """ "stormed the camp to free the hostages": those who free them are not those who held them."""
    if lemma_of(token) not in ("free", "liberate"):
        return False
    thing, who = object_of(token), doer(token)
    if thing is None or not any(lemma_of(n) in object_class("captive") for n in (thing, *role_nouns(thing, "of"))):
        return False
    stormed = token.dep_ == "advcl" and token.tag_ == "VB" and lemma_of(token.head) in _STORMING
    return stormed or (who is not None and lemma_of(who) in _RESCUERS)
