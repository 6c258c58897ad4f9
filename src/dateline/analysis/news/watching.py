"""What of an archive is watched: events, statements and positions that concern whom and what a watch names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dateline.analysis.news.watch import Watch
from dateline.archive.archive import Archive
from dateline.corroboration.asked_about import records_with
from dateline.corroboration.incidents.telling import TAKING_PART

COLUMNS = "x.id, x.name, x.kind, x.country, x.code, x.aliases"
SPEAKING = f"""SELECT DISTINCT s.id AS record, {COLUMNS} FROM statements AS s
JOIN actors AS x ON x.article = s.article AND x.id = s.speaker"""
SPOKEN_TO = f"""SELECT DISTINCT s.id AS record, {COLUMNS}
FROM (SELECT id, article, unnest(addressees) AS actor FROM statements) AS s
JOIN actors AS x ON x.article = s.article AND x.id = s.actor"""
STANDING = f"""SELECT DISTINCT p.id AS record, {COLUMNS} FROM positions AS p
JOIN actors AS x ON x.article = p.article AND x.id = p.actor"""


@dataclass(frozen=True)
class Watched:
    """The records of an archive that a watch names by their actors; those named by words are told by their words."""

    archive: Archive
    watch: Watch

    def incident(self, events: Iterable[str], words: str) -> bool:
        """Whether an incident is watched, given the ids of its reports' events and the words that tell it."""
        reports = frozenset(events)
        return (
            self.watch.is_everything
            or not reports.isdisjoint(self._acting)
            or any(not reports.isdisjoint(one) and not reports.isdisjoint(other) for one, other in self._pairs_acting)
            or self.in_words(words)
        )

    def statement(self, record: str, words: str) -> bool:
        """Whether a statement is watched; never where nothing in particular is watched: there are too many."""
        if self.watch.is_everything:
            return False
        return record in self._speaking or any(record in pair for pair in self._pairs_speaking) or self.in_words(words)

    def position(self, record: str, names: Iterable[str], words: str) -> bool:
        """Whether a position is watched, given the names of its proposal and the words that show it."""
        if self.watch.is_everything or record in self._standing:
            return True
        called = " | ".join(names)
        return any(_stands(proposal, called) for proposal in self.watch.proposals) or self.in_words(f"{called} {words}")

    def in_words(self, text: str) -> bool:
        """Whether watched words stand in a text, in their order."""
        return any(_stands(words, text) for words in self.watch.words)

    @cached_property
    def _acting(self) -> frozenset[str]:
        return self._of(self.watch.actors, TAKING_PART)

    @cached_property
    def _speaking(self) -> frozenset[str]:
        return self._of(self.watch.actors, SPEAKING)

    @cached_property
    def _standing(self) -> frozenset[str]:
        return self._of(self.watch.actors, STANDING)

    @cached_property
    def _pairs_acting(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        return [(self._of([one], TAKING_PART), self._of([other], TAKING_PART)) for one, other in self.watch.pairs]

    @cached_property
    def _pairs_speaking(self) -> list[frozenset[str]]:
        """Statements of the one to the other, either way."""
        return [
            (self._of([one], SPEAKING) & self._of([other], SPOKEN_TO))
            | (self._of([other], SPEAKING) & self._of([one], SPOKEN_TO))
            for one, other in self.watch.pairs
        ]

    def _of(self, names: Iterable[str], query: str) -> frozenset[str]:
        return frozenset[str]().union(*(records_with(self.archive, name, query) for name in names))


def _stands(words: str, text: str) -> bool:
    pattern = r"\s+".join(re.escape(word) for word in words.casefold().split())
    return re.search(rf"(?<!\w){pattern}(?!\w)", text.casefold()) is not None
