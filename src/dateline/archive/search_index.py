"""Keeping the index of search up to date: adding k articles costs k.

New rows are appended as they come. When a fifth of all waits so, all are put in order of term anew: every row is then moved about
five times in the life of an archive that grows without end, and a query reads little more than the rows that it asks for.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import pyarrow as pa

from dateline.archive.search_documents import WHOLE_ARTICLE, Document, documents, not_indexed
from dateline.archive.search_terms import METHOD
from dateline.archive.storage import TABLES_OF_SEARCH

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

logger = logging.getLogger(__name__)

AT_ONCE = 64
"""Articles of an older archive that are indexed and committed together."""
ROW_GROUP = 122_880
"""Rows that DuckDB passes over or reads together; fewer are read as fast in any order."""
RECENT_SHARE = 0.2
NUMBERS = "SELECT number FROM articles WHERE id IN (SELECT unnest(?))"
HAS = "SELECT article_number FROM search_lengths WHERE article_number IN (SELECT unnest(?))"
COUNTED = "SELECT (SELECT count(*) FROM search_terms) AS ordered, (SELECT count(*) FROM search_recent_terms) AS recent"
PUT_IN_ORDER = (
    "CREATE TEMP TABLE search_terms_in_order AS FROM search_terms UNION ALL FROM search_recent_terms "
    "ORDER BY term, article_number, statement_number",
    "DELETE FROM search_terms",
    "DELETE FROM search_recent_terms",
    "INSERT INTO search_terms FROM search_terms_in_order",
    "DROP TABLE search_terms_in_order",
)


def bring_up_to_date(archive: Archive, articles: Sequence[str]) -> None:
    """Index these articles. Belongs into the transaction that adds them."""
    with archive.transaction():
        numbers = [row["number"] for row in archive.select(NUMBERS, [list(articles)])]
        _forget(archive, numbers)
        _append(archive, list(documents(archive, numbers)))
        put_in_order(archive)


def renew(archive: Archive) -> None:
    """Index articles that were added before there was an index, or by another method."""
    waiting = not_indexed(archive, METHOD)
    if waiting:
        logger.info("%d articles are indexed for search for the first time", len(waiting))
    for start in range(0, len(waiting), AT_ONCE):
        with archive.transaction():
            numbers = waiting[start : start + AT_ONCE]
            _forget(archive, numbers)
            _append(archive, list(documents(archive, numbers)))
            put_in_order(archive)


def put_in_order(archive: Archive, share: float = RECENT_SHARE) -> None:
    """Put the rows in order of term where more than this share of them, and more than DuckDB reads together, is out of order."""
    rows = archive.select(COUNTED)[0]
    if rows["recent"] > max(ROW_GROUP, share * rows["ordered"]) or (share == 0 and rows["recent"]):
        for statement in PUT_IN_ORDER:
            archive.execute(statement)


def _forget(archive: Archive, numbers: Sequence[int]) -> None:
    if archive.select(HAS, [list(numbers)]):
        for table in TABLES_OF_SEARCH:
            archive.execute(f"DELETE FROM {table} WHERE article_number IN (SELECT unnest(?))", [list(numbers)])


def _append(archive: Archive, added: Sequence[Document]) -> None:
    for table, rows in (
        ("search_recent_terms", _terms(added)),
        ("search_texts", _texts(added)),
        ("search_lengths", _lengths(added)),
    ):
        archive.execute(f"INSERT INTO {table} BY NAME FROM given", given=rows)


def _terms(added: Sequence[Document]) -> pa.Table:
    rows = [(term, one, count) for one in added for term, count in one.terms.items()]
    return pa.table(
        {
            "term": pa.array([term for term, _, _ in rows], pa.int64()),
            "article_number": pa.array([one.article_number for _, one, _ in rows], pa.int32()),
            "statement_number": pa.array([one.statement_number for _, one, _ in rows], pa.int32()),
            "count": pa.array([count for _, _, count in rows], pa.int32()),
            "words": pa.array([len(one.words) for _, one, _ in rows], pa.int32()),
        }
    )


def _texts(added: Sequence[Document]) -> pa.Table:
    return pa.table(
        {
            "article_number": pa.array([one.article_number for one in added], pa.int32()),
            "statement_number": pa.array([one.statement_number for one in added], pa.int32()),
            "folded": pa.array([one.folded for one in added], pa.string()),
        }
    )


def _lengths(added: Iterable[Document]) -> pa.Table:
    rows = list(_lengths_of(added))
    names = ("article_number", "words", "statements", "statement_words")
    columns = {name: pa.array([row[place] for row in rows], pa.int32()) for place, name in enumerate(names)}
    return pa.table({**columns, "method": pa.array([METHOD] * len(rows), pa.string())})


def _lengths_of(added: Iterable[Document]) -> Iterator[tuple[int, int, int, int]]:
    for number, group in groupby(added, key=lambda one: one.article_number):
        found = list(group)
        text = sum(len(one.words) for one in found if one.statement_number == WHOLE_ARTICLE)
        yield number, text, len(found) - 1, sum(len(one.words) for one in found) - text
