"""Verbs between two actors that no row of the trigger table knows: what a learned scorer may be asked about.

`pairs` gives them; `mentions_in` gives the two stretches of text that such a scorer wants marked, for these and for drafts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.events.denoting import Ids, actors_of, others
from dateline.events.scene import Scene
from dateline.events.sides import doer_of
from dateline.language.clauses import direct_object, is_passive, prepositional_object
from dateline.records import Span

_TOWARDS = ("to", "with", "against", "on", "at", "over")


@dataclass(frozen=True)
class Pair:
    """A verb with somebody who does it and somebody else to whom it is done."""

    token: Token
    sources: Ids
    targets: Ids


def pairs(scene: Scene, known: Collection[int]) -> Iterator[Pair]:
    """The verbs with an actor on either side; `known` are the indices of tokens that already carry an event."""
    for token in scene.document.doc:
        if token.pos_ != "VERB" or token.i in known or is_passive(token):
            continue
        who, whom = doer_of(token), direct_object(token) or prepositional_object(token, *_TOWARDS)
        if who is None or whom is None:
            continue
        sources = actors_of(scene, who, token)
        targets = others(scene, actors_of(scene, whom), sources) if sources else ()
        if targets:
            yield Pair(token, sources, targets)


def mentions_in(scene: Scene, token: Token, sources: Ids, targets: Ids) -> tuple[Span, Span] | None:
    """The mention of each side nearest to the trigger within its sentence; None where a side is not mentioned there."""
    sentence = token.sent
    sides = []
    for ids in (sources, targets):
        spans = [m for i in ids for m in scene.cast.actor(i).mentions if sentence.start_char <= m.start < sentence.end_char]
        if not spans:
            return None
        sides.append(min(spans, key=lambda m: abs(m.start - token.idx)))
    return sides[0], sides[1]
