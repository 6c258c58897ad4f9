"""What the program says of an archive, in the plain shapes that `corroboration.py` scores.

One function a question; whoever builds a part fills in its function here, and the scorer stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dateline.archive import Archive
from dateline.corroboration.incidents import incidents as stored_incidents
from dateline.corroboration.vouching import vouched_in

Named = tuple[str, str]
"""An article's id and the id of a record, or a name, in it."""


def copies(archive: Archive) -> list[tuple[str, str]]:
    """Copy and original, by article id."""
    return [(relation.article, relation.original) for relation in archive.copies()]


def stories(archive: Archive) -> list[frozenset[str]]:
    """The articles of each story."""
    return [frozenset(one.article for one in story.articles) for story in archive.stories.listing(least=1)]


def incidents(archive: Archive) -> dict[str, tuple[Named, ...]]:
    """For each incident its reports: article and event."""
    return {one.id: tuple((report.article, report.event) for report in one.reports) for one in stored_incidents(archive)}


def origins(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    """For each incident of `incidents` the outlets that vouch for it on their own."""
    return {one.incident.id: one.origins.origins for one in vouched_in(archive, stored_incidents(archive))}


def proposals(archive: Archive) -> list[list[Named]]:
    """For each proposal its names, those of positions and those that articles give beside them: article and name."""
    groups: defaultdict[str, list[Named]] = defaultdict(list)
    of = archive.proposals.mapping()
    for naming in archive.proposals.namings(list(of)):
        groups[of[naming.id]] += [(naming.article, name) for name in (naming.name, *naming.other_names)]
    return list(groups.values())
