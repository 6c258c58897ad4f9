"""Who stands in the fields of records that name parties, each with all names by which a coder may call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.analysis.sampling.population import What
from dateline.archive.archive import Archive
from dateline.views.sheets.comparing import Names

PARTIES: dict[What, str] = {
    "events": """
        SELECT s.event AS record, s.side AS field, coalesce(x.name, s.actor) AS name, x.aliases AS others, NULL AS words
        FROM event_sides AS s LEFT JOIN actors AS x ON x.article = s.article AND x.id = s.actor
        WHERE s.event IN (SELECT unnest($1)) ORDER BY s.event, s.side, s.number
    """,
    "statements": """
        WITH said AS (SELECT * FROM statements WHERE id IN (SELECT unnest($1))),
        words AS (
            SELECT statement, string_agg(words, ' ' ORDER BY span_start) AS words FROM statement_spans
            WHERE role = 'source' GROUP BY statement
        )
        SELECT s.id AS record, 'source' AS field, x.name, x.aliases AS others, w.words
        FROM said AS s LEFT JOIN actors AS x ON x.article = s.article AND x.id = s.speaker
        LEFT JOIN words AS w ON w.statement = s.id WHERE s.speaker IS NOT NULL OR w.words IS NOT NULL
        UNION ALL
        SELECT s.id, 'addressee', coalesce(x.name, s.addressee), x.aliases, NULL
        FROM (SELECT id, article, unnest(addressees) AS addressee FROM said) AS s
        LEFT JOIN actors AS x ON x.article = s.article AND x.id = s.addressee
    """,
}


def parties(archive: Archive, what: What, ids: Sequence[str]) -> dict[str, dict[str, Names]]:
    """For each record and each field that names parties, all names of each of them."""
    found: dict[str, dict[str, Names]] = defaultdict(dict)
    for row in archive.select(PARTIES[what], [list(ids)]):
        names = frozenset(name for name in (row["name"], row["words"], *(row["others"] or ())) if name)
        fields = found[row["record"]]
        fields[row["field"]] = (*fields.get(row["field"], ()), names)
    return found
