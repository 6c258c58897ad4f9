"""The archive as an object: add readings, ask for them again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import duckdb
import numpy.typing as npt
import pyarrow as pa

from dateline.archive.actor_identities import ActorIdentities
from dateline.archive.clock import utc_now
from dateline.archive.copy_relation import CopyRelation, roots
from dateline.archive.copying import Copying
from dateline.archive.corrections.store import Corrections
from dateline.archive.feeds import Feeds
from dateline.archive.filters import About, Filters
from dateline.archive.first_stored import FirstStored
from dateline.archive.interrupts import deferred_interrupts, interrupted_queries
from dateline.archive.ledger import LedgerEntry
from dateline.archive.memory import Memory
from dateline.archive.proposal_identities import ProposalIdentities
from dateline.archive.rereadings.store import Rereadings
from dateline.archive.rows import gather, rows_of
from dateline.archive.storage import ArrowSchemas, delete_readings, insert, insert_columns, transaction
from dateline.archive.stories import Stories
from dateline.archive.story_profiles import StoryProfiles
from dateline.archive.upgrading import connect_current
from dateline.contract import from_json, from_object
from dateline.errors import ArchiveError, printable
from dateline.records import Actor, Article, Published, Reading

AnArchive = TypeVar("AnArchive", bound="Archive")
FETCHED_AT_ONCE = 64
"""Readings held in memory at a time while an archive is gone through."""


def open_archive(path: str | Path, *, read_only: bool = False) -> Archive:
    """The archive in this file, made where there is none; use it in a `with` statement.

    The tables of an older archive are brought up to date, also where it is opened for reading; `dateline.open_archive` brings up
    to date what follows from its articles too. Raises ArchiveError where the file is no archive, is locked by another program,
    was written by a newer version, or by an older one where it cannot be written.
    Any number of programs may read one archive at once, or one may write it.
    """
    return opened(Archive, path, read_only=read_only)


def opened(kind: type[AnArchive], path: str | Path, *, read_only: bool) -> AnArchive:
    """As `open_archive`, with an object of this class."""
    path = Path(path)
    connection = connect_current(path, read_only=read_only)
    try:
        return kind(path, connection)
    except BaseException:
        connection.close()
        raise


class Archive:
    """Readings, copies and the ledger in one DuckDB file. Made by `open_archive`.

    Each method that writes is one transaction, unless it runs inside `transaction()`. What is committed survives the
    killing of the program. A reading given back equals the one added: it comes from the contract's line in `readings`;
    the other tables are derived from the same reading for SQL.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection
        self._schemas = ArrowSchemas(connection)
        self._in_transaction = False
        self.memory = Memory()
        """What was read or written lately; nothing of it outlives a transaction that fails."""
        self.first_stored = FirstStored()
        """The articles that the present transaction stores and none did before."""
        self.actors = ActorIdentities(self, self.insert)
        """Which actors are one across articles, and who decided so."""
        self.copying = Copying(self)
        """By what copies are found."""
        self.stories, self.story_profiles = Stories(self), StoryProfiles(self)
        """The running stories, and by what articles are compared with them."""
        self.proposals = ProposalIdentities(self)
        """Which names mean one proposal, and who decided so."""
        self.corrections = Corrections(self)
        """What people said about single records."""
        self.rereadings = Rereadings(self)
        """What another version of the reader changed."""
        self.feeds = Feeds(self, self.insert)
        """Which feeds were watched, and what became of their entries."""

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def beside(self) -> Archive:
        """The same archive for another thread: one object must not be used by two at once."""
        return Archive(self.path, self._connection.cursor())

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written within it is committed at its end, or nothing of it; an inner one belongs to the outer one.

        Ctrl-C waits for its end. Raises ArchiveError where the file cannot be written: opened for reading only, or the disk is
        full.
        """
        if self._in_transaction:
            yield
            return
        self._in_transaction = True
        try:
            with deferred_interrupts(), transaction(self._connection):
                yield
        except BaseException as error:
            self.memory.clear()
            if not isinstance(error, duckdb.Error):
                raise
            raise ArchiveError(f"{self.path}: nothing could be written: {error} (what was there before is unharmed)") from error
        finally:
            self._in_transaction = False
            self.first_stored.clear()

    def add(self, *readings: Reading) -> tuple[Reading, ...]:
        """Store readings, each in the place of an earlier reading of the same article, and enter them in the ledger.

        They are stored, and come back, as the corrections of their articles have them. Several readings in one call are one
        transaction and cost little more than one.
        """
        with self.transaction():
            stored = self.store(*readings)
            self.insert({"ledger": [_done(reading, utc_now()) for reading in stored]})
        return stored

    def confirm(self, *readings: Reading) -> None:
        """Enter that these readings, by another version, are what the archive has already."""
        with self.transaction():
            for version in {reading.version for reading in readings}:
                articles = [reading.article.id for reading in readings if reading.version == version]
                self.rereadings.mark(articles, version)
            self.insert({"ledger": [_done(reading, utc_now()) for reading in readings]})

    def store(self, *readings: Reading) -> tuple[Reading, ...]:
        """The same without an entry in the ledger: what is stored again was not read again."""
        latest = {reading.article.id: reading for reading in readings}
        if not latest:
            return ()
        with self.transaction():
            now, old = utc_now(), self._numbers(list(latest))
            if old:
                self.memory.clear()
                self.corrections.former.keep({article: latest[article] for article in old})
            stored = self.corrections.enforce(latest.values())
            delete_readings(self._connection, list(old))
            numbers = old | self._next_numbers([article for article in latest if article not in old])
            self.first_stored.add(latest.keys() - old.keys())
            self.insert(gather(rows_of(reading, numbers[reading.article.id], now) for reading in stored))
        return stored

    def record_failure(self, source: str, error: str, *, version: str = "", article: str | None = None) -> None:
        """Enter in the ledger that this input could not be read; an earlier reading of it stays."""
        self._record("failed", source, error, version, article)

    def record_skip(self, source: str, why: str, *, version: str = "") -> None:
        """Enter in the ledger that this input was passed over, such as for its language."""
        self._record("skipped", source, why, version)

    def _record(self, status: str, source: str, error: str, version: str, article: str | None = None) -> None:
        source, error = printable(source), printable(error)
        row = {"article": article, "source": source, "version": version, "read_at": utc_now(), "status": status, "error": error}
        with self.transaction():
            self.insert({"ledger": [row]})

    def size(self) -> int:
        """How many articles the archive holds."""
        return int(self.select("SELECT count(*) AS articles FROM articles")[0]["articles"])

    def known(self, articles: Collection[str]) -> frozenset[str]:
        """Those of these articles that are stored."""
        return frozenset(self._numbers(list(articles)))

    def has_read(self, article_id: str, version: str) -> bool:
        """Whether the stored reading of this article was made by this version of the reader."""
        return bool(self.select("SELECT 1 FROM articles WHERE id = ? AND version = ?", [article_id, version]))

    def reading(self, article_id: str) -> Reading:
        """The reading of one article; raises ArchiveError where there is none of that id."""
        return from_json(self._contract(article_id))

    def article(self, article_id: str) -> Article:
        """The article alone; raises ArchiveError where there is none of that id."""
        return _article(self._contract(article_id))

    def articles_of(self, ids: Sequence[str]) -> Iterator[Article]:
        """The articles of these ids, in this order; those that are not stored are left out."""
        for start in range(0, len(ids), FETCHED_AT_ONCE):
            yield from (_article(line) for line in self._contracts(ids[start : start + FETCHED_AT_ONCE]))

    def find_article(self, words: str) -> str:
        """The article that is meant by an id or the beginning of one; raises ArchiveError where that is none or several."""
        query = "SELECT id FROM articles WHERE starts_with(id, ?) ORDER BY id LIMIT 6"
        found = [str(row["id"]) for row in self.select(query, [words.strip()])] if words.strip() else []
        if len(found) == 1 or words.strip() in found:
            return found[0]
        problem = f"{len(found)} articles have ids that begin with" if found else "no article has the id"
        raise ArchiveError(f"{self.path}: {problem} {words!r} (`SELECT id, title FROM articles` lists them)")

    def contracts(self, filters: Filters | None = None) -> Iterator[str]:
        """The contract's lines of the readings that the filters admit, in the order of `readings`."""
        ids = self.article_ids(filters)
        for start in range(0, len(ids), FETCHED_AT_ONCE):
            yield from self._contracts(ids[start : start + FETCHED_AT_ONCE])

    def readings(self, filters: Filters | None = None) -> Iterator[Reading]:
        """All readings that the filters admit, by date of publication, then in the order of adding; undated ones last."""
        return (from_json(line) for line in self.contracts(filters))

    def article_ids(self, filters: Filters | None = None) -> tuple[str, ...]:
        """Ids of the articles that the filters admit, in the order of `readings`."""
        filters = filters or Filters()
        rows = self.select(
            "SELECT id, published_start, published_end, published_basis FROM articles ORDER BY published_start NULLS LAST, number"
        )
        dated = [row["id"] for row in rows if filters.admits(_published(row))]
        if filters.about is None:
            return tuple(dated)
        with_actor = self._articles_about(filters.about)
        return tuple(article_id for article_id in dated if article_id in with_actor)

    def about(self, words: str) -> About:
        """Whom these words ask for, given the states that this archive knows."""
        return About.among(words, (actor for _, actor in self._actors()))

    def add_copies(self, relations: Sequence[CopyRelation]) -> None:
        """Store relations, in the place of all earlier ones of the same copies."""
        if not relations:
            return
        with self.transaction():
            copies = sorted({relation.article for relation in relations})
            self._connection.execute("DELETE FROM copies WHERE article IN (SELECT unnest(?))", [copies])
            self.insert({"copies": [asdict(relation) for relation in relations]})

    def copies(self, of: Collection[str] | None = None) -> tuple[CopyRelation, ...]:
        """The relations of these copies, or of all, by copy; the original of most of it first."""
        query = "SELECT * FROM copies WHERE $1 IS NULL OR article IN (SELECT unnest($1)) ORDER BY article, share DESC, original"
        return tuple(CopyRelation(**row) for row in self.select(query, [None if of is None else list(of)]))

    def originals(self) -> dict[str, str]:
        """For each copy the article at the beginning of its chain of copies."""
        return roots(self.copies())

    def ledger(self) -> tuple[LedgerEntry, ...]:
        """All attempts to read something, in the order in which they were made."""
        return tuple(LedgerEntry(**row) for row in self.select("SELECT * FROM ledger ORDER BY read_at, rowid"))

    def select(self, sql: str, parameters: Sequence[Any] = (), given: pa.Table | None = None) -> list[dict[str, Any]]:
        """The rows of a query as dictionaries; `?` in the query stands for the parameters in turn.

        Lists of thousands go faster as a table, which the query calls `given`: DuckDB finds the variable by its name.
        """
        with interrupted_queries():
            cursor = self._connection.execute(sql, list(parameters))
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def columns(self, sql: str, parameters: Sequence[Any] = ()) -> Mapping[str, npt.NDArray[Any]]:
        """The columns of a query by their names; thousands of numbers go many times faster so than as rows."""
        with interrupted_queries():
            return self._connection.execute(sql, list(parameters)).fetchnumpy()

    def execute(self, sql: str, parameters: Sequence[Any] = (), given: pa.Table | None = None) -> None:
        """Run a statement that writes, within `transaction()`; parameters as for `select`."""
        self._connection.execute(sql, list(parameters))

    def insert(self, rows: Mapping[str, list[dict[str, Any]]]) -> None:
        """Append rows to tables, by table; within `transaction()`."""
        insert(self._connection, self._schemas, rows)

    def insert_columns(self, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Append rows that are given as columns, which of many small rows costs a third; within `transaction()`."""
        insert_columns(self._connection, self._schemas, table, columns)

    def relation(self, sql: str) -> duckdb.DuckDBPyRelation:
        """A query as a DuckDB relation, for writing files or handing tables to other libraries."""
        return self._connection.sql(sql)

    def _contracts(self, ids: Sequence[str]) -> list[str]:
        rows = self.select("SELECT article, contract FROM readings WHERE article IN (SELECT unnest(?))", [list(ids)])
        lines = {row["article"]: row["contract"] for row in rows}
        return [lines[article_id] for article_id in ids if article_id in lines]

    def _contract(self, article_id: str) -> str:
        rows = self.select("SELECT contract FROM readings WHERE article = ?", [article_id])
        if not rows:
            raise ArchiveError(f"{self.path}: no article has the id {article_id!r} (`SELECT id FROM articles` lists them)")
        line: str = rows[0]["contract"]
        return line

    def _numbers(self, articles: Sequence[str]) -> dict[str, int]:
        """The place in the order of adding of those articles that are stored."""
        stored = self.select("SELECT id, number FROM articles WHERE id IN (SELECT unnest(?))", [list(articles)])
        return {row["id"]: row["number"] for row in stored}

    def _next_numbers(self, articles: Sequence[str]) -> dict[str, int]:
        last = self.select("SELECT coalesce(max(number), 0) AS last FROM articles")[0]["last"]
        return {article: last + step for step, article in enumerate(articles, start=1)}

    def _actors(self) -> Iterator[tuple[str, Actor]]:
        for row in self.select("SELECT article, id, name, kind, country, code, aliases FROM actors"):
            article = row.pop("article")
            yield article, Actor(**row | {"aliases": tuple(row["aliases"] or ())})

    def _articles_about(self, words: str) -> frozenset[str]:
        about, one_with = self.about(words), self.actors.mapping()
        actors = [(article, actor.id, about.matches(actor)) for article, actor in self._actors()]
        asked_for = {one_with.get(key, key) for _, key, matches in actors if matches}
        return frozenset(article for article, key, _ in actors if one_with.get(key, key) in asked_for)


def _article(line: str) -> Article:
    article: Article = from_object(Article, json.loads(line)["article"])
    return article


def _published(row: Mapping[str, Any]) -> Published | None:
    if row["published_start"] is None:
        return None
    return Published(row["published_start"], row["published_end"], row["published_basis"])


def _done(reading: Reading, read_at: datetime) -> dict[str, Any]:
    article = reading.article
    entry = {"article": article.id, "source": article.source, "version": reading.version}
    return {**entry, "read_at": read_at, "status": "ok", "error": None}
