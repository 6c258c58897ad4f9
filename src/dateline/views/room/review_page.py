"""What is asked of somebody who reviews: the list of what is open, and one record or link with all that was said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from dateline.archive.archive import Archive
from dateline.archive.corrections.actor_records import KINDS as KINDS_OF_ACTOR
from dateline.archive.corrections.actor_records import written_fields
from dateline.archive.corrections.correction import ACTOR, Correction, Kind, kind_of
from dateline.archive.corrections.editing import CHOICES
from dateline.archive.corrections.writing import as_written
from dateline.corroboration.reviewing.actor_records import KnownActor, find_known_actor
from dateline.corroboration.reviewing.finding import Place, case_of, find_record, unknown
from dateline.corroboration.reviewing.links import Link, find_link, links_of
from dateline.records import Reading
from dateline.views.citation import Cited, cited
from dateline.views.open_records import Asked, OpenRecord, changes, in_sentences, open_records

AT_ONCE = 50
"""Records in one page of the list."""
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Said:
    """A correction in words: what was done to which record, by whom, when and why."""

    number: int
    words: str
    changes: tuple[str, ...]
    is_undone: bool
    lost: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be edited, as it is written now; `choices` are all values that it may have, where they are few."""

    name: str
    value: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One record or link. `links` are those of an event with reports in other articles."""

    id: str
    kind: str
    what: str
    words: str
    status: str
    cited: Cited | None
    fields: tuple[Field, ...]
    said: tuple[Said, ...]
    links: tuple[Link, ...] = ()
    confidence: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReviewList:
    """What is open, in pages."""

    lines: tuple[OpenRecord, ...]
    total: int
    page: int
    pages: int
    lost: int


def review_list(archive: Archive, asked: Asked, page: int) -> ReviewList:
    """One page of what nobody has looked at, the least sure first."""
    found = open_records(archive, asked)
    shown = in_sentences(archive, found[(page - 1) * AT_ONCE : page * AT_ONCE])
    lost = sum(1 for one in archive.corrections.listing() if one.stands and one.lost)
    return ReviewList(shown, len(found), page, max(1, -(-len(found) // AT_ONCE)), lost)


def review_page(archive: Archive, key: str) -> ReviewPage:
    """The record or link of this id; raises ArchiveError where there is none."""
    link = find_link(archive, key)
    if link is not None:
        return _of_link(archive, link)
    said = [one for one in archive.corrections.listing() if one.record == key and one.is_link]
    if said:
        # It was rejected, or the readings that it joined are gone: what was said of it can still be taken back.
        status = "rejected" if any(one.stands and one.action == "reject" for one in said) else "not held now"
        return ReviewPage(key, said[-1].kind, said[-1].words, "", status, None, (), _said(said))
    place = find_record(archive, key)
    if place is not None:
        return _of_record(archive, place)
    actor = find_known_actor(archive, key)
    if actor is None:
        raise unknown(archive, key)
    return _of_actor(actor)


def _of_actor(actor: KnownActor) -> ReviewPage:
    fields = tuple(
        Field(name, value, KINDS_OF_ACTOR if name == "kind" else ()) for name, value in written_fields(actor.now).items()
    )
    names = "; ".join(dict.fromkeys(name for one in actor.read for name in (one.name, *one.aliases)))
    return ReviewPage(actor.id, ACTOR, actor.now.name, names, "current", None, fields, _said(actor.said), reason=actor.now.reason)


def _of_link(archive: Archive, link: Link) -> ReviewPage:
    said = [one for one in archive.corrections.listing() if one.record == link.id]
    return ReviewPage(link.id, link.kind, link.words, link.reason, "current", None, (), _said(said), confidence=link.score)


def _of_record(archive: Archive, place: Place) -> ReviewPage:
    case, found = case_of(archive, place.article), cited(archive, place.id)
    record = case.record(place.id)
    written = as_written(record, (case.machine if place.is_rejected else case.now).actors)
    subjects = {one.subject for one in case.made if one.record_now == place.id} | {place.id}
    said = [one for one in case.made if one.subject in subjects or one.record == place.id]
    return ReviewPage(
        place.id, kind_of(record), found.what, found.words, found.status, found,
        tuple(Field(name, value, CHOICES.get(name, ())) for name, value in written.items()), _said(said),
        links_of(archive, place.id) if place.kind == "event" else (), record.confidence, record.reason,
    )  # fmt: skip


def changed_fields(archive: Archive, key: str, given: dict[str, str]) -> dict[str, str]:
    """Of the fields of a form those in which somebody wrote something else."""
    place = find_record(archive, key)
    if place is None:
        actor = find_known_actor(archive, key)
        if actor is None:
            raise unknown(archive, key)
        return _changed(written_fields(actor.now), given)
    case = case_of(archive, place.article)
    reading: Reading = case.machine if place.is_rejected else case.now
    written = as_written(case.record(place.id), reading.actors)
    return _changed(written, given)


def _changed(written: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if name not in written or value.strip() != written[name]}


def _said(made: Sequence[Correction]) -> tuple[Said, ...]:
    return tuple(
        Said(one.number, one.note, tuple(changes(one)) if one.action == "edit" else (), not one.stands, one.lost or "")
        for one in made
    )
