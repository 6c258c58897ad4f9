"""The other side of an act that needs one, where no word of the trigger's names it: the only other party the sentence speaks of.

Nobody threatens or imposes sanctions on nobody: of a sentence about two parties the second is it, as in "Chad threatened to act,
calling it a crime for which Libya would pay". Of the first 600 events judged by eye (eval/judged/events-north-korea.md) threats
of nobody in particular were right once in ten, sanctions never. Promises are often made to the public: only exchanges count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.events.arguments import object_of
from dateline.events.denoting import Ids
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.tokens import Token
from dateline.language.tokens import Tokens as Words

_BLAMING = frozenset({"complain", "blame", "deride", "rail", "mock", "ridicule"})
"""Verbs that blame somebody by themselves; what somebody "criticised" may be a matter of their own."""
_RETURN = frozenset({"exchange", "return"})


def only_other(scene: Scene, draft: Draft) -> Ids:
    """The party named in the trigger's clause, else in its sentence, if it is one alone beside the doers."""
    kind, sentence = draft.row.type, draft.token.sent
    if not draft.sources or (draft.row.word_class != "verb" and kind != "THREATEN"):
        return ()
    if kind == "SANCTION":
        within = _parties(scene, draft, draft.token.subtree) or _parties(scene, draft, sentence)
        return tuple(a for a in _alone(within.values()) if scene.is_state(a))
    if (kind == "ACCUSE" and lemma_of(draft.token) in _BLAMING and not _is_thought(draft.token)) or (
        kind == "REQUEST" and draft.row.mode == "meet"
    ):
        return _alone(_parties(scene, draft, sentence).values())
    if kind == "AGREE" and (given := _given_for(draft.token)):
        return _alone(_parties(scene, draft, given).values())
    return _threatened(scene, draft) if kind == "THREATEN" else ()


def _is_thought(verb: Token) -> bool:
    """ "mocks the notion that trade brings peace to Chad" blames nobody in particular."""
    thing = object_of(verb)
    return thing is not None and lemma_of(thing) in object_class("thought")


def _threatened(scene: Scene, draft: Draft) -> Ids:
    """Where its own sentence names nobody else, the state that the one before it speaks of."""
    sentence = draft.token.sent
    if len({_party(scene, d) for d in draft.sources}) > 1:
        return ()  # "the two traded threats": at each other
    if here := _parties(scene, draft, draft.token.subtree) or _parties(scene, draft, sentence):
        return _alone(here.values())
    before = _sentence_before(scene, sentence)
    told = _alone(_parties(scene, draft, before).values()) if before is not None else ()
    return tuple(a for a in told if scene.country(a) is not None)


def _alone(parties: Iterable[Ids]) -> Ids:
    found = list(parties)
    return found[0] if len(found) == 1 else ()


def _given_for(token: Token) -> tuple[Token, ...]:
    """The words of "agreed to disarm in exchange for aid from Libya" after "for"."""
    nouns = (w for w in token.subtree if w.i > token.i and lemma_of(w) in _RETURN and w.head.lower_ == "in")
    return tuple(w for noun in nouns for w in noun.subtree if w.i > noun.i)


def _parties(scene: Scene, draft: Draft, sentence: Iterable[Token]) -> dict[str, Ids]:
    """By country or body, the first actor named of each that is none of the doers' nor the speaker."""
    statement = scene.statement_around(draft.token)
    speakers = scene.cast.expand(statement.speaker) if statement is not None and statement.speaker else ()
    mine = {_party(scene, d) for d in draft.sources}
    found: dict[str, Ids] = {}
    for word in sentence:
        for actor in _named(scene, word):
            party = _party(scene, actor)
            if party is not None and party not in mine and actor not in speakers:
                found.setdefault(party, (actor,))
    return found


def _named(scene: Scene, word: Token) -> Iterator[str]:
    found = (scene.cast.at(word) or scene.cast.state_of(word)) if word.pos_ in ("PROPN", "NOUN", "ADJ") else None
    yield from (a for a in scene.cast.expand(found) if scene.acts(a)) if found is not None else ()


def _party(scene: Scene, actor_id: str) -> str | None:
    """The state for which an actor acts, or the body that it is; nothing for whoever acts for neither."""
    actor = scene.cast.actor(actor_id)
    if actor.kind == "intergovernmental":
        return actor.code or actor.id
    return actor.country


def _sentence_before(scene: Scene, sentence: Words) -> Words | None:
    if not sentence.start:
        return None
    before = sentence.doc[sentence.start - 1].sent
    same = scene.document.paragraph_at(before.start_char) == scene.document.paragraph_at(sentence.start_char)
    return before if same else None
