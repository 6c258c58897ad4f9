"""Whole small articles through the steps before the coding of events, with nothing replaced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.actors import Cast, find_actors
from dateline.events import find_events
from dateline.language import parse
from dateline.records import Article, Event, Published, Span
from dateline.statements import assemble, draft_statements
from dateline.times import find_times

FRIDAY = date(2024, 5, 10)


class Coded:
    """The events of a text, with the names of their sides."""

    def __init__(self, text: str, headline: str | None = None) -> None:
        whole = f"{headline}\n\n{text}" if headline else text
        span = Span(0, len(headline)) if headline else None
        published = Published(FRIDAY, FRIDAY, "given")
        self.article = Article("a", "a", "test", "Test", headline, None, None, "en", published, whole, (), span)
        document = next(iter(parse([self.article])))
        drafts = draft_statements(document)
        times = find_times(whole, published)
        self.cast: Cast = find_actors(document, tuple(s for d in drafts for s in d.source_spans))
        self.statements = assemble(document, drafts, self.cast, times)
        self.events: tuple[Event, ...] = find_events(document, self.cast, self.statements, times)

    def only(self, event_type: str) -> Event:
        found = [e for e in self.events if e.type == event_type]
        assert len(found) == 1, f"{event_type}: {[(e.type, self.words(e)) for e in self.events]}"
        return found[0]

    def words(self, event: Event) -> str:
        return self.article.text[event.trigger.start : event.trigger.end]

    def countries(self, ids: tuple[str, ...]) -> set[str]:
        return {self.cast.actor(i).country or self.cast.actor(i).name for i in ids}

    def sides(self, event: Event) -> tuple[set[str], set[str]]:
        return self.countries(event.sources), self.countries(event.targets)


@pytest.fixture(scope="session")
def coded() -> Callable[..., Coded]:
    return Coded
