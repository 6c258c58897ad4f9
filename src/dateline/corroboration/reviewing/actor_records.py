"""Corrections of actors themselves: who is meant, and bringing up to date every article that has the actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.archive.archive import Archive
from dateline.archive.corrections.actor_records import ActorSubject, actor_correction, actor_subjects
from dateline.archive.corrections.correction import ACTOR, Correction
from dateline.archive.corrections.making import Verdict
from dateline.corroboration.reviewing.following import follow
from dateline.errors import ArchiveError
from dateline.records import Actor

FIRST_OF_EACH = """SELECT x.id, arg_min(x.article, a.number) AS article FROM actors AS x JOIN articles AS a ON a.id = x.article
WHERE x.id IN (SELECT unnest(?)) GROUP BY x.id ORDER BY min(a.number), x.id"""
ARTICLES = """SELECT DISTINCT x.article, a.number FROM actors AS x JOIN articles AS a ON a.id = x.article
WHERE x.id IN (SELECT unnest($1)) OR lower(x.name) IN (SELECT unnest($2)) ORDER BY a.number"""


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor across articles: as machines read each of its ids, the one that stands for all first, and as it is told now."""

    id: str
    read: tuple[Actor, ...]
    now: Actor
    said: tuple[Correction, ...]


def find_known_actor(archive: Archive, words: str) -> KnownActor | None:
    """The actor of this id, beginning of an id or name; None where there is none. Raises ArchiveError where there are several."""
    ids = archive.actors.called(words)
    if not ids:
        return None
    identity = archive.actors.identity(archive.actors.find(words))
    firsts = archive.select(FIRST_OF_EACH, [list(archive.actors.members(identity))])
    read = [_of(archive.corrections.machine_reading(row["article"]).actors, row["id"]) for row in firsts]
    stands = sorted(read, key=lambda actor: actor.id != identity)
    now = _of(archive.reading(next(row["article"] for row in firsts if row["id"] == stands[0].id)).actors, stands[0].id)
    made = [one for one in archive.corrections.listing() if one.kind == ACTOR]
    mine = {subject.id for subject in actor_subjects(made) if any(subject.means(actor) for actor in read)}
    keys = {actor.id for actor in read}
    said = tuple(one for one in made if one.subject in mine or keys & one.cast().keys())
    return KnownActor(identity, tuple(stands), now, said)


def correct_actor(archive: Archive, actor: KnownActor, verdict: Verdict) -> Correction:
    """Enter a verdict on an actor and let it take effect in all articles that have it."""
    subject = next((one.subject for one in actor.said if one.stands), actor.id)
    made = actor_correction(actor.read, actor.now, verdict, subject, archive.corrections.next_number())
    with archive.transaction():
        archive.corrections.enter(made)
        follow_actor(archive, made)
    return archive.corrections.numbered(made.number)


def follow_actor(archive: Archive, made: Correction) -> None:
    """Store anew the readings of the articles in which this actor is, or was."""
    known = made.cast()
    names = {name.lower() for actor in known.values() for name in (actor.name, str(made.after.get("name") or actor.name))}
    follow(archive, [row["article"] for row in archive.select(ARTICLES, [list(known), sorted(names)])])


def missing(archive: Archive, made: Correction) -> str | None:
    """Why a correction of an actor touches nothing in the present readings; None where it does."""
    (subject,) = actor_subjects([made])
    names = sorted({actor.name.lower() for actor in made.cast().values()} | {str(made.after.get("name", "")).lower()})
    rows = archive.select(ARTICLES, [list(made.cast()), names])
    found = (archive.corrections.machine_reading(row["article"]).actors for row in rows)
    if any(_has(actors, subject) for actors in found):
        return None
    return f"no article has {made.words!r} any more"


def _has(actors: Sequence[Actor], subject: ActorSubject) -> bool:
    return any(subject.means(actor) for actor in actors)


def _of(actors: Sequence[Actor], key: str) -> Actor:
    found = next((actor for actor in actors if actor.id == key), None)
    if found is None:
        raise ArchiveError(f"{key} was named in a correction alone: no article names this actor (correct the record instead)")
    return found
