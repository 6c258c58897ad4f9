"""Who vouches for incidents: counted for all while nobody waits, worked out in full when a page asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.archive import Archive
from dateline.contract import from_json
from dateline.corroboration.contradictions import contradictions_of, corrections_in
from dateline.corroboration.incidents import incident, incidents_with_ids
from dateline.corroboration.incidents.incident import Incident
from dateline.corroboration.origins import Origins, origins_of
from dateline.corroboration.vouching import Vouched
from dateline.records import Reading
from dateline.views.room.reader import Known, Reader, batches

SEVERAL = """
SELECT r.incident FROM incident_reports AS r JOIN articles AS a ON a.id = r.article
GROUP BY r.incident HAVING count(*) > 1 ORDER BY min(a.number), r.incident
"""
MOST_READINGS, MOST_VOUCHED = 300, 600
"""Kept in memory for pages that follow: a reading takes some 200 kB of it."""
AT_ONCE = 16
"""Incidents whose readings are in memory at a time while origins are counted; incidents of the same days share articles."""


def count_origins(reader: Reader, may_go_on: Callable[[], bool]) -> None:
    """Count the origins of all incidents of several reports, for which a list of forty has no time: their readings are fetched.

    Meant for a thread beside those that answer; it asks every now and then whether it `may_go_on`.
    """
    known = counted(reader)
    for keys in batches([row["incident"] for row in reader.select(SEVERAL)], AT_ONCE):
        if not may_go_on():
            return
        own = Reader(reader.archive, Known())
        own.known.put(relations=reader.relations, originals=reader.originals, identities=reader.identities)
        for one in incidents_with_ids(reader.archive, keys):
            known[one.id] = len(_origins_of(own, one)[1].origins)


def origin_counts(reader: Reader, reports: Mapping[str, int]) -> dict[str, int]:
    """For each incident how many outlets vouch for it on their own, given its number of reports.

    A single report has one, its own outlet or whom it cites.
    """
    return {key: 1 if number == 1 else _origins(reader, key) for key, number in reports.items()}


def _origins(reader: Reader, key: str) -> int:
    known = counted(reader)
    if key not in known:
        known[key] = len(vouched_of(reader, key).origins.origins)
    return known[key]


def counted(reader: Reader) -> dict[str, int]:
    """For each incident the number of its origins, as far as known."""
    return reader.known.get("origins", dict[str, int])


def vouched_of(reader: Reader, key: str) -> Vouched:
    """One incident with its origins and contradictions; raises ArchiveError where there is none of that id."""
    return reader.known.large("vouched", MOST_VOUCHED).get(key, lambda: _vouched(reader, _incident(reader.archive, key)))


def _incident(archive: Archive, key: str) -> Incident:
    """By its whole id, which pages have, else by what may be the beginning of one."""
    return next(iter(incidents_with_ids(archive, [key])), None) or incident(archive, key)


def _origins_of(reader: Reader, found: Incident) -> tuple[dict[str, Reading], Origins]:
    readings = {key: reading_of(reader, key) for key in _with_originals(reader, found.articles)}
    return readings, origins_of(found, readings, reader.originals)


def _vouched(reader: Reader, found: Incident) -> Vouched:
    readings, origins = _origins_of(reader, found)
    copies = {relation.article: relation.original for relation in reader.relations if relation.article in readings}
    return Vouched(found, origins, contradictions_of(found, origins, readings, corrections_in(readings, copies)))


def _with_originals(reader: Reader, articles: Sequence[str]) -> tuple[str, ...]:
    originals = (original.article for key in articles for original in reader.originals.get(key, ()))
    return tuple(dict.fromkeys((*articles, *originals)))


def reading_of(reader: Reader, article: str) -> Reading:
    """The reading of an article, its actors under their ids for the archive; raises ArchiveError where there is none."""
    return reader.known.large("reading", MOST_READINGS).get(article, lambda: _reading(reader, article))


def _reading(reader: Reader, article: str) -> Reading:
    rows = reader.select("SELECT contract FROM digest_readings WHERE article = ?", [article])
    return reader.identities.unified(from_json(rows[0]["contract"]) if rows else reader.archive.reading(article))
