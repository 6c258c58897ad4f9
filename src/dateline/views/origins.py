"""Who vouches for one incident of an archive: the tree of who has it from whom, and the points on which its reports differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from dateline.analysis.corpus import Corpus
from dateline.analysis.incidents import Incident, incidents
from dateline.archive.archive import Archive
from dateline.archive.copy_relation import roots
from dateline.corroboration.incidents import incident as stored_incident
from dateline.corroboration.origins import Branch, originals_of, tree_of
from dateline.corroboration.vouching import readings_by_id
from dateline.errors import ArchiveError
from dateline.records import Reading

OF_EVENT = "SELECT DISTINCT incident FROM incident_reports WHERE starts_with(event, ?)"


@dataclass(frozen=True, slots=True)
class OriginsView:
    """An incident, the tree of its tellers, and the readings of its articles by id."""

    incident: Incident
    tree: tuple[Branch, ...]
    readings: Mapping[str, Reading]

    def as_object(self) -> dict[str, Any]:
        """All of it as plain values for JSON."""
        one = self.incident
        return {
            "incident": one.id,
            "type": one.type,
            "sources": [party.key for party in one.sources],
            "targets": [party.key for party in one.targets],
            "when": asdict(one.when) if one.when else None,
            "reality": one.reality,
            **{name: value for name, value in asdict(one.vouching).items() if name != "incident"},
            "tree": [_branch(branch) for branch in self.tree],
            "contradictions": [asdict(found) for found in one.contradictions],
        }


def origins_view(archive: Archive, words: str) -> OriginsView:
    """That of the incident with this id or its beginning, or of which the event with this id is a report.

    Raises ArchiveError where there is none, or several.
    """
    found = stored_incident(archive, _incident_of_event(archive, words) if words.startswith("ev_") else words)
    relations = archive.copies()
    originals = originals_of(relations)
    articles = {*found.articles, *(original.article for key in found.articles for original in originals.get(key, ()))}
    readings = readings_by_id(archive, articles)
    corpus = Corpus(tuple(readings.values()), roots(relations), relations, (found,))
    (shown,) = incidents(corpus)
    return OriginsView(shown, tree_of(shown.vouching), readings)


def _incident_of_event(archive: Archive, words: str) -> str:
    found = [str(row["incident"]) for row in archive.select(OF_EVENT, [words])]
    if len(found) != 1:
        why = "no event of an incident has" if not found else f"events of {len(found)} incidents have"
        raise ArchiveError(f"{archive.path}: {why} an id that begins with {words!r} (the brief shows ids, `ev_...`)")
    return found[0]


def _branch(branch: Branch) -> dict[str, Any]:
    return {
        "outlet": branch.outlet,
        "articles": sorted({testimony.article for testimony in branch.told}),
        "sources": [source.name for source in branch.sources],
        "passed_on_by": [_branch(one) for one in branch.passed_on_by],
    }
