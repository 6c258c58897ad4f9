"""What users decide about incidents: these reports tell one event, these do not; and taking a decision back."""

from __future__ import annotations

from collections.abc import Collection

from dateline.archive.archive import Archive
from dateline.archive.record_decisions import RecordKey
from dateline.corroboration.deciding import Deciding, Decisions, Whole
from dateline.corroboration.incidents import decision_store, store, updating
from dateline.corroboration.incidents.listing import incident


def _found(archive: Archive, words: str) -> Whole:
    one = incident(archive, words)
    return Whole(one.id, tuple(RecordKey(report.article, report.event) for report in one.reports))


def _resettle(archive: Archive, events: Collection[str], undone: Decisions) -> None:
    updating.resettle(archive, store.numbers_of(archive, events).values())


_INCIDENTS = Deciding("incident", "incidents", decision_store.stored, _found, _resettle)
merge, split, undo = _INCIDENTS.merge, _INCIDENTS.split, _INCIDENTS.undo
