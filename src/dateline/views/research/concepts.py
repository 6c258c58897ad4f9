"""Rows of the tables of what is said: actors and concepts, statements; and of articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.archive.archive import Archive
from dateline.views.research.sides import state_names

Row = dict[str, Any]
AGREEMENT = {"support": 1, "oppose": 0}
PEOPLE = frozenset({"person", "people", "other"})
ABOUT_ACTOR = """x.kind AS actor_kind, coalesce(n.name, x.name) AS actor_name, coalesce(o.identity, x.id) AS actor_id,
    x.country AS iso3, x.code, x.role"""
ACTOR = """LEFT JOIN actors AS x ON x.article = r.article AND x.id = r.{actor}
LEFT JOIN actor_identities AS o ON o.actor = x.id
LEFT JOIN identities AS n ON n.id = coalesce(o.identity, x.id)"""
POSITIONS = f"""
SELECT r.id, coalesce(r.date_start, a.published_start) AS time, a.id AS "docId", a.title AS "docTitle", a.outlet AS "docSource",
    {ABOUT_ACTOR}, coalesce(p.label, r.proposal) AS concept, coalesce(p.id, g.id) AS concept_id,
    r.proposal AS concept_words, r.stance, r.condition_words AS condition, r.reported_by, r.evidence_words AS text, r.confidence
FROM positions AS r JOIN articles AS a ON a.id = r.article {ACTOR.format(actor="actor")}
LEFT JOIN proposal_namings AS g ON g.article = r.article AND g.name = r.proposal
LEFT JOIN proposal_identities AS j ON j.naming = g.id
LEFT JOIN proposals AS p ON p.id = coalesce(j.proposal, g.id)
ORDER BY time NULLS LAST, a.id, r.number, r.id
"""
STATEMENTS = f"""
SELECT r.id, coalesce(r.date_start, a.published_start) AS time, a.id AS "docId", a.title AS "docTitle", a.outlet AS "docSource",
    {ABOUT_ACTOR}, r.act, r.kind,
    (
        SELECT string_agg(coalesce(named.name, told.id), '; ' ORDER BY told.place)
        FROM (SELECT unnest(r.addressees) AS id, generate_subscripts(r.addressees, 1) AS place) AS told
        LEFT JOIN actors AS named ON named.article = r.article AND named.id = told.id
    ) AS addressees,
    r.reported_by, r.content_words AS text, r.confidence
FROM statements AS r JOIN articles AS a ON a.id = r.article {ACTOR.format(actor="speaker")}
ORDER BY time NULLS LAST, a.id, r.number
"""
ARTICLES = """
SELECT a.id AS "Article ID", a.outlet AS "Publisher", a.published_start AS "Publication Date",
    a.published_end AS "Publication Date To", a.published_basis AS "Publication Basis", a.title AS "Headline",
    a.byline AS "Byline", a.url AS "URL", a.language AS "Language", length(a.text) AS "Characters", a.text_hash AS "Text Hash",
    c.original AS "Copy Of", t.title AS "Story", a.version AS "Version"
FROM articles AS a
LEFT JOIN (SELECT article, arg_max(original, (share, original)) AS original FROM copies WHERE kind = 'copy' GROUP BY article) AS c
    ON c.article = a.id
LEFT JOIN story_articles AS s ON s.article = a.id
LEFT JOIN stories AS t ON t.id = s.story
ORDER BY a.published_start NULLS LAST, a.id
"""


def position_rows(archive: Archive) -> list[Row]:
    """One row per position of an actor on a proposal, by day and article."""
    return [_with_actor(row) | {"agreement": AGREEMENT.get(row["stance"])} for row in archive.select(POSITIONS)]


def statement_rows(archive: Archive) -> list[Row]:
    """One row per statement, by day, article and place in it."""
    return [_with_actor(row) for row in archive.select(STATEMENTS)]


def article_rows(archive: Archive) -> list[Row]:
    """One row per article, by day."""
    return [row | {"Headline": _line(row["Headline"])} for row in archive.select(ARTICLES)]


def _with_actor(row: Mapping[str, Any]) -> Row:
    """Network programs take people and bodies from two columns; who acts for a state stands beside it."""
    is_person = row["actor_kind"] in PEOPLE
    state = state_names().get(row["iso3"] or "") if is_person else None
    bare = {key: value for key, value in row.items() if key not in ("actor_name", "actor_kind")}
    return {
        **bare, "person": row["actor_name"] if is_person else None, "organization": state if is_person else row["actor_name"],
        "reported_by": " > ".join(row["reported_by"] or ()), "docTitle": _line(row["docTitle"]),
    }  # fmt: skip


def _line(text: str | None) -> str | None:
    return text and " ".join(text.split())
