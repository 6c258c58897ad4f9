"""Articles and their statements as documents to be searched: their terms counted, their words in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy.typing as npt

from dateline.archive.search_terms import folded_words, term_of

WHOLE_ARTICLE = -1
"""Stands for the number of a statement where the document is the text of the article."""
NOT_INDEXED = """
SELECT a.number FROM articles AS a LEFT JOIN search_lengths AS l ON l.article_number = a.number AND l.method = ?
WHERE l.article_number IS NULL ORDER BY a.number
"""
CONTENTS = f"""
SELECT number AS article_number, {WHOLE_ARTICLE} AS statement_number, text FROM articles WHERE number IN (SELECT unnest($1))
UNION ALL SELECT a.number, s.number, s.content_words FROM articles AS a JOIN statements AS s ON s.article = a.id
WHERE a.number IN (SELECT unnest($1)) ORDER BY 1, 2
"""


class Selecting(Protocol):
    """What can be searched: an archive, or a cursor of a copy of it that only reads."""

    def select(self, sql: str, parameters: Sequence[Any] = ..., /) -> list[dict[str, Any]]:
        """The rows of a query as dictionaries."""

    def columns(self, sql: str, parameters: Sequence[Any] = ..., /) -> Mapping[str, npt.NDArray[Any]]:
        """The columns of a query by their names."""


@dataclass(frozen=True)
class Document:
    """The text of an article or the content of a statement, as the folded words in it."""

    article_number: int
    statement_number: int
    words: Sequence[str]

    @cached_property
    def terms(self) -> Counter[int]:
        """How often each term stands in it."""
        return Counter(map(term_of, self.words))

    @property
    def folded(self) -> str:
        """The words with a blank before and after each, so that a phrase is found as a part of it."""
        return spaced(self.words)


def spaced(words: Iterable[str]) -> str:
    """The words with a blank before and after each."""
    return f" {' '.join(words)} "


def not_indexed(archive: Selecting, method: str) -> tuple[int, ...]:
    """The numbers of the articles that this method has not indexed, in the order of adding."""
    return tuple(row["number"] for row in archive.select(NOT_INDEXED, [method]))


def documents(archive: Selecting, numbers: Collection[int]) -> Iterator[Document]:
    """The documents of the articles with these numbers."""
    for row in archive.select(CONTENTS, [list(numbers)]):
        yield Document(row["article_number"], row["statement_number"], folded_words(row["text"]))
