"""What users decide about incidents: these reports tell one event, these do not; and taking a decision back.

A decision is recorded and outranks the matcher; the incidents that it touches are worked out anew from their reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from dateline.archive.archive import Archive
from dateline.archive.decision import USER
from dateline.corroboration.incidents import decision_store, store
from dateline.corroboration.incidents.decisions import IncidentDecision
from dateline.corroboration.incidents.incident import Incident
from dateline.corroboration.incidents.listing import incident
from dateline.corroboration.incidents.updating import resettle
from dateline.errors import ArchiveError


def merge(archive: Archive, a: str, b: str, because: str) -> tuple[IncidentDecision, ...]:
    """Record a user's decision that two incidents are one; ids, or beginnings of ids.

    Raises ArchiveError where an incident is not known, or both are one.
    """
    one, other = incident(archive, a), incident(archive, b)
    if one.id == other.id:
        raise ArchiveError(f"{a} and {b} are one incident already (`dateline incidents list` shows it)")
    return _decide(archive, "merge", [(one.reports[0].event, other.reports[0].event)], because, [one, other])


def split(archive: Archive, a: str, events: Sequence[str], because: str) -> tuple[IncidentDecision, ...]:
    """Record a user's decision that these events (ids, or beginnings of ids) do not belong to the incident.

    The events stay with each other; without events all reports are kept apart. Raises ArchiveError where the incident or an event
    is not known, or nothing would stay.
    """
    whole = incident(archive, a)
    members = [report.event for report in whole.reports]
    leaving = [_one_of(words, members) for words in events]
    staying = [event for event in members if event not in leaving]
    if len(members) < 2 or not staying:
        raise ArchiveError(f"{a}: at least one report must stay and one leave (name those that leave, or none to keep all apart)")
    pairs = list(product(staying, leaving)) or list(combinations(members, 2))
    return _decide(archive, "split", pairs, because, [whole])


def undo(archive: Archive, number: int) -> tuple[IncidentDecision, ...]:
    """Take a decision back, the program's or a user's; the program does not make it again.

    Raises ArchiveError where there is none of that number, or it was taken back before.
    """
    rows = [one for one in decision_store.decisions(archive) if one.number == number]
    if not rows:
        raise ArchiveError(f"no decision has the number {number} (`dateline incidents decisions` lists them)")
    if not rows[0].stands:
        raise ArchiveError(f"decision {number} was taken back before, by {rows[0].undone_by}")
    with archive.transaction():
        decision_store.take_back(archive, number)
        resettle(archive, store.numbers_of(archive, {event for row in rows for event in row.pair}).values())
    return tuple(one for one in decision_store.decisions(archive) if one.number == number)


def _decide(
    archive: Archive, kind: str, pairs: Sequence[tuple[str, str]], because: str, touched: Iterable[Incident]
) -> tuple[IncidentDecision, ...]:
    if not because.strip():
        raise ArchiveError("a decision needs a reason (say why in a few words)")
    numbers = store.numbers_of(archive, {report.event for one in touched for report in one.reports}).values()
    accounts = {account.event: account for account in store.accounts(archive, numbers).values()}
    told = [(accounts[one], accounts[other]) for one, other in pairs]
    with archive.transaction():
        made = decision_store.enter(archive, kind, told, USER, [(because.strip(), None)] * len(told))
        resettle(archive, numbers)
    return made


def _one_of(words: str, members: Sequence[str]) -> str:
    found = [event for event in members if event.startswith(words if words.startswith("ev_") else f"ev_{words}")]
    if len(found) != 1:
        raise ArchiveError(f"{words!r} is not one of the reports of this incident (they are {', '.join(members)})")
    return found[0]
