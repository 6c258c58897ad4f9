"""Full text over articles and statements, with the words found."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy.typing as npt

from dateline.archive.search import ArticleHit, search_articles
from dateline.archive.search_documents import NOT_INDEXED
from dateline.archive.search_postings import TableIndex
from dateline.archive.search_query import SearchQuery, parse_query
from dateline.archive.search_ranking import LENGTHS, Page, Ranking
from dateline.archive.search_snippet import Marker
from dateline.records import Span
from dateline.views.room.asking import Paged
from dateline.views.room.reader import Reader
from dateline.views.wording import says

SHOWN_ARTICLES, SHOWN_STATEMENTS = 20, 12
SHOWN_WORDS = 700
"""Characters of a statement; a longer one is cut around the first words found."""
STATEMENTS = """
SELECT place, article, id, sayer, called, act, named_outlet, published, content_words FROM digest_statements
WHERE place IN (SELECT unnest(?))
"""
Piece = tuple[str, bool]
"""A stretch of text, and whether it is what was looked for."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that has the words; `snippet` in pieces."""

    article: str
    title: str | None
    outlet: str | None
    published: date | None
    score: float
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement that has the words; `words` in pieces."""

    article: str
    statement: str
    speaker: str | None
    name: str
    acts: str
    outlet: str | None
    published: date | None
    score: float
    words: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found: articles by page, and the foremost statements."""

    q: str
    paged: Paged
    articles: tuple[FoundArticle, ...]
    statements: tuple[FoundStatement, ...]
    statements_total: int


@dataclass(frozen=True)
class Remembering:
    """A reader that asks only once how large the index is, as long as the archive does not change, and once for each word."""

    reader: Reader
    asked: dict[Hashable, Mapping[str, npt.NDArray[Any]]] = field(default_factory=dict)

    def select(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows of a query as dictionaries."""
        if sql not in (LENGTHS, NOT_INDEXED):
            return self.reader.select(sql, parameters)
        return self.reader.known.get((sql, *parameters), lambda: self.reader.select(sql, parameters))

    def columns(self, sql: str, parameters: Sequence[Any] = ()) -> Mapping[str, npt.NDArray[Any]]:
        """The columns of a query by their names."""
        key = (sql, repr(parameters))
        if key not in self.asked:
            self.asked[key] = self.reader.columns(sql, parameters)
        return self.asked[key]


def search_page(reader: Reader, q: str, page: int = 1) -> SearchPage:
    """Words, "phrases", -exclusions and outlet:, speaker:, since:, until:."""
    offset, remembering = (max(page, 1) - 1) * SHOWN_ARTICLES, Remembering(reader)
    articles = search_articles(remembering, q, limit=SHOWN_ARTICLES, offset=offset, index=reader.index)
    query = parse_query(q)
    statements = Ranking(remembering, reader.index or TableIndex(remembering), query, of_articles=False).page(SHOWN_STATEMENTS, 0)
    return SearchPage(
        q, Paged.of(articles.total, page, SHOWN_ARTICLES), tuple(map(_article, articles.hits)),
        _statements(reader, query, statements), statements.total,
    )  # fmt: skip


def _article(hit: ArticleHit) -> FoundArticle:
    snippet = hit.snippet
    return FoundArticle(
        hit.article, hit.title, hit.outlet, hit.published_end, hit.score,
        pieces(snippet.text, [Span(mark.start - snippet.start, mark.end - snippet.start) for mark in snippet.marks]),
    )  # fmt: skip


def _statements(reader: Reader, query: SearchQuery, page: Page) -> tuple[FoundStatement, ...]:
    found = reader.select(STATEMENTS, [[one.key for one in page.ranked]]) if page.ranked else []
    rows, marker = {row["place"]: row for row in found}, Marker(query)
    return tuple(_statement(rows[one.key], marker, one.score) for one in page.ranked)


def _statement(row: Mapping[str, Any], marker: Marker, score: float) -> FoundStatement:
    words = row["content_words"]
    return FoundStatement(
        row["article"], row["id"], row["sayer"], row["called"] or "somebody unnamed", says(row["act"]), row["named_outlet"],
        row["published"], score, cut_pieces(words, marker.marks(words)),
    )  # fmt: skip


def cut_pieces(text: str, marks: list[Span] | tuple[Span, ...]) -> tuple[Piece, ...]:
    """The text in pieces, of a long one the stretch around the first mark."""
    if len(text) <= SHOWN_WORDS:
        return pieces(text, marks)
    first = min((mark.start for mark in marks), default=0)
    start = max(min(first - SHOWN_WORDS // 4, len(text) - SHOWN_WORDS), 0)
    end = start + SHOWN_WORDS
    inside = [Span(max(m.start, start) - start, min(m.end, end) - start) for m in marks if m.start < end and m.end > start]
    dots = (("…", False),)
    return (*dots[: start > 0], *pieces(text[start:end], inside), *dots[: end < len(text)])


def pieces(text: str, marks: list[Span] | tuple[Span, ...]) -> tuple[Piece, ...]:
    """The text in stretches that are marked and stretches that are not."""
    found: list[Piece] = []
    at = 0
    for mark in sorted(marks):
        if mark.start > at:
            found.append((text[at : mark.start], False))
        if mark.end > max(mark.start, at):
            found.append((text[max(mark.start, at) : mark.end], True))
        at = max(at, mark.end)
    return (*found, (text[at:], False)) if at < len(text) else tuple(found)
