"""One front for all that people say: a verdict on a record or a link, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from dateline.archive.archive import Archive
from dateline.archive.clock import utc_now
from dateline.archive.corrections.correction import ACTOR, Correction, LinkKind
from dateline.archive.corrections.making import Verdict, check, correction_of
from dateline.corroboration.reviewing import links
from dateline.corroboration.reviewing.actor_records import correct_actor, find_known_actor, follow_actor, missing
from dateline.corroboration.reviewing.finding import Place, carried_by, case_of, find_record, unknown
from dateline.corroboration.reviewing.following import follow
from dateline.corroboration.reviewing.links import Link
from dateline.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Outcome:
    """The correction as it was entered, and ids of records that should be looked at because of it."""

    correction: Correction
    look_at: tuple[str, ...] = ()


def review(archive: Archive, words: str, verdict: Verdict) -> Outcome:
    """Enter a verdict on the record, link or actor of this id and let it take effect: all of it, or nothing where it cannot be.

    Raises ArchiveError where the id is unknown or not the only one, nobody signs, or an edit makes no sense.
    """
    check(verdict)
    link = links.find_link(archive, words.strip())
    if link is not None:
        return _on_link(archive, link, verdict)
    place = find_record(archive, words)
    if place is not None:
        return _on_record(archive, place, verdict)
    actor = find_known_actor(archive, words)
    if actor is None:
        raise unknown(archive, words)
    return Outcome(correct_actor(archive, actor, verdict))


def undo(archive: Archive, number: int, by: str) -> Correction:
    """Take a correction back; raises ArchiveError where there is none of that number, or it was taken back before."""
    made = archive.corrections.numbered(number)
    if not made.stands:
        raise ArchiveError(f"correction {number} was taken back before, by {made.undone_by}")
    if not by.strip():
        raise ArchiveError("somebody must take it back (give --by NAME)")
    with archive.transaction():
        archive.corrections.take_back(number, by.strip())
        if made.kind == ACTOR:
            follow_actor(archive, made)
        elif made.article is not None and not made.is_link:
            follow(archive, [made.article])
        elif made.decision is not None:
            links.undo(archive, cast(LinkKind, made.kind), made.decision)
    return archive.corrections.numbered(number)


def lost(archive: Archive) -> tuple[Correction, ...]:
    """The corrections that stand and fit nothing in the present readings, each with the reason."""
    found = []
    for one in archive.corrections.listing():
        if one.stands and one.is_link and (why := links.missing(archive, cast(LinkKind, one.kind), one.decision)):
            found.append(replace(one, lost=why))
        elif one.stands and one.kind == ACTOR and (gone := missing(archive, one)):
            found.append(replace(one, lost=gone))
        elif one.stands and one.lost:
            found.append(one)
    return tuple(found)


def _on_record(archive: Archive, place: Place, verdict: Verdict) -> Outcome:
    case = case_of(archive, place.article)
    made = correction_of(case, place.id, verdict, archive.corrections.next_number())
    carried = carried_by(case.now, place.id) if verdict.action == "reject" else ()
    with archive.transaction():
        archive.corrections.enter(made)
        follow(archive, [place.article])
        entered = archive.corrections.numbered(made.number)
        if entered.lost:
            raise ArchiveError(f"{place.id}: this cannot be kept: {entered.lost}")
    return Outcome(entered, carried)


def _on_link(archive: Archive, link: Link, verdict: Verdict) -> Outcome:
    ends = {"a": link.a, "b": link.b}
    with archive.transaction():
        number = links.decide(archive, link, verdict)
        made = Correction(
            number=archive.corrections.next_number(), kind=link.kind, action=verdict.action, article=None, record=link.id,
            subject=link.id, words=link.words, as_read=ends, actors=(), before={}, after={}, reason=verdict.why.strip(),
            decided_by=verdict.by.strip(), decided_at=utc_now(), decision=number, record_now=link.id,
        )  # fmt: skip
        archive.corrections.enter(made)
    return Outcome(made)
