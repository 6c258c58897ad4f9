"""Statements as lines of a list: who says it, how, in which words, where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.views.room.asking import PAGE, Conditions, Paged, parties_called, whose
from dateline.views.room.reader import Reader
from dateline.views.wording import says

COLUMNS = "id, article, identity, speaker, act, kind, content_words, day, outlet, published, title, reported_by, confidence"
ORDER = "ORDER BY day DESC NULLS LAST, confidence DESC, article, number"


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement: `speaker` is the id of who said it, `acts` the act as a verb, `chain` the outlets by which it came."""

    id: str
    article: str
    speaker: str | None
    name: str
    act: str
    acts: str
    kind: str
    words: str
    day: date | None
    outlet: str
    published: date | None
    title: str | None
    chain: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class StatementQuestion:
    """Which statements: by whom (a state's code, an actor's id or words of a name), naming whom, doing what by saying it."""

    speaker: str | None = None
    about: str | None = None
    act: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    words: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class StatementList:
    """One page of the statements asked for, the latest first."""

    asked: StatementQuestion
    paged: Paged
    statements: tuple[StatementLine, ...]


def statement_list(reader: Reader, asked: StatementQuestion, page: int = 1, size: int = PAGE) -> StatementList:
    """The statements asked for, the latest first."""
    conditions = conditions_of(reader, asked)
    query = f"SELECT count(*) AS total FROM digest_statements WHERE {conditions.sql}"
    paged = Paged.of(reader.select(query, conditions.parameters)[0]["total"], page, size)
    return StatementList(asked, paged, _found(reader, conditions, size, paged.offset(size)))


def statements(reader: Reader, asked: StatementQuestion, limit: int) -> tuple[StatementLine, ...]:
    """The latest of the statements asked for."""
    return _found(reader, conditions_of(reader, asked), limit, 0)


def _found(reader: Reader, conditions: Conditions, limit: int, offset: int) -> tuple[StatementLine, ...]:
    query = f"SELECT {COLUMNS} FROM digest_statements WHERE {conditions.sql} {ORDER} LIMIT ? OFFSET ?"
    return tuple(statement_line(row) for row in reader.select(query, [*conditions.parameters, limit, offset]))


def statement_line(row: Mapping[str, Any]) -> StatementLine:
    """A row of digest_statements."""
    return StatementLine(
        id=row["id"], article=row["article"], speaker=row["identity"], name=row["speaker"] or "somebody unnamed", act=row["act"],
        acts=says(row["act"]), kind=row["kind"], words=" ".join(row["content_words"].split()), day=row["day"],
        outlet=row["outlet"], published=row["published"], title=row["title"], chain=tuple(row["reported_by"] or ()),
        confidence=row["confidence"],
    )  # fmt: skip


def conditions_of(reader: Reader, asked: StatementQuestion) -> Conditions:
    """What a row of digest_statements must be like."""
    found = Conditions()
    speakers: Sequence[str] | None = parties_called(reader, asked.speaker)
    if speakers is not None:
        such = whose(speakers)
        found = found.also(such.sql, *such.parameters)
    about = parties_called(reader, asked.about)
    if about is not None:
        found = found.also("list_contains(about, ?)", *about) if len(about) == 1 else found.also("list_has_any(about, ?)", about)
    found = found.also("act = ?", asked.act).also("outlet = ?", asked.outlet)
    found = found.also("day >= ?", asked.since).also("day <= ?", asked.until).also("confidence >= ?", asked.confidence)
    for word in (asked.words or "").split()[:8]:
        found = found.also("contains(content_lower, lower(?))", word)
    return found
