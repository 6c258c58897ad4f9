"""What an archive remembers of the feeds that were watched into it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

EntryStatus = Literal["waiting", "added", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class FeedState:
    """How one feed was fetched last, and from when on it may be asked for again; times are UTC without a zone."""

    url: str
    title: str | None
    etag: str | None
    last_modified: str | None
    checked_at: datetime
    next_at: datetime
    failures: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class EntryState:
    """One page that a feed told of, and what became of it; the fields are the columns of feed_entries."""

    id: str
    feed: str
    guid: str | None
    url: str | None
    page: str | None
    title: str | None
    published: str | None
    updated: str | None
    byline: str | None
    fingerprint: str
    status: EntryStatus
    attempts: int
    next_at: datetime
    error: str | None
    first_seen: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class EntryArticle:
    """An article that came of an entry; `instead_of` is the version that it takes the place of."""

    entry: str
    article: str
    text_hash: str
    site: str
    instead_of: str | None
    added_at: datetime


class Tables(Protocol):
    """What this needs of an archive."""

    def select(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]: ...

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None: ...

    def transaction(self) -> AbstractContextManager[None]: ...


Insert = Callable[[Mapping[str, list[dict[str, Any]]]], None]


class Feeds:
    """The feeds of an archive, their entries and the articles that came of them. Each method that writes is one transaction."""

    def __init__(self, tables: Tables, insert: Insert) -> None:
        self._tables, self._insert = tables, insert

    def states(self) -> dict[str, FeedState]:
        """The feeds that were watched, by address."""
        return {row["url"]: FeedState(**row) for row in self._tables.select("SELECT * FROM feeds")}

    def keep(self, states: Iterable[FeedState]) -> None:
        """Store the states of feeds in the place of earlier ones."""
        rows = [asdict(state) for state in states]
        self._replace("feeds", "url", rows)

    def keep_entries(self, entries: Iterable[EntryState]) -> None:
        """Store the states of entries in the place of earlier ones."""
        self._replace("feed_entries", "id", [asdict(entry) for entry in entries])

    def entries_like(self, feed: str, ids: Collection[str], guids: Collection[str]) -> tuple[EntryState, ...]:
        """Entries of these ids, and those of this feed with these guids."""
        query = "SELECT * FROM feed_entries WHERE id IN (SELECT unnest(?)) OR (feed = ? AND guid IN (SELECT unnest(?)))"
        return tuple(EntryState(**row) for row in self._tables.select(query, [list(ids), feed, list(guids)]))

    def waiting(self, now: datetime, feeds: Collection[str], most: int) -> tuple[EntryState, ...]:
        """Entries of these feeds that are to be fetched now, those that wait longest first."""
        query = (
            "SELECT * FROM feed_entries WHERE status = 'waiting' AND next_at <= ? AND feed IN (SELECT unnest(?)) "
            "ORDER BY next_at, id LIMIT ?"
        )
        return tuple(EntryState(**row) for row in self._tables.select(query, [now, list(feeds), most]))

    def articles_of(self, entry: str) -> tuple[EntryArticle, ...]:
        """The articles that came of an entry, in the order of adding."""
        rows = self._tables.select("SELECT * FROM feed_articles WHERE entry = ? ORDER BY added_at, rowid", [entry])
        return tuple(EntryArticle(**row) for row in rows)

    def article_with_text(self, site: str, text_hash: str) -> str | None:
        """The article of this site that has this text, if one came of a feed."""
        query = "SELECT article FROM feed_articles WHERE site = ? AND text_hash = ? LIMIT 1"
        return next((row["article"] for row in self._tables.select(query, [site, text_hash])), None)

    def keep_article(self, entry: EntryState, article: EntryArticle | None) -> None:
        """Store what became of an entry together with the article that came of it."""
        with self._tables.transaction():
            self.keep_entries([entry])
            if article is not None:
                self._insert({"feed_articles": [asdict(article)]})

    def _replace(self, table: str, key: str, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        with self._tables.transaction():
            keys = [row[key] for row in rows]
            self._tables.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT unnest(?))", [keys])
            self._insert({table: rows})
