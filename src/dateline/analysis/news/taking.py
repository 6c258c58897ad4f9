"""The state of an archive now, or as it was when only the articles read before some time were there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.analysis.news.state import IncidentState, State, Vouching
from dateline.archive.archive import Archive
from dateline.archive.decisions_of_people import decisions_of_people
from dateline.corroboration.incidents import Incident, incidents
from dateline.corroboration.incidents.listing import incidents_told_by
from dateline.corroboration.vouching import vouched_in_turn

READ_BEFORE = """
SELECT article FROM ledger WHERE status = 'ok' AND article IS NOT NULL GROUP BY article HAVING min(read_at) < ?
"""
FACTUALITY = """
SELECT r.article, r.event, e.factuality, CAST(a.added_at AS VARCHAR) AS stamp FROM incident_reports AS r
JOIN events AS e ON e.article = r.article AND e.id = r.event JOIN articles AS a ON a.id = r.article
"""
STANCES = """
SELECT p.article, coalesce(i.identity, p.actor) || '/' || coalesce(j.proposal, n.id, p.proposal_name) AS key, p.stance
FROM positions AS p LEFT JOIN actor_identities AS i ON i.actor = p.actor
LEFT JOIN proposal_namings AS n ON n.article = p.article AND n.name = p.proposal
LEFT JOIN proposal_identities AS j ON j.naming = n.id ORDER BY p.article, p.number
"""
RANKS = ("actual", "claimed", "planned", "hypothetical")
DENIALS = frozenset({"denied", "negated"})


@dataclass(frozen=True, slots=True)
class Taken:
    """A state with the incidents that it was taken from, by id."""

    state: State
    incidents: dict[str, Incident]


def taken(archive: Archive, before: datetime | None = None) -> Taken:
    """The archive now; with `before` without the articles first read at that time or later, and without later decisions."""
    rows = archive.select(READ_BEFORE, [before]) if before else archive.select("SELECT id AS article FROM articles")
    articles = frozenset(row["article"] for row in rows)
    found = incidents_told_by(archive, articles) if before else incidents(archive)
    facts = {(row["article"], row["event"]): (row["factuality"], row["stamp"]) for row in archive.select(FACTUALITY)}
    states = {one.id: _state(one, facts) for one in found}
    made = frozenset(one.key for one in decisions_of_people(archive) if before is None or one.at < before)
    return Taken(State(articles, states, _stances(archive, articles), made), {one.id: one for one in found})


def with_vouching(archive: Archive, here: Taken, keys: Collection[str]) -> Taken:
    """The same with those who vouch for these incidents worked out."""
    states = dict(here.state.incidents)
    wanted = [here.incidents[key] for key in sorted(keys)]
    for one in vouched_in_turn(archive, wanted):
        claims = [claim for point in one.contradictions for claim in point.taken_back]
        back = tuple(dict.fromkeys(f"{claim.outlet}: {claim.label}" for claim in claims))
        states[one.incident.id] = replace(states[one.incident.id], vouching=Vouching(one.origins.origins, back))
    return Taken(replace(here.state, incidents=states), here.incidents)


def _state(one: Incident, facts: dict[tuple[str, str], tuple[str, str]]) -> IncidentState:
    known = [facts[report.article, report.event] for report in one.reports]
    factuality = {name for name, _ in known}
    when = f"{one.when.start or '..'}/{one.when.end or '..'}" if one.when else ""
    return IncidentState(
        frozenset(f"{report.article}/{report.event}" for report in one.reports), one.type, _standing(factuality),
        bool(factuality & DENIALS), when, one.sources, one.targets, max(stamp for _, stamp in known),
    )  # fmt: skip


def _standing(factuality: Iterable[str]) -> str:
    told = set(factuality)
    return next((name for name in RANKS if name in told), "denied")


def _stances(archive: Archive, articles: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for row in archive.select(STANCES):
        if row["article"] in articles:
            found.setdefault(row["key"], {})[row["stance"]] = None
    return {key: tuple(sorted(stances)) for key, stances in found.items()}


def same_reports(one: IncidentState, other: IncidentState | None) -> bool:
    """Whether nothing was added to, taken from or read anew of an incident."""
    return other is not None and one.reports == other.reports and one.stamp == other.stamp
