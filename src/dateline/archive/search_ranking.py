"""The documents that fit a query in the order of their scores, worked out in SQL.

The score is Okapi BM25: the sum over the words of the query of idf * f (k1 + 1) / (f + k1 (1 - b + b * length / mean length)), f
being how often the word stands in the document (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", Foundations and Trends in Information Retrieval 3, 2009, section 3.4), with idf = ln(1 + (N - n + 0.5) / (n + 0.5))
for a word of n documents among N, which is never negative.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dateline.archive.search_documents import WHOLE_ARTICLE, Document, Selecting, documents, not_indexed, spaced
from dateline.archive.search_narrowing import Parameters, conditions
from dateline.archive.search_query import SearchQuery
from dateline.archive.search_terms import METHOD, term_of

logger = logging.getLogger(__name__)

K1, B = 1.2, 0.75
TABLES = ("search_terms", "search_recent_terms")
LENGTHS = """
SELECT count(*) AS articles, coalesce(sum(words), 0) AS words, coalesce(sum(statements), 0) AS statements,
    coalesce(sum(statement_words), 0) AS statement_words FROM search_lengths WHERE method = ?
"""
RANKED = """
WITH postings AS MATERIALIZED ({postings}),
rarity AS (SELECT place, ln(1 + ({number} - count(*) + 0.5) / (count(*) + 0.5)) AS idf FROM postings GROUP BY place),
fitting AS MATERIALIZED (
    SELECT article_number, statement_number,
        sum(idf * count * ({k1} + 1) / (count + {k1} * (1 - {b} + {b} * words / {mean}))) FILTER (WHERE place < {wanted}) AS score
    FROM postings JOIN rarity USING (place) GROUP BY article_number, statement_number
    HAVING count(*) FILTER (WHERE place < {wanted}) = {wanted} AND count(*) FILTER (WHERE place >= {wanted}) = 0
)
"""
TEXTS = """, texts AS MATERIALIZED (
    SELECT article_number, statement_number, folded FROM search_texts
    WHERE article_number IN (SELECT article_number FROM fitting) AND {unit}{not_stale}{read}
)
"""
"""Only the words of documents that fit are looked at: those of all would take ten times as long."""
ALL_ARTICLES = (
    f"WITH fitting AS (SELECT number AS article_number, {WHOLE_ARTICLE} AS statement_number, 0.0 AS score FROM articles)"
)
ALL_STATEMENTS = """WITH fitting AS (SELECT a.number AS article_number, s.number AS statement_number, 0.0 AS score
    FROM statements AS s JOIN articles AS a ON a.id = s.article)"""
PAGE = """
SELECT f.article_number, f.statement_number, round(f.score, 9) AS score, count(*) OVER () AS total
FROM fitting AS f JOIN articles AS a ON a.number = f.article_number {where}
ORDER BY round(f.score, 9) DESC, a.published_start DESC NULLS LAST, f.article_number, f.statement_number
LIMIT {limit} OFFSET {offset}
"""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One document that fits."""

    article_number: int
    statement_number: int
    score: float


@dataclass(frozen=True, slots=True)
class Page:
    """Documents from one place of the ranking, and how many fit in all."""

    total: int
    ranked: tuple[Ranked, ...]


@dataclass(frozen=True)
class Ranking:
    """One query over the texts of articles, or over the contents of statements."""

    archive: Selecting
    query: SearchQuery
    of_articles: bool

    def page(self, limit: int, offset: int) -> Page:
        """So many documents from this place on; a query without words that must stand has those that its filters admit."""
        if not self._can_fit:
            return Page(0, ())
        found = self._select(max(limit, 0), max(offset, 0))
        if not found and (offset > 0 or limit <= 0):
            first = self._select(1, 0)
            return Page(first[0]["total"] if first else 0, ())
        ranked = tuple(Ranked(row["article_number"], row["statement_number"], row["score"]) for row in found)
        return Page(found[0]["total"] if found else 0, ranked)

    @property
    def _can_fit(self) -> bool:
        """Whether anything is asked for, and nothing both to stand and not to stand."""
        query = self.query
        if not query.required:
            return query.filters.narrow and not (query.without or query.without_phrases)
        return not set(map(term_of, query.required)) & set(map(term_of, query.without))

    def _select(self, limit: int, offset: int) -> list[dict[str, Any]]:
        parameters = Parameters()
        fitting = self._fitting(parameters) if self.query.required else ALL_ARTICLES if self.of_articles else ALL_STATEMENTS
        wanted = list(conditions(self.archive, self.query.filters, parameters, of_articles=self.of_articles))
        if tests := self._phrases(parameters):
            fitting += self._texts(parameters)
            columns = "article_number, statement_number"
            wanted.append(f"({columns}) IN (SELECT ({columns}) FROM texts WHERE {' AND '.join(tests)})")
        where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
        page = PAGE.format(where=where, limit=parameters.add(limit), offset=parameters.add(offset))
        return self.archive.select(fitting + page, parameters.values)

    def _fitting(self, parameters: Parameters) -> str:
        wanted = list(dict.fromkeys(map(term_of, self.query.required)))
        unwanted = list(dict.fromkeys(map(term_of, self.query.without)))
        number, mean = self._corpus()
        return RANKED.format(
            postings=" UNION ALL ".join(self._postings([*wanted, *unwanted], parameters)),
            wanted=len(wanted), number=parameters.add(number), mean=f"{parameters.add(mean)}::DOUBLE", k1=K1, b=B,
        )  # fmt: skip

    def _postings(self, terms: Sequence[int], parameters: Parameters) -> list[str]:
        """What stands in the index for these terms, each by its place among them, then what was read from texts just now."""
        stale = self._not_stale(parameters)
        found = []
        for place, term in enumerate(terms):
            value = parameters.add(term)
            columns = f"SELECT {place} AS place, article_number, statement_number, count, words"
            found += [f"{columns} FROM {table} WHERE term = {value} AND {self._unit}{stale}" for table in TABLES]
        rows = [
            (place, one.article_number, one.statement_number, one.terms[term], len(one.words))
            for one in self._read for place, term in enumerate(terms) if one.terms[term]
        ]  # fmt: skip
        if rows:
            found.append(f"SELECT {_unnested(rows, ['INTEGER'] * 5, parameters)}")
        return found

    def _phrases(self, parameters: Parameters) -> list[str]:
        """Conditions on the order of words; that the words stand in the documents is known."""
        tests = [f"contains(folded, {parameters.add(spaced(phrase))})" for phrase in self.query.phrases]
        return tests + [f"NOT contains(folded, {parameters.add(spaced(phrase))})" for phrase in self.query.without_phrases]

    def _texts(self, parameters: Parameters) -> str:
        read = ""
        if self._read:
            rows = [(one.article_number, one.statement_number, one.folded) for one in self._read]
            columns = _unnested(rows, ("INTEGER", "INTEGER", "VARCHAR"), parameters)
            read = f" UNION ALL SELECT {columns}"
        return TEXTS.format(unit=self._unit, not_stale=self._not_stale(parameters), read=read)

    @property
    def _unit(self) -> str:
        return f"statement_number {'=' if self.of_articles else '<>'} {WHOLE_ARTICLE}"

    def _not_stale(self, parameters: Parameters) -> str:
        missing = self._missing
        return f" AND article_number NOT IN (SELECT unnest({parameters.add(list(missing))}::INTEGER[]))" if missing else ""

    @cached_property
    def _missing(self) -> tuple[int, ...]:
        return not_indexed(self.archive, METHOD)

    @cached_property
    def _read(self) -> tuple[Document, ...]:
        """The documents of articles that are not indexed yet; the next `add` indexes them."""
        if not self._missing:
            return ()
        logger.info("%d articles are not indexed yet and are read as they are", len(self._missing))
        return tuple(one for one in documents(self.archive, self._missing) if self._is_unit(one))

    def _is_unit(self, one: Document) -> bool:
        return (one.statement_number == WHOLE_ARTICLE) == self.of_articles

    def _corpus(self) -> tuple[int, float]:
        """How many documents there are, and how many words they have in the mean."""
        row = self.archive.select(LENGTHS, [METHOD])[0]
        number, total = (row["articles"], row["words"]) if self.of_articles else (row["statements"], row["statement_words"])
        number, total = number + len(self._read), total + sum(len(one.words) for one in self._read)
        return number, max(total / number, 1.0) if number else 1.0


def _unnested(rows: Sequence[tuple[Any, ...]], kinds: Sequence[str], parameters: Parameters) -> str:
    """Rows as columns of a SELECT."""
    columns = zip(zip(*rows, strict=True), kinds, strict=True)
    return ", ".join(f"unnest({parameters.add(list(values))}::{kind}[])" for values, kind in columns)
