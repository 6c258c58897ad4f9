"""Sayings with what their articles give of them, for showing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.archive.archive import Archive
from dateline.corroboration.asked_about import records_with
from dateline.corroboration.incidents.incident import Saying
from dateline.corroboration.sayings.listing import sayings

WORDS = """
SELECT s.id, a.outlet, a.published_end AS published, s.act, s.kind, s.content_words, x.name AS speaker, x.kind AS speaker_kind
FROM statements AS s JOIN articles AS a ON a.id = s.article LEFT JOIN actors AS x ON x.article = s.article AND x.id = s.speaker
WHERE s.id IN (SELECT statement FROM saying_reports)
"""
OF_SPEAKERS = """
SELECT DISTINCT s.id AS record, x.id, x.name, x.kind, x.country, x.code, x.aliases
FROM saying_reports AS r JOIN statements AS s ON s.article = r.article AND s.id = r.statement
JOIN actors AS x ON x.article = s.article AND x.id = s.speaker
"""
OF_THOSE_NAMED = """
WITH named AS (
    SELECT r.article, r.statement, m.actor
    FROM saying_reports AS r
    JOIN statement_spans AS c ON c.article = r.article AND c.statement = r.statement AND c.role = 'content'
    JOIN mentions AS m ON m.article = c.article AND m.span_start >= c.span_start AND m.span_end <= c.span_end
    UNION
    SELECT s.article, s.id, unnest(s.addressees) FROM saying_reports AS r
    JOIN statements AS s ON s.article = r.article AND s.id = r.statement
)
SELECT DISTINCT n.statement AS record, x.id, x.name, x.kind, x.country, x.code, x.aliases
FROM named AS n JOIN actors AS x ON x.article = n.article AND x.id = n.actor
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sayings are asked for: naming or told to an actor, of a speaker, in an article of a day or later."""

    about: str | None = None
    speaker: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class SaidWords:
    """A report with its article's outlet and day, and what that article gives of the words."""

    article: str
    statement: str
    outlet: str | None
    published: date | None
    speaker: str | None
    act: str
    kind: str
    words: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ToldSaying:
    """A saying with its reports in words; `speaker` as most articles call him."""

    saying: Saying
    speaker: str
    reports: tuple[SaidWords, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets whose articles quote it, each once."""
        return tuple(dict.fromkeys(report.outlet or report.article for report in self.reports))

    @property
    def first(self) -> date | None:
        """The day of the first article."""
        return min((report.published for report in self.reports if report.published), default=None)


def told(archive: Archive, wanted: Wanted) -> tuple[ToldSaying, ...]:
    """The sayings asked for, in order of time."""
    found = list(sayings(archive))
    for words, query in ((wanted.speaker, OF_SPEAKERS), (wanted.about, OF_THOSE_NAMED)):
        if words is not None:
            statements = records_with(archive, words, query)
            found = [one for one in found if any(report.statement in statements for report in one.reports)]
    rows = {row["id"]: row for row in archive.select(WORDS)} if found else {}
    shown = [_told(one, rows) for one in found]
    return tuple(
        sorted((one for one in shown if _is_since(one, wanted.since)), key=lambda one: (one.first or date.max, one.saying.id))
    )


def _told(one: Saying, rows: Mapping[str, Mapping[str, Any]]) -> ToldSaying:
    names = Counter(
        (row["speaker_kind"] == "person", row["speaker"])
        for row in (rows[report.statement] for report in one.reports)
        if isinstance(row["speaker"], str)
    )
    named = max(names, key=lambda key: (key[0], names[key], len(key[1]), key[1]), default=(False, one.speaker))
    return ToldSaying(one, named[1], tuple(_reports(one, rows)))


def _reports(one: Saying, rows: Mapping[str, Mapping[str, Any]]) -> Iterable[SaidWords]:
    for report in one.reports:
        row = rows[report.statement]
        words = " ".join(row["content_words"].split())
        yield SaidWords(
            report.article, report.statement, row["outlet"], row["published"], row["speaker"], row["act"], row["kind"], words,
            report.score, report.reason,
        )  # fmt: skip


def _is_since(one: ToldSaying, since: date | None) -> bool:
    return since is None or any(report.published is not None and report.published >= since for report in one.reports)
