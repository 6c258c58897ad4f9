"""A second opinion on how sure an event is: the network of relations, which has never seen the rules' reasons.

Its chance of the type that a rule coded tells right from wrong events better than the rule's own share does: of the first 120
events judged by eye (eval/judged/events-north-korea.md) a right one has the higher chance in .70 of the pairs of a right and a
wrong one, the higher share of its rule in .53. It neither drops nor adds events: on the gold packs both lost more than they won.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.events.draft import Draft
from dateline.events.relations import RelationQuery
from dateline.events.scene import Scene
from dateline.records import Span

Scorer = Callable[[Sequence[RelationQuery]], Sequence[dict[str, float]]]
"""`events.relations.score_relations`, or None of it where events are coded by rules alone."""
DOUBTED, UNSURE = 0.05, 0.2
"""Chances of the coded type below which the network doubts the event, or is not sure of it."""
LESS, A_LITTLE_LESS, MORE = 0.65, 0.8, 1.15
"""What the rule's share is multiplied with then, and otherwise: shares of right events so judged against that of all."""
MOST = 0.9


@dataclass(frozen=True, slots=True)
class _Asked:
    """A draft, by its place in the list, and what the network is asked of it."""

    place: int
    query: RelationQuery


def seconded(scene: Scene, drafts: Sequence[Draft], score: Scorer | None) -> list[Draft]:
    """The drafts with the confidence that rule and network give them together; those of one side alone as they are."""
    told = list(drafts)
    asked = list(_questions(scene, drafts)) if score is not None else []
    if score is None or not asked:
        return told
    for one, chances in zip(asked, score([a.query for a in asked]), strict=True):
        draft = told[one.place]
        told[one.place] = replace(draft, confidence=_together(draft.confidence, chances[draft.row.type]))
    return told


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


def _together(share: float, chance: float) -> float:
    factor = LESS if chance < DOUBTED else A_LITTLE_LESS if chance < UNSURE else MORE
    return round(min(share * factor, max(MOST, share)), 2)
