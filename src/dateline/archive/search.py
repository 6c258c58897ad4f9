"""Full-text search over the articles of an archive and over its statements.

What is asked for is typed as `parse_query` tells. Words are found in all their inflected forms, with or without accents and
capitals; words in quotation marks as they stand. Any number of threads may search, each with a cursor of its own.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dateline.archive.search_documents import Selecting
from dateline.archive.search_postings import Index, TableIndex
from dateline.archive.search_query import SearchFilters, SearchQuery, parse_query
from dateline.archive.search_ranking import Page, Ranking
from dateline.archive.search_snippet import Marker, Snippet
from dateline.records import Span

ARTICLES = """
SELECT number, id, title, outlet, published_start, published_end, text FROM articles WHERE number IN (SELECT unnest(?))
"""
OF_NUMBERS = "SELECT number, id, title, outlet, published_start, published_end FROM articles WHERE number IN (SELECT unnest(?))"
STATEMENTS = """
SELECT s.article, s.number AS statement_number, s.id AS statement, s.act, s.content_words, s.speaker
FROM statements AS s WHERE s.article IN (SELECT unnest(?))
"""
SPEAKERS = """
SELECT article, id AS speaker, name AS speaker_name FROM actors WHERE article IN (SELECT unnest(?))
"""
IDENTITIES = "SELECT actor, identity FROM actor_identities WHERE actor IN (SELECT unnest(?))"
# Two conditions on one table keep DuckDB from its indexes: what is left of a few articles is looked through here.
NO_FILTERS = SearchFilters()


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that fits; `published` is the first day on which it may have appeared, offsets count in `articles.text`."""

    article: str
    title: str | None
    outlet: str | None
    published: date | None
    published_end: date | None
    score: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement that fits; `marks` are offsets in `content`, `identity` is the id that stands for the speaker."""

    article: str
    statement: str
    title: str | None
    outlet: str | None
    published: date | None
    published_end: date | None
    act: str
    speaker: str | None
    identity: str | None
    speaker_name: str | None
    content: str
    marks: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """Articles from one place of the ranking, how many fit in all, and how the query was read."""

    total: int
    hits: tuple[ArticleHit, ...]
    query: SearchQuery


@dataclass(frozen=True, slots=True)
class StatementHits:
    """Statements from one place of the ranking, how many fit in all, and how the query was read."""

    total: int
    hits: tuple[StatementHit, ...]
    query: SearchQuery


def search_articles(
    archive: Selecting,
    typed: str,
    filters: SearchFilters = NO_FILTERS,
    *,
    limit: int = 20,
    offset: int = 0,
    index: Index | None = None,
) -> ArticleHits:
    """The articles in which all words stand, the best first: by BM25, then the latest.

    A filter given here wins over the same one typed. Without words there are no hits, unless a filter is set: then all that it
    admits, the latest first. Without an `index` that of the archive's tables is searched.
    """
    query = _read(typed, filters)
    page = Ranking(archive, index or TableIndex(archive), query, of_articles=True).page(limit, offset)
    return ArticleHits(page.total, _articles(archive, query, page), query)


def search_statements(
    archive: Selecting,
    typed: str,
    filters: SearchFilters = NO_FILTERS,
    *,
    limit: int = 20,
    offset: int = 0,
    index: Index | None = None,
) -> StatementHits:
    """The statements in whose content all words stand; the rest is as for `search_articles`."""
    query = _read(typed, filters)
    page = Ranking(archive, index or TableIndex(archive), query, of_articles=False).page(limit, offset)
    return StatementHits(page.total, _statements(archive, query, page), query)


def _read(typed: str, filters: SearchFilters) -> SearchQuery:
    query = parse_query(typed)
    return replace(query, filters=query.filters.under(filters))


def _articles(archive: Selecting, query: SearchQuery, page: Page) -> tuple[ArticleHit, ...]:
    numbers = [one.article_number for one in page.ranked]
    rows = {row.pop("number"): row for row in archive.select(ARTICLES, [numbers])} if numbers else {}
    marker = Marker(query)
    return tuple(_article(rows[one.article_number], marker, one.score) for one in page.ranked)


def _article(row: dict[str, Any], marker: Marker, score: float) -> ArticleHit:
    days = row["published_start"], row["published_end"]
    return ArticleHit(row["id"], row["title"], row["outlet"], *days, score, marker.snippet(row["text"]))


def _statements(archive: Selecting, query: SearchQuery, page: Page) -> tuple[StatementHit, ...]:
    found = _rows_of_statements(archive, page) if page.ranked else {}
    marker = Marker(query)
    return tuple(_statement(found[one.article_number, one.statement_number], marker, one.score) for one in page.ranked)


def _rows_of_statements(archive: Selecting, page: Page) -> dict[tuple[int, int], dict[str, Any]]:
    """What is known of each statement, its article and its speaker; each table is asked for a few keys."""
    wanted = {(one.article_number, one.statement_number) for one in page.ranked}
    rows = archive.select(OF_NUMBERS, [[one.article_number for one in page.ranked]])
    articles = {row.pop("id"): row for row in rows}
    told = [articles[row["article"]] | row for row in archive.select(STATEMENTS, [list(articles)])]
    told = [row for row in told if (row["number"], row["statement_number"]) in wanted]
    speakers = _speakers(archive, {(row["article"], row["speaker"]) for row in told})
    return {
        (row["number"], row["statement_number"]): row | speakers.get((row["article"], row["speaker"]), _unnamed(row["speaker"]))
        for row in told
    }


def _unnamed(speaker: str | None) -> dict[str, Any]:
    return {"speaker_name": None, "identity": speaker}


def _speakers(archive: Selecting, wanted: Collection[tuple[str, str | None]]) -> dict[tuple[str, str | None], dict[str, Any]]:
    """The names of speakers in their articles, and the ids that stand for them."""
    found = archive.select(SPEAKERS, [sorted({article for article, _ in wanted})])
    named = {key: row for row in found if (key := (row["article"], row["speaker"])) in wanted}
    ids = sorted({row["speaker"] for row in named.values()})
    one_with = {row["actor"]: row["identity"] for row in archive.select(IDENTITIES, [ids])}
    return {
        key: {"speaker_name": row["speaker_name"], "identity": one_with.get(row["speaker"], row["speaker"])}
        for key, row in named.items()
    }


def _statement(row: dict[str, Any], marker: Marker, score: float) -> StatementHit:
    return StatementHit(
        row["article"], row["statement"], row["title"], row["outlet"], row["published_start"], row["published_end"], row["act"],
        row["speaker"], row["identity"], row["speaker_name"], row["content_words"], marker.marks(row["content_words"]), score,
    )  # fmt: skip
