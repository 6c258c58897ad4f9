"""Which records of an archive have to do with the actor that is asked for."""

from __future__ import annotations

from dateline.archive.archive import Archive
from dateline.archive.filters import About
from dateline.records import Actor


def records_with(archive: Archive, words: str, query: str) -> frozenset[str]:
    """The ids of the records with an actor whom the words ask for.

    The query gives for each id (column `record`) its actors: the columns of an `Actor` up to its aliases.
    """
    about: About = archive.about(words)
    asked_for = set()
    for row in archive.select(query):
        record = row.pop("record")
        if about.matches(Actor(**row | {"aliases": tuple(row["aliases"] or ())})):
            asked_for.add(record)
    return frozenset(asked_for)
