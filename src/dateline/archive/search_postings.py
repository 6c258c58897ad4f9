"""Where a term stands in the index of search: documents as numbers, with how often and among how many words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from dateline.archive.search_documents import Document, Selecting

Keys = npt.NDArray[Any]
Numbers = npt.NDArray[np.float64]

TABLES = ("search_terms", "search_recent_terms")
POSTINGS = "SELECT article_number, statement_number, count, words FROM {table} WHERE term = ?"
TEXTS = """
SELECT article_number, statement_number FROM search_texts
WHERE article_number IN (SELECT unnest(?)) AND statement_number {unit} AND {tests}
"""
"""Only the words of documents that fit are looked at: those of all would take ten times as long."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents of one term in order of their keys, each once.

    A key is the number of an article and that of a statement, or -1 for the whole article, in one number of the same order.
    """

    keys: Keys
    counts: Keys
    words: Keys

    def of(self, such: Keys) -> Postings:
        """Those for which this is true."""
        return Postings(self.keys[such], self.counts[such], self.words[such])

    def and_also(self, other: Postings) -> Postings:
        """Both together."""
        keys = np.concatenate((self.keys, other.keys))
        order = np.argsort(keys)
        counts, words = np.concatenate((self.counts, other.counts)), np.concatenate((self.words, other.words))
        return Postings(keys[order], counts[order], words[order])


class Index(Protocol):
    """Where words stand in the documents that are indexed."""

    def postings(self, term: int, *, of_articles: bool) -> Postings:
        """The articles, or the statements, of one term."""

    def having(self, keys: Keys, have: Sequence[str], lack: Sequence[str], *, of_articles: bool) -> Keys:
        """Those of these documents in whose folded words all of the one stand as they are, and none of the other."""


@dataclass(frozen=True)
class TableIndex:
    """The index as it lies in the tables of an archive."""

    archive: Selecting

    def postings(self, term: int, *, of_articles: bool) -> Postings:
        """The articles, or the statements, of one term."""
        found = (self.archive.columns(POSTINGS.format(table=table), [term]) for table in TABLES)
        ordered, recent = (Postings(keys_of(columns), columns["count"], columns["words"]) for columns in found)
        both = ordered.and_also(recent)
        return both.of(is_article(both.keys) == of_articles)

    def having(self, keys: Keys, have: Sequence[str], lack: Sequence[str], *, of_articles: bool) -> Keys:
        """Those of these documents in whose folded words all of the one stand as they are, and none of the other."""
        tests = [*("contains(folded, ?)" for _ in have), *("NOT contains(folded, ?)" for _ in lack)]
        query = TEXTS.format(unit="< 0" if of_articles else ">= 0", tests=" AND ".join(tests))
        found = self.archive.columns(query, [np.unique(numbers_in(keys)).tolist(), *have, *lack])
        return np.intersect1d(keys, keys_of(found))


def of_document(one: Document, term: int) -> Postings:
    """A document that is not in the index."""
    return Postings(np.array([key_of(one)]), np.array([one.terms[term]]), np.array([len(one.words)]))


def key_of(one: Document) -> int:
    """The key of a document."""
    return (one.article_number << 32) + one.statement_number + 1


def keys_of(columns: Mapping[str, Keys]) -> Keys:
    """The keys of rows."""
    return (columns["article_number"].astype(np.int64) << 32) + columns["statement_number"] + 1


def numbers_in(keys: Keys) -> Keys:
    """The numbers of the articles."""
    return keys >> 32


def is_article(keys: Keys) -> Keys:
    """Whether each is the key of a whole article."""
    return np.asarray(keys & 0xFFFFFFFF == 0)
