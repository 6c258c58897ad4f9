"""The list of incidents, filtered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.views.room.asking import PAGE, Conditions, Paged, parties_called, whose
from dateline.views.room.incident_lines import IncidentLine, incident_lines
from dateline.views.room.reader import Reader

TAKES_PART = "id IN (SELECT incident FROM digest_sides WHERE {whose})"
ORDERS = {
    "latest": "day DESC NULLS LAST, outlets DESC, id",
    "earliest": "day NULLS LAST, outlets DESC, id",
    "widest": "outlets DESC, reports DESC, day DESC NULLS LAST, id",
}


@dataclass(frozen=True, slots=True)
class IncidentQuestion:
    """Which incidents: those in which `about` and `other` take part, each a state's code, an actor's id or words of a name."""

    about: str | None = None
    other: str | None = None
    type: str | None = None
    quad: str | None = None
    standing: str | None = None
    since: date | None = None
    until: date | None = None
    story: str | None = None
    country: str | None = None
    outlets: int | None = None
    order: str = "latest"


@dataclass(frozen=True, slots=True)
class IncidentList:
    """One page of the incidents asked for."""

    asked: IncidentQuestion
    paged: Paged
    incidents: tuple[IncidentLine, ...]


def incident_list(reader: Reader, asked: IncidentQuestion, page: int = 1, size: int = PAGE) -> IncidentList:
    """The incidents asked for, in the order asked for; an order that there is none of is the latest first."""
    conditions = conditions_of(reader, asked)
    total = reader.select(f"SELECT count(*) AS total FROM digest_incidents WHERE {conditions.sql}", conditions.parameters)[0][
        "total"
    ]
    paged = Paged.of(total, page, size)
    return IncidentList(asked, paged, incident_lines(reader, incident_ids(reader, asked, size, paged.offset(size))))


def incident_ids(reader: Reader, asked: IncidentQuestion, limit: int, offset: int = 0) -> list[str]:
    """The ids alone."""
    conditions, order = conditions_of(reader, asked), ORDERS.get(asked.order, ORDERS["latest"])
    query = f"SELECT id FROM digest_incidents WHERE {conditions.sql} ORDER BY {order} LIMIT ? OFFSET ?"
    return [row["id"] for row in reader.select(query, [*conditions.parameters, limit, offset])]


def takes_part(found: Conditions, keys: Sequence[str]) -> Conditions:
    """With the condition that one of these parties takes part."""
    such = whose(keys)
    return found.also(TAKES_PART.format(whose=such.sql), *such.parameters)


def conditions_of(reader: Reader, asked: IncidentQuestion) -> Conditions:
    """What a row of digest_incidents must be like."""
    found = Conditions()
    for words in (asked.about, asked.other):
        if (keys := parties_called(reader, words)) is not None:
            found = takes_part(found, keys)
    found = found.also("type = ?", asked.type).also("quad = ?", asked.quad).also("standing = ?", asked.standing)
    found = found.also("day >= ?", asked.since).also("day <= ?", asked.until)
    found = found.also("place_country = ?", asked.country).also("outlets >= ?", asked.outlets)
    return found.also("id IN (SELECT r.incident FROM digest_reports AS r WHERE r.story = ?)", asked.story)
