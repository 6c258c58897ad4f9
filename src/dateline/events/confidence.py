"""How sure an event is: the chance that its type and both its sides are right, from the signs of how it was found.

It leaves out nothing: of what is unlikely most lacks a side and is right in the rest (figures in training/README.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.events.seconding import Scorer, opinions
from dateline.events.signs import signs
from dateline.knowledge.event_signs import BIAS, weights

LEAST, MOST = 0.01, 0.99
"""Nobody but a reader is certain."""
OPEN = 0.4, 0.6
"""Between which chances by rules alone the network is worth its time: over all events it adds .004 to an AUC of .816."""


def rated(scene: Scene, drafts: Sequence[Draft], score: Scorer | None) -> list[Draft]:
    """The drafts with their confidence; with `score` the network of relations is heard on those that rules leave open."""
    alone = [replace(d, confidence=chance(signs(scene, d, None), heard=False)) for d in drafts]
    if score is None:
        return alone
    undecided = [k for k, draft in enumerate(alone) if OPEN[0] <= draft.confidence <= OPEN[1]]
    heard = opinions(scene, [drafts[k] for k in undecided], score)
    for k, chances in zip(undecided, heard, strict=True):
        alone[k] = replace(drafts[k], confidence=chance(signs(scene, drafts[k], chances), heard=True))
    return alone


def chance(found: Iterable[str], *, heard: bool) -> float:
    """The chance that an event with these signs is right; signs that nobody has weighed count nothing."""
    table = weights()
    rows = (table[sign] for sign in (BIAS, *found) if sign in table)
    odds = math.fsum(row.heard if heard else row.alone for row in rows)
    return min(max(round(1 / (1 + math.exp(-odds)), 2), LEAST), MOST)
