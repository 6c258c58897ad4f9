"""What articles say of one actor id, summed up as they come.

Most actors stand in one article: of those the one row is kept as it is, for a hundred thousand of them are in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from sys import intern
from typing import NamedTuple

from dateline.records import Actor, Article, Reading

UNCOMPARED = frozenset({"state", "people", "intergovernmental"})
"""Kinds that are known by their codes."""


class Row(NamedTuple):
    """What one article says of one actor."""

    id: str
    name: str
    kind: str
    country: str | None
    code: str | None
    role: str | None
    reason: str | None
    article: str
    first: date | None
    last: date | None


@dataclass(slots=True)
class Gathered:
    """All rows of one actor id, summed up."""

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    country: str | None = None
    codes: set[str | None] = field(default_factory=set)
    roles: set[str | None] = field(default_factory=set)
    reasons: set[str | None] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    first: date | None = None
    last: date | None = None

    def add(self, row: Row) -> None:
        """Take in a further row."""
        self.names[row.name] += 1
        self.kinds[row.kind] += 1
        self.country = self.country or row.country
        for known, told in ((self.codes, row.code), (self.roles, row.role), (self.reasons, row.reason)):
            known.add(told)
        self.articles.add(row.article)
        self.first = min(filter(None, (self.first, row.first)), default=None)
        self.last = max(filter(None, (self.last, row.last)), default=None)


def added(known: Row | Gathered | None, row: Row) -> Row | Gathered:
    """What is known of an actor with a further row."""
    if known is None:
        return row
    whole = gathered(known)
    whole.add(row)
    return whole


def gathered(known: Row | Gathered) -> Gathered:
    """The same summed up."""
    if isinstance(known, Gathered):
        return known
    whole = Gathered()
    whole.add(known)
    return whole


def rows_of(reading: Reading) -> Iterator[Row]:
    """The rows of a reading's actors that are compared."""
    return (_row(reading.article, one) for one in reading.actors if not one.members and one.kind not in UNCOMPARED)


def _row(article: Article, actor: Actor) -> Row:
    first, last = (article.published.start, article.published.end) if article.published else (None, None)
    told = actor.id, actor.name, actor.kind, actor.country, actor.code, actor.role, intern(actor.reason)
    return Row(*told, article.id, first, last)
