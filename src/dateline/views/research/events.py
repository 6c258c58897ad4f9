"""Rows of the tables of events: incidents, and the reports of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dateline.analysis.digest import build_digest, has_digest
from dateline.archive.archive import Archive
from dateline.corroboration.incidents import incidents
from dateline.corroboration.incidents.incident import Incident
from dateline.corroboration.origins import Origins
from dateline.corroboration.sentence import sentence_around
from dateline.corroboration.vouching import vouched_in_turn
from dateline.knowledge.ontology import event_class
from dateline.records import Span
from dateline.views.research.sides import BETWEEN, Sides, side_columns, state_names

Row = dict[str, Any]
WIDEST = 31
"""Days of a date up to which the event counts on the first of them."""
STANDS_FOR = """
SELECT d.id, d.article, d.event, d.type, d.mode, d.cameo, d.goldstein, d.standing, d.disputed, d.confidence, d.reports,
    d.articles, d.place_name, d.place_country, d.place_latitude, d.place_longitude, e.contexts, a.title, a.text,
    e.trigger_start, e.trigger_end, e.trigger_words
FROM digest_incidents AS d JOIN events AS e ON e.article = d.article AND e.id = d.event JOIN articles AS a ON a.id = d.article
"""
TOLD_IN = """
SELECT DISTINCT r.incident, a.id, a.outlet, a.published_start AS day FROM incident_reports AS r
JOIN articles AS a ON a.id = r.article ORDER BY r.incident, day NULLS LAST, a.id
"""
REPORTS = """
SELECT e.*, a.outlet, a.published_start, a.title, a.text, c.original AS copy_of, i.incident, s.content_words AS said
FROM events AS e JOIN articles AS a ON a.id = e.article
LEFT JOIN (SELECT article, arg_max(original, (share, original)) AS original FROM copies WHERE kind = 'copy' GROUP BY article) AS c
    ON c.article = e.article
LEFT JOIN incident_reports AS i ON i.article = e.article AND i.event = e.id
LEFT JOIN statements AS s ON s.article = e.article AND s.id = e.statement
ORDER BY a.published_start NULLS LAST, a.id, e.number
"""


def event_rows(archive: Archive, sides: Sides) -> list[Row]:
    """One row per incident, by day and id."""
    if not has_digest(archive):
        build_digest(archive)
    known = {one.id: one for one in incidents(archive)}
    told = _told_in(archive)
    standing = {row["id"]: row for row in archive.select(STANDS_FOR)}
    rows = []
    for one in vouched_in_turn(archive, [known[key] for key in standing]):
        incident, row = one.incident, standing[one.incident.id]
        rows.append(
            _incident(row, incident)
            | side_columns(sides, row["article"], row["event"], across=True)
            | _vouching(one.origins, told[incident.id])
        )
    return sorted(rows, key=lambda row: (row["Event Date"] or date.max, row["Event ID"]))


def report_rows(archive: Archive, sides: Sides) -> list[Row]:
    """One row per event of an article, by day of publication, article and place in it."""
    return [_report(row) | side_columns(sides, row["article"], row["id"], across=False) for row in archive.select(REPORTS)]


def _told_in(archive: Archive) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in archive.select(TOLD_IN):
        found.setdefault(row["incident"], []).append(row)
    return found


def _incident(row: Mapping[str, Any], incident: Incident) -> Row:
    when = incident.when
    day, basis = counts_on(incident)
    return {
        "Event ID": incident.id, "Event Date": day, "Event Date From": when and when.start, "Event Date To": when and when.end,
        "Date Precision": when and when.precision, "Date Basis": basis,
        "Factuality": "actual" if row["standing"] == "vouched" else row["standing"], "Disputed": row["disputed"],
        "Reports": row["reports"], "Articles": row["articles"], "Article ID": row["article"], "Report ID": row["event"],
    } | _coded(row)  # fmt: skip


def counts_on(incident: Incident) -> tuple[date | None, str | None]:
    """The day on which an incident counts, none where its date is wide, and where that day comes from."""
    when = incident.when
    if when is None:
        return incident.first_reported, "first report" if incident.first_reported else None
    narrow = when.start and when.end and (when.end - when.start).days < WIDEST
    return (when.start if narrow else None), when.basis


def _vouching(origins: Origins, told: Sequence[Mapping[str, Any]]) -> Row:
    days = [row["day"] for row in told if row["day"]]
    party = origins.only_by_party
    return {
        "Origins": len(origins.origins), "Origin Names": BETWEEN.join(origins.origins),
        "Primary Sources": len(origins.primary_sources), "Only By Party": state_names().get(party or "", party),
        "Publishers": BETWEEN.join(dict.fromkeys(row["outlet"] for row in told if row["outlet"])),
        "Publication Date": min(days, default=None), "Last Publication Date": max(days, default=None),
        "Article IDs": BETWEEN.join(row["id"] for row in told),
    }  # fmt: skip


def _report(row: Mapping[str, Any]) -> Row:
    return {
        "Report ID": row["id"], "Event ID": row["incident"], "Article ID": row["article"], "Publisher": row["outlet"],
        "Publication Date": row["published_start"], "Copy Of": row["copy_of"], "Event Date From": row["date_start"],
        "Event Date To": row["date_end"], "Date Precision": row["date_precision"], "Date Basis": row["date_basis"],
        "Factuality": row["factuality"], "Reported By": " > ".join(row["reported_by"] or ()), "Statement": row["said"],
        "In Headline": row["in_headline"],
    } | _coded(row)  # fmt: skip


def _coded(row: Mapping[str, Any]) -> Row:
    """What incidents and reports have in common: the code, the place and the words of one report."""
    sentence = sentence_around(row["text"], Span(row["trigger_start"], row["trigger_end"]))
    return {
        "Event Type": row["type"], "Event Mode": row["mode"], "Contexts": BETWEEN.join(row["contexts"] or ()),
        "CAMEO Code": row["cameo"], "Goldstein": row["goldstein"], "Quad Code": event_class(row["type"]).quad,
        "Placename": row["place_name"], "Country": state_names().get(row["place_country"] or "", row["place_country"]),
        "Country ISO-3": row["place_country"], "Latitude": row["place_latitude"], "Longitude": row["place_longitude"],
        "Confidence": row["confidence"], "Headline": " ".join((row["title"] or "").split()),
        "Words": " ".join(row["text"][slice(*sentence)].split()), "Trigger": " ".join(row["trigger_words"].split()),
    }  # fmt: skip
