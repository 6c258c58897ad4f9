"""Which record or link is meant by an id, the beginning of one, or its digits; and who is meant by a name in an edit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.archive.archive import Archive
from dateline.archive.corrections.correction import CLASSES, RecordKind
from dateline.archive.corrections.making import Case
from dateline.contract import from_json
from dateline.errors import ArchiveError
from dateline.knowledge.names import fold
from dateline.records import Actor, Reading

SHORTEST_PREFIX = 4
MANY = 5
"""Ids or names that an error lists at most."""
RECORDS = " UNION ALL ".join(
    f"SELECT id, '{kind}' AS kind, article FROM {kind}s WHERE starts_with(id, $1) OR starts_with(split_part(id, '_', 2), $1)"
    for kind in CLASSES
)
REJECTED = """
SELECT DISTINCT c.record_now AS id, c.kind, c.article FROM corrections AS c
WHERE c.record_now IS NOT NULL AND c.article IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ({records}) AS r WHERE r.id = c.record_now)
    AND (starts_with(c.record_now, $1) OR starts_with(split_part(c.record_now, '_', 2), $1))
"""
REPLACED = "SELECT DISTINCT id FROM former_records WHERE starts_with(id, $1) OR starts_with(split_part(id, '_', 2), $1)"
NAMED = "SELECT contract FROM readings WHERE article IN (SELECT article FROM actors WHERE id = $1 OR lower(name) = lower($1))"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands; one that was rejected stands only in what the machine read."""

    id: str
    kind: RecordKind
    article: str
    is_rejected: bool = False


def find_record(archive: Archive, words: str) -> Place | None:
    """The record of this id, None where none begins so; raises ArchiveError where several do."""
    prefix = words.strip()
    if len(prefix.rpartition("_")[2]) < SHORTEST_PREFIX:
        raise ArchiveError(f"{words!r} is too short for an id (give at least {SHORTEST_PREFIX} characters after the _)")
    rejected = REJECTED.format(records=RECORDS)
    places = [Place(**row) for row in archive.select(RECORDS, [prefix])]
    places += [Place(**row, is_rejected=True) for row in archive.select(rejected, [prefix])]
    return the_only(prefix, places)


def the_only(prefix: str, places: Iterable[Place]) -> Place | None:
    """The one that has this id, or the only one whose id begins so."""
    found = {place.id: place for place in places}
    if prefix in found:
        return found[prefix]
    if len(found) > 1:
        raise ArchiveError(too_many(prefix, sorted(found)))
    return next(iter(found.values()), None)


def too_many(prefix: str, ids: list[str]) -> str:
    """What is wrong with a beginning that several ids have."""
    more = f" and {len(ids) - MANY} more" if len(ids) > MANY else ""
    return f"{len(ids)} ids begin with {prefix!r}: {', '.join(ids[:MANY])}{more} (give more characters)"


def unknown(archive: Archive, words: str) -> ArchiveError:
    """What to say where nothing has this id."""
    replaced = [row["id"] for row in archive.select(REPLACED, [words.strip()])]
    if replaced:
        return ArchiveError(
            f"{archive.path}: {replaced[0]} stood in an earlier reading "
            f"(`dateline cite ARCHIVE {replaced[0]}` tells what took its place)"
        )
    return ArchiveError(
        f"{archive.path}: no record or link has the id {words!r}, no actor it or that name (`dateline review ARCHIVE` lists them)"
    )


def case_of(archive: Archive, article: str) -> Case:
    """The article as the machine read it and as it is told now."""
    machine, now = archive.corrections.machine_reading(article), archive.reading(article)
    made = archive.corrections.of_articles([article])
    return Case(machine, now, made, lambda words: find_actor(archive, now, words))


def find_actor(archive: Archive, reading: Reading, words: str) -> Actor:
    """The actor that a name or id means: one of the article, else one that other articles of the archive name so."""
    found = _called(words, reading.actors) or _elsewhere(archive, words)
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{actor.name} ({actor.id})" for actor in found[:MANY])
        raise ArchiveError(f"{len(found)} actors are called {words!r}: {listed} (give one of these ids)")
    named = ", ".join(actor.name for actor in reading.actors[:12]) or "nobody"
    raise ArchiveError(f"nobody in this archive is called {words!r} (the article names {named})")


def _called(words: str, actors: Iterable[Actor]) -> list[Actor]:
    """By id, else by name, else by another name, else by the beginning of an id."""
    known, wanted = list(actors), fold(words)
    return (
        [actor for actor in known if actor.id == words]
        or [actor for actor in known if fold(actor.name) == wanted]
        or [actor for actor in known if wanted in {fold(name) for name in actor.aliases}]
        or [actor for actor in known if len(words) > SHORTEST_PREFIX and actor.id.startswith(words)]
    )


def _elsewhere(archive: Archive, words: str) -> list[Actor]:
    """Those of other articles, each kind of actor once; they are not mentioned in this one."""
    found: dict[tuple[str, str | None], Actor] = {}
    for row in archive.select(f"{NAMED} LIMIT 50", [words]):
        for actor in _called(words, from_json(row["contract"]).actors):
            if not actor.members:
                alone = Actor(
                    actor.id, actor.name, actor.kind, actor.country, actor.code, actor.aliases, actor.role,
                    reason="named by a reviewer; known from another article",
                )  # fmt: skip
                found.setdefault((actor.kind, actor.country), alone)
    return list(found.values())


def carried_by(reading: Reading, statement: str) -> tuple[str, ...]:
    """The events that a statement carries."""
    return tuple(event.id for event in reading.events if event.statement == statement)
