"""A text with its cast, addressed by words of the text."""

from __future__ import annotations

import datetime

from dateline.actors import Cast, find_actors
from dateline.language import parse
from dateline.records import Actor, Article, Published, Span
from dateline.statements import draft_statements

DAY = datetime.date(2017, 12, 20)


class Told:
    """The cast of a text, with the sources of speech that the statements would give."""

    def __init__(self, text: str, day: datetime.date | None = DAY) -> None:
        published = Published(day, day, "given") if day else None
        article = Article("article", "hash", "test.txt", None, None, None, None, "en", published, text)
        self.text = text
        self.document = next(parse([article]))
        drafts = draft_statements(self.document)
        self.cast: Cast = find_actors(self.document, tuple({s: None for d in drafts for s in d.source_spans}))

    def span(self, words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def actor(self, words: str, nth: int = 0) -> Actor | None:
        """Who is meant by the nth occurrence of the words."""
        found = self.cast.of_span(self.span(words, nth))
        return self.cast.actor(found) if found else None

    def name(self, words: str, nth: int = 0) -> str | None:
        found = self.actor(words, nth)
        return found.name if found else None

    def names(self) -> set[str]:
        return {a.name for a in self.cast.actors}

    def members(self, words: str) -> set[str]:
        found = self.actor(words)
        return {self.cast.actor(m).name for m in self.cast.expand(found.id)} if found else set()
