"""In whose company an article names an actor: those of whom two ids that share some are more likely to be one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from dateline.archive.archive import Archive
from dateline.archive.memory import Kept
from dateline.records import Reading

KINDS = ("person", "company", "government_body", "armed_group", "other")
"""Kinds of actors that tell something of the company; states stand in every second article."""
KEPT = 1 << 13
"""Articles whose company is kept in memory."""
COMPANY = f"SELECT article, id FROM actors WHERE article IN (SELECT unnest(?)) AND kind IN {KINDS}"
Company = frozenset[str]


def take_in(archive: Archive, readings: Sequence[Reading]) -> None:
    """Keep in memory whom newly stored readings name."""
    _kept(archive).put({one.article.id: frozenset(actor.id for actor in one.actors if actor.kind in KINDS) for one in readings})


def forget(archive: Archive) -> None:
    """Let go of all where readings may have changed."""
    _kept(archive).clear()


def company_of(archive: Archive, articles: Iterable[str]) -> Mapping[str, Company]:
    """For each of these articles the ids of whom it names."""
    return _kept(archive).get(articles, lambda missing: _fetched(archive, missing))


def shared(articles: tuple[Collection[str], Collection[str]], company: Mapping[str, Company]) -> set[str]:
    """Who is named by articles of both sides."""
    one, other = (set[str]().union(*(company[article] for article in side)) for side in articles)
    return one & other


def _fetched(archive: Archive, articles: Collection[str]) -> dict[str, Company]:
    found: dict[str, set[str]] = {article: set() for article in articles}
    for row in archive.select(COMPANY, [list(articles)]):
        found[row["article"]].add(row["id"])
    return {article: frozenset(ids) for article, ids in found.items()}


def _kept(archive: Archive) -> Kept[str, Company]:
    return archive.memory.of("company of articles", KEPT)
