"""Which part of an archive a question is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.records import Actor, Published


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrow a question: articles published from `since` up to and including `until`, with an actor `about` in them.

    `about` is a name, an actor code or an ISO 3166-1 alpha-3 country. An article without a date passes only where
    neither bound is given.
    """

    since: date | None = None
    until: date | None = None
    about: str | None = None

    def admits(self, published: Published | None) -> bool:
        """Whether an article of that date may be within the bounds."""
        if published is None:
            return self.since is None and self.until is None
        return (self.since is None or published.end >= self.since) and (self.until is None or published.start <= self.until)


@dataclass(frozen=True)
class About:
    """Whom a question is about: the words asked for, and the states that they name."""

    words: str
    countries: frozenset[str] = frozenset()

    @classmethod
    def among(cls, words: str, actors: Iterable[Actor]) -> About:
        """With the countries of the states that go by this name among the actors: "Russia" then finds its ministers too."""
        bare = cls(words)
        named = {actor.country for actor in actors if actor.kind == "state" and bare._named(actor)}
        return cls(words, frozenset(country for country in named if country))

    def matches(self, actor: Actor) -> bool:
        """Whether the actor is asked for: by name or part of a name in whole words, by country, or by code."""
        return actor.country in self.countries or self._coded(actor) or self._named(actor)

    def _coded(self, actor: Actor) -> bool:
        code = self.words.strip().upper()
        return code == actor.country or bool(actor.code and f"{actor.code} ".startswith(f"{code} "))

    def _named(self, actor: Actor) -> bool:
        return any(self._pattern.search(name.casefold()) for name in (actor.name, *actor.aliases))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){re.escape(self.words.strip().casefold())}(?!\w)")
