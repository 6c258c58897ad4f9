"""The stories of an archive as they are shown: with headlines, outlets, days, and why each article stands in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.filters import Filters
from dateline.archive.stories import Story, StoryArticle

ARTICLES = "SELECT id, outlet, title, published_start AS day FROM articles WHERE id IN (SELECT unnest(?))"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories are asked for: with an article about this actor, going on since that day, of at least so many articles."""

    about: str | None = None
    since: date | None = None
    least: int = 2


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """An article of a story; `score`, `reason` and `turn` as in `StoryArticle`."""

    article: str
    outlet: str | None
    title: str | None
    day: date | None
    score: float | None
    reason: str
    turn: str | None


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story with its articles in order of time."""

    id: str
    title: str | None
    first_day: date | None
    last_day: date | None
    articles: tuple[ToldArticle, ...]

    @property
    def turns(self) -> tuple[ToldArticle, ...]:
        """The articles that opened new turns."""
        return tuple(one for one in self.articles if one.turn is not None)


def told(archive: Archive, wanted: Wanted | None = None) -> tuple[ToldStory, ...]:
    """The stories asked for, the latest first."""
    wanted = wanted or Wanted()
    filters = Filters(since=wanted.since, about=wanted.about)
    among = None if wanted.about is None and wanted.since is None else archive.article_ids(filters)
    stories = archive.stories.listing(wanted.least, among)
    ids = [one.article for story in stories for one in story.articles]
    rows = {row["id"]: row for row in archive.select(ARTICLES, [ids])}
    return tuple(_told(story, rows) for story in stories)


def _told(story: Story, rows: Mapping[str, Mapping[str, Any]]) -> ToldStory:
    articles = tuple(_article(one, rows[one.article]) for one in story.articles if one.article in rows)
    return ToldStory(story.id, story.title, story.first_day, story.last_day, articles)


def _article(one: StoryArticle, row: Mapping[str, Any]) -> ToldArticle:
    return ToldArticle(one.article, row["outlet"], row["title"], row["day"], one.score, one.reason, one.turn)
