"""Who vouches for incidents, worked out when a page asks and kept as long as the archive does not change."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.contract import from_json
from dateline.corroboration.contradictions import contradictions_of, corrections_in
from dateline.corroboration.incidents import incident
from dateline.corroboration.incidents.incident import Incident
from dateline.corroboration.origins import origins_of
from dateline.corroboration.vouching import Vouched
from dateline.records import Reading
from dateline.views.room.reader import Reader

REPORTS = "SELECT id, reports FROM digest_incidents WHERE id IN (SELECT unnest(?))"


def origin_counts(reader: Reader, incidents: Sequence[str]) -> dict[str, int]:
    """For each incident how many outlets vouch for it on their own; a single report has one, its own outlet or whom it cites."""
    rows = reader.select(REPORTS, [list(incidents)])
    return {row["id"]: 1 if row["reports"] == 1 else len(vouched_of(reader, row["id"]).origins.origins) for row in rows}


def vouched_of(reader: Reader, key: str) -> Vouched:
    """One incident with its origins and contradictions; raises ArchiveError where there is none of that id."""
    return reader.known.get(("vouched", key), lambda: _vouched(reader, incident(reader.archive, key)))


def _vouched(reader: Reader, found: Incident) -> Vouched:
    readings = {key: reading_of(reader, key) for key in _with_originals(reader, found.articles)}
    copies = {relation.article: relation.original for relation in reader.relations if relation.article in readings}
    origins = origins_of(found, readings, reader.originals)
    return Vouched(found, origins, contradictions_of(found, origins, readings, corrections_in(readings, copies)))


def _with_originals(reader: Reader, articles: Sequence[str]) -> tuple[str, ...]:
    originals = (original.article for key in articles for original in reader.originals.get(key, ()))
    return tuple(dict.fromkeys((*articles, *originals)))


def reading_of(reader: Reader, article: str) -> Reading:
    """The reading of an article, its actors under their ids for the archive; raises ArchiveError where there is none."""
    return reader.known.get(("reading", article), lambda: _reading(reader, article))


def _reading(reader: Reader, article: str) -> Reading:
    rows = reader.select("SELECT contract FROM digest_readings WHERE article = ?", [article])
    return reader.identities.unified(from_json(rows[0]["contract"]) if rows else reader.archive.reading(article))
