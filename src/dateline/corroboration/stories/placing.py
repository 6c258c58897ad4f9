"""In which story an article belongs: the one to whose articles of those days it is nearest, or a new one.

Single-pass clustering as in topic detection (Allan, Papka, Lavrenko 1998, "On-line new event detection and tracking"), with two
changes: an article is compared with the articles of a story and not with their mean, so that a story may drift over weeks, and
with three of them and not with the nearest alone, so that one article on two subjects does not tie two stories together. Stories
that a later article shows to be one are joined.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from dateline.corroboration.stories.profiles import Profile

WINDOW = 21
"""Days within which an article must follow another one of its story."""
FADING = 45
"""Days in which the likeness of two articles falls to 1/e."""
JOIN = 0.12
"""How near an article must be to a story, and two stories to each other, to be one."""
NEAREST = 3
"""Articles of a story that an article is compared with."""
PER_SIDE = 10
"""Articles of two stories that are compared with each other."""


@dataclass(frozen=True, slots=True)
class Place:
    """The story of an article, the article of it that is nearest, and how near the story is; both None for a new story."""

    story: str
    nearest: Profile | None = None
    score: float | None = None


@dataclass
class Board:
    """The stories of some articles while further ones are placed: `story_of` by article, `apart` pairs never to be joined."""

    story_of: dict[str, str]
    apart: frozenset[frozenset[str]] = frozenset()
    joined: dict[str, str] = field(default_factory=dict)

    def place(self, profile: Profile, others: Iterable[Profile], new: str) -> Place:
        """Place an article among others, those of a story are counted; `new` is the id of a story that it opens."""
        near = self._by_story(profile, others)
        scores = {story: _nearness([score for score, _ in found]) for story, found in near.items()}
        fitting = sorted((story for story in near if scores[story] >= JOIN), key=lambda story: (-scores[story], story))
        if not fitting:
            self.story_of[profile.article] = new
            return Place(new)
        best = fitting[0]
        place = Place(best, near[best][0][1], round(min(scores[best], 1.0), 3))
        self.story_of[profile.article] = best
        for story in fitting[1:]:
            self._join(best, story, near)
        return place

    def _by_story(self, profile: Profile, others: Iterable[Profile]) -> dict[str, list[tuple[float, Profile]]]:
        found: defaultdict[str, list[tuple[float, Profile]]] = defaultdict(list)
        for other in others:
            story = self.story_of.get(other.article)
            if story is not None and other.article != profile.article:
                found[story].append((nearness(profile, other), other))
        return {story: sorted(near, key=lambda pair: (-pair[0], pair[1].article)) for story, near in found.items()}

    def _join(self, one: str, other: str, near: Mapping[str, Sequence[tuple[float, Profile]]]) -> None:
        """Join two stories where their articles are near each other, not only to this one."""
        if frozenset((one, other)) in self.apart:
            return
        sides = [[profile for _, profile in near[story][:PER_SIDE]] for story in (one, other)]
        scores = sorted((nearness(a, b) for a, b in product(*sides)), reverse=True)
        counted = scores[: NEAREST * min(map(len, sides))]
        if sum(counted) >= JOIN * len(counted):
            self.joined[other] = one
            for article, story in self.story_of.items():
                if story == other:
                    self.story_of[article] = one


def nearness(one: Profile, other: Profile) -> float:
    """The likeness of two articles, less for the days between them; 0 beyond the window and where a day is not known."""
    if one.day is None or other.day is None:
        return 0.0
    days = abs((one.day - other.day).days)
    return one.likeness(other) * math.exp(-days / FADING) if days <= WINDOW else 0.0


def _nearness(scores: Sequence[float]) -> float:
    """Half by the nearest, half by the mean of the nearest three; the scores come highest first."""
    counted = scores[:NEAREST]
    return (counted[0] + sum(counted) / len(counted)) / 2
