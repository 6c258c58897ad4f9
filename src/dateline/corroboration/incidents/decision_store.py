"""The decisions about incidents as rows of an archive: users', and merges of two incidents that the program made late."""

from __future__ import annotations

from collections.abc import Iterable

from dateline._version import __version__
from dateline.archive.archive import Archive
from dateline.archive.record_decisions import RecordDecision, RecordDecisions, RecordKey
from dateline.corroboration.incidents.account import Account
from dateline.corroboration.verdict import Verdict

PROGRAM = f"dateline {__version__}"
TRIGGERS = "SELECT article, id, trigger_words AS words FROM events WHERE article IN (SELECT unnest(?))"


def stored(archive: Archive) -> RecordDecisions:
    """Their table."""
    return RecordDecisions(archive, "incident_decisions", TRIGGERS)


def decisions(archive: Archive) -> tuple[RecordDecision, ...]:
    """All of them in the order in which they were made, also those taken back."""
    return stored(archive).listing()


def record_merges(archive: Archive, merges: Iterable[tuple[Account, Account, Verdict]]) -> None:
    """Enter that the program found two incidents to be one, by a report of each."""
    found = list(merges)
    if not found:
        return
    pairs = [(_key(one), _key(other)) for one, other, _ in found]
    stored(archive).enter("merge", pairs, PROGRAM, [(verdict.reason, verdict.score) for _, _, verdict in found])


def _key(account: Account) -> RecordKey:
    return RecordKey(account.article, account.event)
