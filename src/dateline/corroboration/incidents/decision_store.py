"""The decisions about incidents as rows of an archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace

from dateline._version import __version__
from dateline.archive.archive import Archive
from dateline.archive.clock import utc_now
from dateline.archive.decision import USER
from dateline.corroboration.incidents.account import Account
from dateline.corroboration.incidents.decisions import IncidentDecision
from dateline.corroboration.verdict import Verdict

PROGRAM = f"dateline {__version__}"
TRIGGERS = "SELECT id, article, trigger_words FROM events WHERE article IN (SELECT unnest(?)) ORDER BY article, number"


def decisions(archive: Archive) -> tuple[IncidentDecision, ...]:
    """All of them in the order in which they were made, also those taken back."""
    rows = archive.select("SELECT * FROM incident_decisions ORDER BY number, a, b")
    return tuple(IncidentDecision(**row) for row in rows)


def users_decisions(archive: Archive) -> tuple[IncidentDecision, ...]:
    """What users want, under the ids that the events have now."""
    query = "SELECT * FROM incident_decisions WHERE decided_by = $1 OR undone_by = $1 ORDER BY number, a, b"
    found = [one for row in archive.select(query, [USER]) if (one := IncidentDecision(**row)).is_users]
    if not found:
        return ()
    events = archive.select(TRIGGERS, [list({article for one in found for article in (one.a_article, one.b_article)})])
    ids = {row["id"] for row in events}
    by_words = {(row["article"], row["trigger_words"]): row["id"] for row in events}
    return tuple(_moved(one, ids, by_words) for one in found)


def record_merges(archive: Archive, merges: Iterable[tuple[Account, Account, Verdict]]) -> None:
    """Enter that the program found two incidents to be one, by a report of each."""
    pairs = [(one, other) for one, other, _ in merges]
    verdicts = [verdict for _, _, verdict in merges]
    enter(archive, "merge", pairs, PROGRAM, [(v.reason, v.score) for v in verdicts])


def enter(
    archive: Archive,
    kind: str,
    pairs: Sequence[tuple[Account, Account]],
    by: str,
    why: Sequence[tuple[str, float | None]],
) -> tuple[IncidentDecision, ...]:
    """Enter decisions: a user's call under one number, the program's under one each."""
    number = archive.select("SELECT coalesce(max(number), 0) AS last FROM incident_decisions")[0]["last"] + 1
    words = _words(archive, pairs)
    made = tuple(
        IncidentDecision(
            number if by == USER else number + place, "split" if kind == "split" else "merge",
            one.article, one.event, words.get(one.event, ""), other.article, other.event, words.get(other.event, ""),
            score, reason, by, utc_now(),
        )
        for place, ((one, other), (reason, score)) in enumerate(zip(pairs, why, strict=True))
    )  # fmt: skip
    archive.insert({"incident_decisions": [asdict(one) for one in made]})
    return made


def take_back(archive: Archive, number: int) -> None:
    """Mark a decision as undone by the user."""
    archive.execute(
        "UPDATE incident_decisions SET undone_by = ?, undone_at = ? WHERE undone_at IS NULL AND number = ?",
        [USER, utc_now(), number],
    )


def _words(archive: Archive, pairs: Iterable[tuple[Account, Account]]) -> dict[str, str]:
    articles = list({account.article for pair in pairs for account in pair})
    return {row["id"]: row["trigger_words"] for row in archive.select(TRIGGERS, [articles])}


def _moved(one: IncidentDecision, ids: set[str], by_words: Mapping[tuple[str, str], str]) -> IncidentDecision:
    """The decision about the events of today: an id that is gone is found again by the words of its trigger."""
    a = one.a if one.a in ids else by_words.get((one.a_article, one.a_words), one.a)
    b = one.b if one.b in ids else by_words.get((one.b_article, one.b_words), one.b)
    return replace(one, a=a, b=b)
