"""Incidents with what their articles say of them, for showing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.archive.archive import Archive
from dateline.corroboration.asked_about import records_with
from dateline.corroboration.incidents.incident import Incident
from dateline.corroboration.incidents.listing import incidents
from dateline.corroboration.sentence import sentence_around
from dateline.corroboration.vouching import vouched_in
from dateline.records import Span

SENTENCES = """
SELECT e.id, e.article, a.outlet, a.published_end AS published, e.factuality, e.mode,
    e.trigger_words, e.trigger_start, e.trigger_end,
    substr(a.text, greatest(e.trigger_start - 200, 0) + 1, e.trigger_end - greatest(e.trigger_start - 200, 0) + 200) AS near
FROM events AS e JOIN articles AS a ON a.id = e.article WHERE e.id IN (SELECT unnest(?))
"""
TAKING_PART = """
SELECT DISTINCT s.event AS record, x.id, x.name, x.kind, x.country, x.code, x.aliases
FROM event_sides AS s JOIN actors AS x ON x.article = s.article AND x.id = s.actor
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents are asked for: with an actor on a side, of a day or later, vouched for by so many outlets on their own."""

    about: str | None = None
    since: date | None = None
    origins: int = 1


@dataclass(frozen=True, slots=True)
class ReportWords:
    """A report with its article's outlet and day, and the sentence that tells it."""

    article: str
    event: str
    outlet: str | None
    published: date | None
    factuality: str
    words: str
    score: float
    reason: str
    mode: str | None
    trigger: str


@dataclass(frozen=True, slots=True)
class ToldIncident:
    """An incident with its reports in words."""

    incident: Incident
    reports: tuple[ReportWords, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets whose articles tell it, each once; those that pass on others too."""
        return tuple(dict.fromkeys(report.outlet or report.article for report in self.reports))


def told(archive: Archive, wanted: Wanted) -> tuple[ToldIncident, ...]:
    """The incidents asked for, in order of time."""
    found = [one for one in incidents(archive) if _is_since(one, wanted.since)]
    if wanted.about is not None:
        events = records_with(archive, wanted.about, TAKING_PART)
        found = [one for one in found if any(report.event in events for report in one.reports)]
    if wanted.origins > 1:
        found = [one.incident for one in vouched_in(archive, found) if len(one.origins.origins) >= wanted.origins]
    rows = archive.select(SENTENCES, [[report.event for one in found for report in one.reports]])
    words = {row["id"]: row for row in rows}
    return tuple(ToldIncident(one, tuple(_reports(one, words))) for one in found)


def _reports(one: Incident, words: Mapping[str, Mapping[str, Any]]) -> Iterable[ReportWords]:
    for report in one.reports:
        row = words[report.event]
        yield ReportWords(
            report.article, report.event, _text(row["outlet"]), _day(row["published"]), str(row["factuality"]),
            _sentence(row), report.score, report.reason, _text(row["mode"]), str(row["trigger_words"]),
        )  # fmt: skip


def _sentence(row: Mapping[str, Any]) -> str:
    """The sentence of the trigger, as far as it stands within 200 characters of it."""
    cut = max(row["trigger_start"] - 200, 0)
    found = sentence_around(row["near"], Span(row["trigger_start"] - cut, row["trigger_end"] - cut))
    return " ".join(row["near"][slice(*found)].split())


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _is_since(one: Incident, since: date | None) -> bool:
    day = (one.when.end or one.when.start if one.when else None) or one.first_reported
    return since is None or (day is not None and day >= since)
