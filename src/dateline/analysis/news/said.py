"""New statements and positions: those of new articles that are no copies and repeat nothing that was there before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dateline.analysis.news.item import Item
from dateline.analysis.news.state import State
from dateline.analysis.news.watching import Watched
from dateline.archive.archive import Archive
from dateline.records import DateInterval

COPIES = "SELECT article FROM copies WHERE kind = 'copy'"
ARTICLE = "a.outlet, a.published_start AS published, a.id AS article"
STATEMENTS = f"""
SELECT s.id, s.act AS deed, s.content_words AS words, coalesce(n.name, x.name) AS who, s.date_start, s.date_end, s.date_precision,
    coalesce(r.saying, s.id) AS saying, a.id IN ({COPIES}) AS is_copy, s.inside, {ARTICLE}
FROM statements AS s JOIN articles AS a ON a.id = s.article
LEFT JOIN saying_reports AS r ON r.article = s.article AND r.statement = s.id
LEFT JOIN actors AS x ON x.article = s.article AND x.id = s.speaker
LEFT JOIN actor_identities AS o ON o.actor = x.id LEFT JOIN identities AS n ON n.id = coalesce(o.identity, x.id)
ORDER BY published NULLS LAST, a.id, s.number
"""
POSITIONS = f"""
SELECT p.id, p.stance AS deed, p.evidence_words AS words, coalesce(n.name, x.name) AS who, p.date_start, p.date_end,
    p.date_precision, coalesce(o.identity, p.actor) || '/' || coalesce(j.proposal, g.id, p.proposal_name) AS key,
    coalesce(q.label, p.proposal) AS proposal, coalesce(q.names, [p.proposal]) AS names, a.id IN ({COPIES}) AS is_copy, {ARTICLE}
FROM positions AS p JOIN articles AS a ON a.id = p.article
LEFT JOIN actors AS x ON x.article = p.article AND x.id = p.actor
LEFT JOIN actor_identities AS o ON o.actor = p.actor LEFT JOIN identities AS n ON n.id = coalesce(o.identity, p.actor)
LEFT JOIN proposal_namings AS g ON g.article = p.article AND g.name = p.proposal
LEFT JOIN proposal_identities AS j ON j.naming = g.id LEFT JOIN proposals AS q ON q.id = coalesce(j.proposal, g.id)
ORDER BY published NULLS LAST, a.id, p.number
"""
Rows = list[dict[str, Any]]


def statement_items(archive: Archive, then: State, watched: Watched, origins: int) -> Iterator[Item]:
    """Watched statements of new articles, an utterance that several quote once."""
    if watched.watch.is_everything:
        return
    sayings: dict[str, Rows] = {}
    for row in archive.select(STATEMENTS):
        sayings.setdefault(row["saying"], []).append(row)
    for rows in sayings.values():
        first = _first_news(rows, then)
        outlets = _outlets(rows)
        if first and len(outlets) >= origins and any(watched.statement(row["id"], row["words"]) for row in rows):
            yield _item("appeared", "statement", first, outlets)


def position_items(archive: Archive, then: State, watched: Watched, origins: int) -> Iterator[Item]:
    """Watched positions of new articles: an actor's first one on a proposal, or another stance than before."""
    positions: dict[tuple[str, str], Rows] = {}
    for row in archive.select(POSITIONS):
        positions.setdefault((row["key"], row["deed"]), []).append(row)
    for (key, stance), rows in positions.items():
        before = then.stances.get(key, ())
        new = [row for row in rows if row["article"] not in then.articles and not row["is_copy"]]
        outlets = _outlets(rows)
        if stance in before or not new or len(outlets) < origins:
            continue
        if any(watched.position(row["id"], row["names"], row["words"]) for row in rows):
            what = (f"{', '.join(before)} → {stance}",) if before else ()
            yield _item("changed" if before else "appeared", "position", new[0], outlets, what)


def _first_news(rows: Rows, then: State) -> dict[str, Any] | None:
    """The first report of an utterance, where all of its reports are new."""
    if any(row["article"] in then.articles for row in rows):
        return None
    return next((row for row in rows if not row["is_copy"]), None)


def _outlets(rows: Rows) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["outlet"] or "unnamed outlet" for row in rows if not row["is_copy"]))


def _item(kind: Any, subject: Any, row: Mapping[str, Any], outlets: tuple[str, ...], what: tuple[str, ...] = ()) -> Item:
    whom = (row["proposal"],) if "proposal" in row else ()
    return Item(
        kind, subject, row["id"], (row["who"],) if row["who"] else (), whom, row["deed"], what, outlets, when=_when(row),
        words=" ".join(row["words"].split()), outlet=row["outlet"], published=_day(row["published"]), article=row["article"],
    )  # fmt: skip


def _when(row: Mapping[str, Any]) -> DateInterval | None:
    if row["date_start"] is None and row["date_end"] is None:
        return None
    return DateInterval(row["date_start"], row["date_end"], row["date_precision"])


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
