"""The first page: what this archive is, what it tells, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.analysis.moved_pairs import MovedPair
from dateline.views.room.incident_lines import IncidentLine, incident_lines
from dateline.views.room.incidents import IncidentQuestion, incident_ids
from dateline.views.room.pair_page import moved
from dateline.views.room.party import Party
from dateline.views.room.reader import Reader
from dateline.views.room.story_lines import StoryLine, story_list

FIGURES = """
SELECT
    (SELECT count(*) FROM articles) AS articles,
    (SELECT count(*) FROM digest_copies WHERE kind = 'copy') AS copies,
    (SELECT count(DISTINCT outlet) FROM articles) AS outlets,
    (SELECT min(published_start) FROM articles) AS first,
    (SELECT max(published_end) FROM articles) AS last,
    (SELECT count(*) FROM statements) AS statements,
    (SELECT count(*) FROM events) AS events,
    (SELECT count(*) FROM digest_incidents) AS incidents,
    (SELECT count(*) FROM stories WHERE merged_into IS NULL AND articles > 1) AS stories
"""
OUTLETS = """
SELECT coalesce(outlet, 'unnamed outlet') AS outlet, count(*) AS articles
FROM articles GROUP BY ALL ORDER BY articles DESC, outlet LIMIT 12
"""
LEADING = """
SELECT party, any_value(name) AS name, bool_or(is_state) AS is_state, count(DISTINCT incident) AS incidents
FROM digest_sides GROUP BY party ORDER BY incidents DESC, party LIMIT 8
"""
LATEST = """
SELECT id FROM digest_incidents
WHERE standing = 'vouched' AND day IS NOT NULL AND day <= (SELECT max(published_end) FROM articles)
ORDER BY greatest(outlets, 1) * 10 + CASE WHEN in_headline THEN 8 ELSE 0 END
    - date_diff('day', day, (SELECT max(published_end) FROM articles)) DESC, id LIMIT ?
"""
FOREMOST = "ORDER BY outlets DESC, in_headline DESC, confidence DESC, day DESC NULLS LAST, id LIMIT ?"


@dataclass(frozen=True, slots=True)
class Figures:
    """What the archive holds, counted."""

    articles: int
    copies: int
    outlets: int
    first: date | None
    last: date | None
    statements: int
    events: int
    incidents: int
    stories: int


@dataclass(frozen=True, slots=True)
class OutletCount:
    """An outlet and the number of its articles."""

    outlet: str
    articles: int


@dataclass(frozen=True, slots=True)
class PartyCount:
    """A party and the number of incidents in which it takes part."""

    party: Party
    incidents: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page."""

    figures: Figures
    outlets: tuple[OutletCount, ...]
    leading: tuple[PartyCount, ...]
    stories: tuple[StoryLine, ...]
    moved: tuple[MovedPair, ...]
    widest: tuple[IncidentLine, ...]
    latest: tuple[IncidentLine, ...]
    claimed: tuple[IncidentLine, ...]
    planned: tuple[IncidentLine, ...]
    denied: tuple[IncidentLine, ...]


def overview(reader: Reader) -> Overview:
    """The first page, worked out once for a state of the archive."""
    return reader.known.get("overview", lambda: _overview(reader))


def _overview(reader: Reader) -> Overview:
    leading = (PartyCount(Party(r["party"], r["name"], r["is_state"]), r["incidents"]) for r in reader.select(LEADING))
    return Overview(
        figures=Figures(**reader.select(FIGURES)[0]),
        outlets=tuple(OutletCount(**row) for row in reader.select(OUTLETS)),
        leading=tuple(leading),
        stories=story_list(reader, size=8).stories,
        moved=moved(reader),
        widest=incident_lines(reader, incident_ids(reader, IncidentQuestion(standing="vouched", order="widest"), 8)),
        latest=incident_lines(reader, [row["id"] for row in reader.select(LATEST, [6])]),
        claimed=_foremost(reader, "claimed"),
        planned=_foremost(reader, "planned"),
        denied=_foremost(reader, "denied"),
    )


def _foremost(reader: Reader, standing: str, most: int = 5) -> tuple[IncidentLine, ...]:
    """The clearest of what stands so: told by most outlets, in headlines, with the highest confidence."""
    query = f"SELECT id FROM digest_incidents WHERE standing = ? {FOREMOST}"
    return incident_lines(reader, [row["id"] for row in reader.select(query, [standing, most])])
