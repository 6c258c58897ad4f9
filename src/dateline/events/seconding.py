"""A second opinion on an event: what the network of relations says of it, which has never seen the rules' reasons.

It neither drops nor adds events by itself (on the gold packs both lost more than they won): its chances are signs among others,
see `events.signs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.events.draft import Draft
from dateline.events.relations import RelationQuery
from dateline.events.scene import Scene
from dateline.records import Span

Scorer = Callable[[Sequence[RelationQuery]], Sequence[Mapping[str, float]]]
"""`events.relations.score_relations`, or None of it where events are coded by rules alone."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A draft, by its place in the list, and what the network is asked of it."""

    place: int
    query: RelationQuery


def opinions(scene: Scene, drafts: Sequence[Draft], score: Scorer) -> list[Mapping[str, float] | None]:
    """Of each draft the chances of the types and of none; None where a side is named by no word of its sentence."""
    heard: list[Mapping[str, float] | None] = [None] * len(drafts)
    asked = list(_questions(scene, drafts))
    if asked:
        for one, chances in zip(asked, score([a.query for a in asked]), strict=True):
            heard[one.place] = chances
    return heard


def _questions(scene: Scene, drafts: Sequence[Draft]) -> Iterator[_Asked]:
    for place, draft in enumerate(drafts):
        source, target = _nearest(scene, draft, draft.sources), _nearest(scene, draft, draft.targets)
        if source is None or (target is None and draft.targets):
            continue
        if target is None or not source.overlaps(target):
            yield _Asked(place, _query(draft, source, target))


def _nearest(scene: Scene, draft: Draft, ids: Sequence[str]) -> Span | None:
    """Of the mentions of a side in the sentence the one nearest to the trigger."""
    start, end = draft.token.sent.start_char, draft.token.sent.end_char
    spans = [m for i in ids for m in scene.cast.actor(i).mentions if start <= m.start and m.end <= end]
    return min(spans, key=lambda m: abs(m.start - draft.token.idx), default=None)


def _query(draft: Draft, source: Span, target: Span | None) -> RelationQuery:
    sentence, start = draft.token.sent, draft.token.sent.start_char
    towards = (target.start - start, target.end - start) if target is not None else None
    return RelationQuery(sentence.text, (source.start - start, source.end - start), towards)
