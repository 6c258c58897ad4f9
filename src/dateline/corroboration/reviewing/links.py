"""Links that the program made between articles: two actors are one, two reports tell one event, two names mean one proposal.

Each is named by the two things that it joins, so that it has the same id whichever decision joins them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dateline.archive.actor_identities import Proposal
from dateline.archive.archive import Archive
from dateline.archive.corrections.correction import LinkKind
from dateline.archive.corrections.making import Verdict
from dateline.archive.decision import USER
from dateline.archive.proposal_identities import Joining
from dateline.archive.record_decisions import RecordKey
from dateline.corroboration.incidents import deciding as incidents
from dateline.corroboration.incidents.decision_store import stored
from dateline.errors import ArchiveError
from dateline.records import content_id

PREFIXES: Mapping[LinkKind, str] = {"actor link": "al", "incident link": "il", "proposal link": "pl"}
ACTORS = """
SELECT a, b, a_name, b_name, score, reason FROM actor_decisions AS d
WHERE kind = 'merge' AND undone_at IS NULL AND decided_by <> 'user'
    AND EXISTS (SELECT 1 FROM actor_identities AS x JOIN actor_identities AS y ON x.identity = y.identity
        WHERE x.actor = d.a AND y.actor = d.b)
ORDER BY number
"""
INCIDENTS = """
WITH opened AS (
    SELECT incident, arg_min(event, number) AS event, arg_min(article, number) AS article FROM incident_reports
    GROUP BY incident HAVING count(*) > 1
)
SELECT r.event AS a, o.event AS b, x.trigger_words AS a_name, y.trigger_words AS b_name, r.score, r.reason,
    r.article AS a_article, o.article AS b_article, r.incident
FROM incident_reports AS r JOIN opened AS o ON o.incident = r.incident AND o.event <> r.event
JOIN events AS x ON x.id = r.event AND x.article = r.article JOIN events AS y ON y.id = o.event AND y.article = o.article
ORDER BY r.number
"""
PROPOSALS = """
SELECT a, b, a_name, b_name, score, reason FROM proposal_decisions AS d
WHERE kind = 'merge' AND undone_at IS NULL AND decided_by <> 'user'
    AND EXISTS (SELECT 1 FROM proposal_identities AS x JOIN proposal_identities AS y ON x.proposal = y.proposal
        WHERE x.naming = d.a AND y.naming = d.b)
ORDER BY number
"""
QUERIES: Mapping[LinkKind, str] = {"actor link": ACTORS, "incident link": INCIDENTS, "proposal link": PROPOSALS}
PRESENT: Mapping[str, str] = {
    "actor link": "SELECT id FROM actors WHERE id IN (SELECT unnest(?))",
    "proposal link": "SELECT id FROM proposal_namings WHERE id IN (SELECT unnest(?))",
}


@dataclass(frozen=True, slots=True)
class Link:
    """Two things that the program holds to be one, by ids and names; of two reports of an event also their articles."""

    kind: LinkKind
    a: str
    b: str
    a_name: str
    b_name: str
    score: float | None
    reason: str
    a_article: str = ""
    b_article: str = ""
    incident: str = ""

    @property
    def id(self) -> str:
        return content_id(PREFIXES[self.kind], *sorted((self.a, self.b)))

    @property
    def words(self) -> str:
        return f"{self.a_name} = {self.b_name}"


def links(archive: Archive, kind: LinkKind) -> Iterator[Link]:
    """All links of a kind that hold now and that the program made."""
    return (Link(kind, **row) for row in archive.select(QUERIES[kind]))


def links_of(archive: Archive, event: str) -> tuple[Link, ...]:
    """The links by which an event is told in other articles."""
    return tuple(link for link in links(archive, "incident link") if event in (link.a, link.b))


def find_link(archive: Archive, words: str) -> Link | None:
    """The link of this id, or the only one whose id begins so."""
    kind = next((kind for kind, prefix in PREFIXES.items() if words.startswith(f"{prefix}_")), None)
    found = {link.id: link for link in links(archive, kind) if link.id.startswith(words)} if kind else {}
    if len(found) > 1:
        raise ArchiveError(f"{len(found)} links have ids that begin with {words!r} (give more characters)")
    return next(iter(found.values()), None)


def decide(archive: Archive, link: Link, verdict: Verdict) -> int:
    """Enter that the link holds, or does not, among the decisions of its kind; gives back the number of the decision."""
    if verdict.action == "edit":
        raise ArchiveError("a link can be confirmed or rejected, there is nothing to edit in it")
    return _DECIDING[link.kind](archive, link, verdict.action == "confirm", f"{verdict.why.strip()} ({verdict.by.strip()})")


def undo(archive: Archive, kind: LinkKind, number: int) -> None:
    """Take such a decision back."""
    _UNDOING[kind](archive, number)


def missing(archive: Archive, kind: LinkKind, number: int | None) -> str | None:
    """Why a decision about a link touches nothing in the present readings; None where it does."""
    if kind == "incident link":
        gone = [one for one in incident_ends(archive, number) if not one[1]]
        return f"no report is found again by the words {gone[0][0]!r}" if gone else None
    table = "actor_decisions" if kind == "actor link" else "proposal_decisions"
    rows = archive.select(f"SELECT a, b, a_name, b_name FROM {table} WHERE number = ?", [number])
    names = {row[side]: row[f"{side}_name"] for row in rows for side in ("a", "b")}
    present = {row["id"] for row in archive.select(PRESENT[kind], [list(names)])}
    gone_names = sorted(name for key, name in names.items() if key not in present)
    return f"no article has {gone_names[0]!r} any more" if gone_names else None


def incident_ends(archive: Archive, number: int | None) -> list[tuple[str, bool]]:
    """The words of both reports of a decision, and whether each is found in the present readings."""
    decisions = stored(archive)
    rows = decisions.of_today([one for one in decisions.listing() if one.number == number])
    known = {
        row["id"]
        for row in archive.select(
            "SELECT id FROM events WHERE id IN (SELECT unnest(?))", [[key for one in rows for key in (one.a, one.b)]]
        )
    }
    return [end for one in rows for end in ((one.a_words, one.a in known), (one.b_words, one.b in known))]


def _actors(archive: Archive, link: Link, holds: bool, because: str) -> int:
    return archive.actors.record([Proposal("merge" if holds else "split", link.a, link.b, because)], USER)[0].number


def _proposals(archive: Archive, link: Link, holds: bool, because: str) -> int:
    return archive.proposals.record([Joining("merge" if holds else "split", link.a, link.b, because)], USER)[0].number


def _incidents(archive: Archive, link: Link, holds: bool, because: str) -> int:
    if not holds:
        return incidents.split(archive, link.incident, [link.a], because)[0].number
    pair = (RecordKey(link.a_article, link.a), RecordKey(link.b_article, link.b))
    return stored(archive).enter("merge", [pair], USER, [(because, None)])[0].number


_DECIDING: Mapping[LinkKind, Callable[[Archive, Link, bool, str], int]] = {
    "actor link": _actors, "incident link": _incidents, "proposal link": _proposals,
}  # fmt: skip
_UNDOING: Mapping[LinkKind, Callable[[Archive, int], object]] = {
    "actor link": lambda archive, number: archive.actors.undo(number),
    "incident link": incidents.undo,
    "proposal link": lambda archive, number: archive.proposals.undo(number),
}
