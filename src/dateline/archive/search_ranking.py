"""The documents that fit a query in the order of their scores.

The score is Okapi BM25: the sum over the words of the query of idf * f (k1 + 1) / (f + k1 (1 - b + b * length / mean length)), f
being how often the word stands in the document (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", Foundations and Trends in Information Retrieval 3, 2009, section 3.4), with idf = ln(1 + (N - n + 0.5) / (n + 0.5))
for a word of n documents among N, which is never negative.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial, reduce

import numpy as np

from dateline.archive.search_documents import WHOLE_ARTICLE, Document, Selecting, documents, not_indexed, spaced
from dateline.archive.search_narrowing import admitted
from dateline.archive.search_postings import (
    Index,
    Keys,
    Numbers,
    Postings,
    key_of,
    keys_of,
    numbers_in,
    of_document,
)
from dateline.archive.search_query import SearchQuery
from dateline.archive.search_terms import METHOD, term_of

logger = logging.getLogger(__name__)

K1, B = 1.2, 0.75
DIGITS = 9
"""Digits after the point up to which scores are told apart."""
LENGTHS = """
SELECT count(*) AS articles, coalesce(sum(words), 0) AS words, coalesce(sum(statements), 0) AS statements,
    coalesce(sum(statement_words), 0) AS statement_words FROM search_lengths WHERE method = ?
"""
ALL_ARTICLES = "SELECT number AS article_number, -1 AS statement_number FROM articles"
ALL_STATEMENTS = """
SELECT a.number AS article_number, s.number AS statement_number FROM statements AS s JOIN articles AS a ON a.id = s.article
"""
DAYS = "SELECT number, coalesce(published_start - DATE '1970-01-01', -1000000)::INTEGER AS day FROM articles"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One document that fits; its key is that of `search_postings`."""

    key: int
    score: float

    @property
    def article_number(self) -> int:
        return self.key >> 32

    @property
    def statement_number(self) -> int:
        return (self.key & 0xFFFFFFFF) - 1


@dataclass(frozen=True, slots=True)
class Page:
    """Documents from one place of the ranking, and how many fit in all."""

    total: int
    ranked: tuple[Ranked, ...]


@dataclass(frozen=True)
class Ranking:
    """One query over the texts of articles, or over the contents of statements."""

    archive: Selecting
    index: Index
    query: SearchQuery
    of_articles: bool

    def page(self, limit: int, offset: int) -> Page:
        """So many documents from this place on; a query without words that must stand has those that its filters admit."""
        if not self._can_fit:
            return Page(0, ())
        keys, scores = self._fitting() if self.query.required else self._all()
        for fits in self._conditions(keys):
            keys, scores = keys[fits], scores[fits]
        return Page(len(keys), tuple(self._ranked(keys, np.round(scores, DIGITS), max(limit, 0), max(offset, 0))))

    @property
    def _can_fit(self) -> bool:
        """Whether anything is asked for, and nothing both to stand and not to stand."""
        query = self.query
        if not query.required:
            return query.filters.narrow and not (query.without or query.without_phrases)
        return not set(map(term_of, query.required)) & set(map(term_of, query.without))

    def _all(self) -> tuple[Keys, Numbers]:
        keys = keys_of(self.archive.columns(ALL_ARTICLES if self.of_articles else ALL_STATEMENTS))
        return keys, np.zeros(len(keys))

    def _fitting(self) -> tuple[Keys, Numbers]:
        """The documents in which all words stand, and none that must not, with their scores."""
        wanted = [self._postings(term) for term in dict.fromkeys(map(term_of, self.query.required))]
        unwanted = [self._postings(term).keys for term in dict.fromkeys(map(term_of, self.query.without))]
        keys = reduce(partial(np.intersect1d, assume_unique=True), (found.keys for found in wanted))
        keys = reduce(partial(np.setdiff1d, assume_unique=True), unwanted, keys)
        number, mean = self._corpus()
        return keys, np.sum([_scores(found, keys, number, mean) for found in wanted], axis=0)

    def _postings(self, term: int) -> Postings:
        """What stands in the index for this term, and what was read from texts just now."""
        found = self.index.postings(term, of_articles=self.of_articles)
        if self._missing:
            found = found.of(~np.isin(numbers_in(found.keys), self._missing))
        read = (of_document(one, term) for one in self._read if one.terms[term])
        return reduce(Postings.and_also, read, found)

    def _conditions(self, keys: Keys) -> Iterator[Keys]:
        """For each further condition which of these documents it admits, after those before it."""
        for such in admitted(self.archive, self.query.filters, of_articles=self.of_articles):
            fits = np.isin(keys if such.of_statements else numbers_in(keys), such.found)
            keys = keys[fits]
            yield fits
        if self.query.phrases or self.query.without_phrases:
            yield np.isin(keys, self._with_phrases(keys))

    def _with_phrases(self, keys: Keys) -> Keys:
        """Those in which the words stand in the order asked for; that they stand there is known."""
        have, lack = ([spaced(phrase) for phrase in some] for some in (self.query.phrases, self.query.without_phrases))
        indexed = keys[~np.isin(numbers_in(keys), self._missing)] if self._missing else keys
        found = self.index.having(indexed, have, lack, of_articles=self.of_articles)
        read = [
            key_of(one) for one in self._read
            if all(phrase in one.folded for phrase in have) and not any(phrase in one.folded for phrase in lack)
        ]  # fmt: skip
        return np.concatenate((found, np.array(read, dtype=np.int64)))

    def _ranked(self, keys: Keys, scores: Numbers, limit: int, offset: int) -> Iterator[Ranked]:
        """The best first, of those of one score the latest; what cannot come so far is not put in order."""
        last = offset + limit
        if 0 < last < len(keys):
            best = scores >= -np.partition(-scores, last - 1)[last - 1]
            keys, scores = keys[best], scores[best]
        order = np.lexsort((keys, -self._days(keys), -scores))[offset:last]
        for key, score in zip(keys[order].tolist(), scores[order].tolist(), strict=True):
            yield Ranked(key, score)

    def _days(self, keys: Keys) -> Keys:
        """When the articles of these documents appeared, as numbers."""
        known = self.archive.columns(DAYS)
        order = np.argsort(known["number"])
        return np.asarray(known["day"][order][np.searchsorted(known["number"][order], numbers_in(keys))])

    @cached_property
    def _missing(self) -> tuple[int, ...]:
        return not_indexed(self.archive, METHOD)

    @cached_property
    def _read(self) -> tuple[Document, ...]:
        """The documents of articles that are not indexed yet; the next `add` indexes them."""
        if not self._missing:
            return ()
        logger.info("%d articles are not indexed yet and are read as they are", len(self._missing))
        return tuple(
            one for one in documents(self.archive, self._missing) if (one.statement_number == WHOLE_ARTICLE) == self.of_articles
        )

    def _corpus(self) -> tuple[int, float]:
        """How many documents there are, and how many words they have in the mean."""
        row = self.archive.select(LENGTHS, [METHOD])[0]
        number, total = (row["articles"], row["words"]) if self.of_articles else (row["statements"], row["statement_words"])
        number, total = number + len(self._read), total + sum(len(one.words) for one in self._read)
        return number, max(total / number, 1.0) if number else 1.0


def _scores(found: Postings, keys: Keys, number: int, mean: float) -> Numbers:
    """What this term adds to the scores of these documents, in all of which it stands."""
    idf = np.log(1 + (number - len(found.keys) + 0.5) / (len(found.keys) + 0.5))
    at = np.searchsorted(found.keys, keys)
    counts, words = found.counts[at], found.words[at]
    return np.asarray(idf * counts * (K1 + 1) / (counts + K1 * (1 - B + B * words / mean)))
