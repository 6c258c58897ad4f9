"""What an address asks for: its parameters, checked, as the questions that views answer. An empty field asks for nothing."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, Field

from dateline.records import Act, EventType
from dateline.views.room.article_list import ArticleQuestion
from dateline.views.room.incidents import IncidentQuestion
from dateline.views.room.statement_lines import StatementQuestion

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Standing = Literal["vouched", "claimed", "planned", "hypothetical", "denied"]
Order = Literal["latest", "earliest", "widest"]
KindName = Literal[
    "person", "state", "government_body", "intergovernmental", "armed_group", "company", "outlet", "people", "other"
]
TYPES: tuple[str, ...] = get_args(EventType)
ACTS: tuple[str, ...] = get_args(Act)
MOST = 200
"""Characters of what is asked for."""


def _nothing(value: object) -> object:
    return None if value == "" else value


EMPTY = BeforeValidator(_nothing)
Words = Annotated[Annotated[str, Field(max_length=MOST)] | None, EMPTY]
Day = Annotated[date | None, EMPTY]
Kind = Annotated[KindName | None, EMPTY]
StepName = Annotated[Literal["day", "week", "month"] | None, EMPTY]
PageNumber = Annotated[int, Field(ge=1, le=100_000)]


class IncidentFields(BaseModel):
    """Which incidents, as an address has it."""

    about: Words = None
    other: Words = None
    type: Annotated[EventType | None, EMPTY] = None
    quad: Annotated[Quad | None, EMPTY] = None
    standing: Annotated[Standing | None, EMPTY] = None
    since: Day = None
    until: Day = None
    story: Words = None
    country: Words = None
    outlets: Annotated[Annotated[int, Field(ge=1, le=1000)] | None, EMPTY] = None
    order: Order = "latest"
    page: PageNumber = 1


class StatementFields(BaseModel):
    """Which statements, as an address has it."""

    speaker: Words = None
    about: Words = None
    act: Annotated[Act | None, EMPTY] = None
    outlet: Words = None
    since: Day = None
    until: Day = None
    words: Words = None
    page: PageNumber = 1


class IndexFields(BaseModel):
    """How the index of a pair of states is made: by which periods, and whether what is only claimed counts."""

    by: StepName = None
    claimed: bool = False


def incident_question(asked: Annotated[IncidentFields, Query()]) -> IncidentQuestion:
    """Which incidents."""
    return IncidentQuestion(**asked.model_dump(exclude={"page"}))


def statement_question(asked: Annotated[StatementFields, Query()]) -> StatementQuestion:
    """Which statements."""
    return StatementQuestion(**asked.model_dump(exclude={"page"}))


def article_question(outlet: Words = None, since: Day = None, until: Day = None, title: Words = None) -> ArticleQuestion:
    """Which articles."""
    return ArticleQuestion(outlet, since, until, title)
