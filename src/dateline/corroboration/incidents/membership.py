"""Which accounts stand in which incidents; those of late are kept in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.memory import Kept

MEMBERS = 24
"""Reports of one incident that are compared with a newcomer, the first ones."""
FIRST_REPORTS = """
SELECT incident, number FROM incident_reports WHERE incident IN (SELECT unnest($1))
QUALIFY row_number() OVER (PARTITION BY incident ORDER BY number) <= $2 ORDER BY number
"""
KEPT = 1 << 16
WHERE, FIRST, MERGED = "incidents of accounts", "first reports of incidents", "merged incidents"
Row = dict[str, Any]
Numbers = tuple[int, ...]


def incident_of(archive: Archive, numbers: Collection[int]) -> dict[int, str]:
    """For each of these accounts the incident in which it stands."""
    query = "SELECT number, incident FROM incident_reports WHERE number IN (SELECT unnest(?))"
    found = _where(archive).get(
        numbers, lambda missing: {row["number"]: row["incident"] for row in archive.select(query, [list(missing)])}
    )
    merged = _merged(archive)
    return {number: _last(incident, merged) for number, incident in found.items()}


def incidents_with(archive: Archive, numbers: Collection[int]) -> dict[str, Numbers]:
    """The incidents with these accounts, each with its first reports."""
    wanted = sorted(set(incident_of(archive, numbers).values()))
    found = _first(archive).get(wanted, lambda missing: _fetch(archive, missing))
    # In one order whatever is kept, for late merges are numbered in it.
    return {incident: found[incident] for incident in wanted if incident in found}


def whole_incidents_with(archive: Archive, numbers: Collection[int]) -> dict[str, list[int]]:
    """The incidents with these accounts, each with all its reports."""
    query = """SELECT incident, number FROM incident_reports WHERE incident IN
        (SELECT incident FROM incident_reports WHERE number IN (SELECT unnest(?))) ORDER BY number"""
    found: dict[str, list[int]] = {}
    for row in archive.select(query, [list(numbers)]):
        found.setdefault(row["incident"], []).append(row["number"])
    return found


def standing(archive: Archive, incidents: Collection[str]) -> set[str]:
    """Which of these incidents there are."""
    query = "SELECT DISTINCT incident FROM incident_reports WHERE incident IN (SELECT unnest(?))"
    return {row["incident"] for row in archive.select(query, [list(incidents)])} if incidents else set()


def add(archive: Archive, rows: Sequence[Row], opened: Collection[str]) -> None:
    """Store reports, among them those of incidents that they open."""
    archive.insert({"incident_reports": list(rows)})
    _where(archive).put({row["number"]: row["incident"] for row in rows})
    added: dict[str, list[int]] = {}
    for row in rows:
        added.setdefault(row["incident"], []).append(row["number"])
    first = _first(archive)
    before = first.get([incident for incident in added if incident not in opened], lambda _: dict[str, Numbers]())
    known = {incident: before.get(incident, ()) for incident in added if incident in before or incident in opened}
    first.put({incident: _earliest(found, added[incident]) for incident, found in known.items()})


def note_merged(archive: Archive, merged: Mapping[str, str]) -> None:
    """Incidents have become reports of others."""
    first = _first(archive)
    known = first.get([*merged, *merged.values()], lambda missing: dict[str, Numbers]())
    for new in set(merged.values()):
        parts = [new, *(old for old, to in merged.items() if to == new)]
        if all(part in known for part in parts):
            first.put({new: _earliest(*(known[part] for part in parts))})
        else:
            first.drop([new])
    first.drop(merged)
    _merged(archive).update(merged)


def forget(archive: Archive) -> None:
    """Before reports are taken out."""
    for name in (WHERE, FIRST, MERGED):
        archive.memory.forget(name)


def _fetch(archive: Archive, incidents: Collection[str]) -> dict[str, Numbers]:
    found: dict[str, list[int]] = {}
    for row in archive.select(FIRST_REPORTS, [list(incidents), MEMBERS]):
        found.setdefault(row["incident"], []).append(row["number"])
    return {incident: tuple(numbers) for incident, numbers in found.items()}


def _earliest(*parts: Sequence[int]) -> Numbers:
    return tuple(sorted(number for part in parts for number in part)[:MEMBERS])


def _last(incident: str, merged: Mapping[str, str]) -> str:
    """The incident that took it in, itself if none did."""
    while incident in merged:
        incident = merged[incident]
    return incident


def _where(archive: Archive) -> Kept[int, str]:
    return archive.memory.of(WHERE, KEPT)


def _first(archive: Archive) -> Kept[str, Numbers]:
    return archive.memory.of(FIRST, KEPT)


def _merged(archive: Archive) -> dict[str, str]:
    """What was merged since the first of the incidents that are kept was fetched."""
    return archive.memory.once(MERGED, lambda: dict[str, str]())
