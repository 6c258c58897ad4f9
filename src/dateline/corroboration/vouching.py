"""Incidents with those who vouch for them and the points on which their reports differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.archive.archive import Archive
from dateline.archive.copy_relation import CopyRelation, roots
from dateline.contract import from_json
from dateline.corroboration.contradictions import Contradiction, contradictions_of, corrections_in
from dateline.corroboration.identity.unifying import Identities
from dateline.corroboration.incidents.incident import Incident
from dateline.corroboration.origins import Origins, originals_of, origins_of
from dateline.records import Reading

AT_ONCE = 1000
"""Incidents whose articles are held in memory at a time."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """One incident, who vouches for it, and where its reports contradict each other."""

    incident: Incident
    origins: Origins
    contradictions: tuple[Contradiction, ...]


def vouched(
    incidents: Iterable[Incident], readings: Mapping[str, Reading], relations: Iterable[CopyRelation]
) -> tuple[Vouched, ...]:
    """The incidents in the order given; `readings` holds their articles by id and the originals of those that are copies.

    Actors of the readings should have one id and name across articles, so that one spokesman is one source.
    """
    relations = tuple(relations)
    copies, corrections = originals_of(relations), corrections_in(readings, roots(relations))
    found = []
    for incident in incidents:
        origins = origins_of(incident, readings, copies)
        found.append(Vouched(incident, origins, contradictions_of(incident, origins, readings, corrections)))
    return tuple(found)


def vouched_in(archive: Archive, incidents: Collection[Incident]) -> tuple[Vouched, ...]:
    """The same for incidents of an archive, of which only their articles and the originals of those are read."""
    relations = archive.copies()
    articles = {article for incident in incidents for article in incident.articles}
    copies = originals_of(relations)
    originals = {original.article for article in articles for original in copies.get(article, ())}
    return vouched(incidents, readings_by_id(archive, articles | originals), relations)


def vouched_in_turn(archive: Archive, incidents: Collection[Incident], at_once: int = AT_ONCE) -> Iterator[Vouched]:
    """The same for many incidents, a part at a time: those of the same days together, so that few articles are read twice."""
    ordered = sorted(incidents, key=lambda one: (one.first_reported or date.max, one.reports[0].article, one.id))
    for start in range(0, len(ordered), at_once):
        yield from vouched_in(archive, ordered[start : start + at_once])


def readings_by_id(archive: Archive, articles: Collection[str]) -> dict[str, Reading]:
    """The readings of these articles, with actors under their ids for the archive."""
    one = Identities.of_archive(archive)
    rows = archive.select("SELECT article, contract FROM readings WHERE article IN (SELECT unnest(?))", [list(articles)])
    return {row["article"]: one.unified(from_json(row["contract"])) for row in rows}
