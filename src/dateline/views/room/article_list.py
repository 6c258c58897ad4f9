"""The list of articles, filtered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.views.room.asking import PAGE, Conditions, Paged
from dateline.views.room.reader import Reader

LISTED = """
SELECT a.id, a.title, coalesce(a.outlet, 'unnamed outlet') AS outlet, a.published_end AS published, a.byline,
    m.story, s.title AS story_title, c.original, n.statements, n.events
FROM (SELECT * EXCLUDE (text) FROM articles WHERE {where} ORDER BY published_end DESC NULLS LAST, number LIMIT ? OFFSET ?) AS a
JOIN digest_tallies AS n ON n.article = a.id
LEFT JOIN story_articles AS m ON m.article = a.id LEFT JOIN stories AS s ON s.id = m.story
LEFT JOIN digest_copies AS c ON c.article = a.id AND c.kind = 'copy' ORDER BY a.published_end DESC NULLS LAST, a.number
"""


@dataclass(frozen=True, slots=True)
class ArticleQuestion:
    """Which articles: of which outlet, published when, with which words in the title."""

    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article of a list with how much was read out of it; `original` of what it is a copy."""

    id: str
    title: str | None
    outlet: str
    published: date | None
    byline: str | None
    story: str | None
    story_title: str | None
    original: str | None
    statements: int
    events: int


@dataclass(frozen=True, slots=True)
class ArticleList:
    """One page of the articles asked for, the latest first."""

    asked: ArticleQuestion
    paged: Paged
    articles: tuple[ArticleLine, ...]


def article_list(reader: Reader, asked: ArticleQuestion, page: int = 1, size: int = PAGE) -> ArticleList:
    """The articles asked for."""
    found = Conditions().also("coalesce(outlet, 'unnamed outlet') = ?", asked.outlet).also("published_end >= ?", asked.since)
    found = found.also("published_start <= ?", asked.until).also("contains(lower(title), lower(?))", asked.title)
    total = reader.select(f"SELECT count(*) AS total FROM articles WHERE {found.sql}", found.parameters)[0]["total"]
    paged = Paged.of(total, page, size)
    rows = reader.select(LISTED.format(where=found.sql), [*found.parameters, size, paged.offset(size)])
    return ArticleList(asked, paged, tuple(ArticleLine(**row) for row in rows))
