"""Articles of one statement for tests of sayings."""

from __future__ import annotations

from dataclasses import replace

from tests.corroboration.telling import KEBEDE, told

from dateline.archive import Archive
from dateline.corroboration.sayings import bring_up_to_date, sayings
from dateline.records import Reading, Span

LONG = "“We will not fill the dam this summer, whatever the cabinet in Cairo threatens us with on the river.”"
PART = "“not fill the dam this summer, whatever the cabinet in Cairo threatens”"
OTHER = "“Our turbines stand idle until the rain comes back to the highlands in August.”"


def quoted(outlet: str, day: int, words: str, speaker=KEBEDE, kind="direct") -> Reading:
    reading = told(outlet, day, f"{speaker.name} [said]: {words}", says=speaker)
    start = reading.article.text.index(words)
    statement = replace(reading.statements[0], kind=kind, content=(Span(start, start + len(words)),))
    return replace(reading, statements=(statement,))


def add(archive: Archive, *readings: Reading) -> None:
    for one in readings:
        archive.add(one)
        bring_up_to_date(archive, [one.article.id])


def groups(archive: Archive) -> set[frozenset[str]]:
    return {frozenset(one.articles) for one in sayings(archive)}


def ids(*readings: Reading) -> frozenset[str]:
    return frozenset(reading.article.id for reading in readings)


def said_in(reading: Reading) -> str:
    return reading.statements[0].id
