"""What speaks for and against an event that the rules coded: signs of how it was found, from which its confidence is computed.

A sign is a short text such as "target: nobody". None names an actor, a country, a topic or the trigger's word: what is learnt of
signs on some news holds for other news.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.events.beside import parties_beside, words_of_actors
from dateline.events.draft import Draft
from dateline.events.relations import NONE
from dateline.events.scene import Scene
from dateline.events.sides import is_symmetric, passive_without_agent
from dateline.language.clauses import subject
from dateline.language.tokens import Token

Chances = Mapping[str, float]
_SHARES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9)
_FEWER_SHARES = (0.05, 0.2, 0.5, 0.8)
_NONE_SHARES = (0.1, 0.3, 0.5, 0.7, 0.9)
_DISTANCES = (3, 6, 12, 25, 60)
_ARGUMENTS = {
    "nsubj": "subject",
    "nsubjpass": "passive subject",
    "dobj": "object",
    "dative": "dative",
    "poss": "owner",
    "compound": "modifier",
    "amod": "modifier",
    "nmod": "modifier",
}
_PREPOSITIONS = frozenset("with to on against by from of for in between at over into among".split())
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "DT"})
_FAR = 99
"""Steps between words of two trees."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One event, and by actor the words of its sentence that name it."""

    scene: Scene
    draft: Draft
    words: Mapping[str, Sequence[Token]]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of an event, with the word of its sentence that names it nearest to the trigger."""

    name: str
    ids: tuple[str, ...]
    word: Token | None


def signs(scene: Scene, draft: Draft, chances: Chances | None) -> frozenset[str]:
    """The signs of an event; `chances` are those that the network of relations gives, if it was asked."""
    told = _Told(scene, draft, words_of_actors(scene, draft))
    source, target = (_side(told, name, ids) for name, ids in (("source", draft.sources), ("target", draft.targets)))
    found = [*_of_trigger(draft), *_of_side(told, source), *_of_side(told, target), *_of_subject(scene, draft)]
    found += (*_of_both(scene, draft), f"beside: {min(len(parties_beside(scene, draft, told.words)), 3)}", *_of_telling(draft))
    found += _of_network(draft, chances) if chances is not None else ("network: not asked",)
    return frozenset(found)


def _of_trigger(draft: Draft) -> Iterator[str]:
    row, token = draft.row, draft.token
    construction = row.word_class if row.words else "clause"
    yield f"type: {row.type}"
    yield f"construction: {row.type} {construction}"
    yield f"relation: {token.dep_}"
    yield f"relation: {construction} {token.dep_} {token.tag_}"
    if passive_without_agent(token):
        yield "passive without agent"
    if is_symmetric(row):
        yield f"parties: {row.type} {min(len(draft.sources), 3)}"


def _side(told: _Told, name: str, ids: tuple[str, ...]) -> _Side:
    """Of the words for a side the one with the shortest way in the tree, then in the text."""
    trigger = told.draft.token
    words = (w for i in ids for w in told.words.get(i, ()))
    return _Side(name, ids, min(words, key=lambda w: (_steps(trigger, w), abs(w.i - trigger.i)), default=None))


def _of_side(told: _Told, side: _Side) -> Iterator[str]:
    row = told.draft.row
    if not side.ids:
        yield f"{side.name}: nobody"
        yield f"{side.name}: {row.type} nobody"
        yield f"{side.name}: {row.type} nobody, {row.word_class} {row.mode or '-'}"
        return
    actor, way = told.scene.cast.actor(side.ids[0]), _way(told.draft.token, side.word)
    kind = actor.kind if actor.country else f"{actor.kind} of no country"
    yield from (f"{side.name}: {way}", f"{side.name}: {row.type} {way}")
    yield from (f"{side.name} is: {kind}", f"{side.name} is: {row.type} {kind}")
    yield f"{side.name}s: {min(len(side.ids), 3)}"
    if side.word is not None:
        yield f"{side.name} by: {_form(side.word)}"
        yield f"{side.name} away: {_bin(abs(side.word.i - told.draft.token.i), _DISTANCES)}"


def _of_subject(scene: Scene, draft: Draft) -> Iterator[str]:
    """Whether the doer is the one that the grammar says, also of a verb whose subject is only understood."""
    who = subject(draft.token) if draft.sources and draft.token.pos_ in ("VERB", "AUX") else None
    if who is not None:
        named = scene.cast.at(who)
        yield f"subject: {'unnamed' if named is None else 'source' if named in draft.sources else 'another'}"
        yield f"subject by: {_form(who)}"


def _of_both(scene: Scene, draft: Draft) -> Iterator[str]:
    yield f"sides: {'source' if draft.sources else '-'}, {'target' if draft.targets else '-'}"
    mine, theirs = ({scene.country(i) for i in ids} - {None} for ids in (draft.sources, draft.targets))
    if draft.sources and draft.targets:
        yield "of one country" if mine & theirs else "of two countries"


def _of_telling(draft: Draft) -> Iterator[str]:
    yield f"certainty: {draft.certainty.value}"
    yield f"certainty: {draft.row.type} {draft.certainty.value}"
    yield f"date: {draft.date.basis if draft.date is not None else '-'}"
    yield f"mentions: {min(len(draft.mentions), 3)}"
    if draft.in_headline:
        yield from ("headline", f"headline: {draft.row.type}")
    if draft.quantities:
        yield "quantities"


def _of_network(draft: Draft, chances: Chances) -> Iterator[str]:
    mine, events = chances[draft.row.type], 1 - chances[NONE]
    likeliest = max((name for name in chances if name != NONE), key=lambda name: chances[name])
    yield f"network: {_bin(mine, _SHARES)}"
    yield f"network {'of two' if draft.targets else 'of one'}: {_bin(mine, _FEWER_SHARES)}"
    yield f"network, if any: {_bin(mine / max(events, 1e-6), _FEWER_SHARES)}"
    yield f"network, none: {_bin(chances[NONE], _NONE_SHARES)}"
    yield "network agrees" if likeliest == draft.row.type else f"network says: {likeliest}"


def _steps(trigger: Token, word: Token) -> int:
    """From one word to the other in the tree of the sentence."""
    above = {t.i: n for n, t in enumerate((trigger, *trigger.ancestors))}
    return next((n + above[t.i] for n, t in enumerate((word, *word.ancestors)) if t.i in above), _FAR)


def _way(trigger: Token, word: Token | None) -> str:
    """How a word for a side hangs on the trigger."""
    if word is None:
        return "elsewhere"
    if word == trigger:
        return "itself"
    if word.head == trigger:
        return _ARGUMENTS.get(word.dep_, word.dep_)
    if word.dep_ == "pobj" and word.head.head == trigger:
        return f"after {word.head.lower_}" if word.head.lower_ in _PREPOSITIONS else "after another preposition"
    return _far_way(trigger, word)


def _far_way(trigger: Token, word: Token) -> str:
    if trigger.is_ancestor(word):
        first = next(t for t in word.ancestors if t.head == trigger)
        return f"within {_ARGUMENTS.get(first.dep_, first.dep_)}"
    if word.is_ancestor(trigger):
        return f"above {trigger.dep_}"
    return "before" if word.i < trigger.i else "behind"


def _form(word: Token) -> str:
    return "pronoun" if word.tag_ in _PRONOUNS else word.tag_


def _bin(value: float, bounds: Sequence[float]) -> str:
    """The stretch between two bounds in which a value lies, by its upper one."""
    return next((f"below {bound}" for bound in bounds if value < bound), f"from {bounds[-1]}")
