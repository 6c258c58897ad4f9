"""What an address asks for: its parameters, checked, as the questions that views answer. An empty field asks for nothing."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from fastapi import Query
from pydantic import BeforeValidator

from dateline.records import Act, EventType
from dateline.views.room.article_list import ArticleQuestion
from dateline.views.room.incidents import IncidentQuestion
from dateline.views.room.statement_lines import StatementQuestion

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Standing = Literal["vouched", "claimed", "planned", "hypothetical", "denied"]
Order = Literal["latest", "earliest", "widest"]
Kind = Literal["person", "state", "government_body", "intergovernmental", "armed_group", "company", "outlet", "people", "other"]
TYPES: tuple[str, ...] = get_args(EventType)
ACTS: tuple[str, ...] = get_args(Act)
MOST = 200
"""Characters of what is asked for."""


def _nothing(value: object) -> object:
    return None if value == "" else value


EMPTY = BeforeValidator(_nothing)
Words = Annotated[str | None, EMPTY, Query(max_length=MOST)]
Day = Annotated[date | None, EMPTY, Query(description="YYYY-MM-DD")]
StepName = Annotated[Literal["day", "week", "month"] | None, EMPTY]
PageNumber = Annotated[int, Query(ge=1, le=100_000)]


def incident_question(
    about: Words = None,
    other: Words = None,
    type: Annotated[EventType | None, EMPTY] = None,
    quad: Annotated[Quad | None, EMPTY] = None,
    standing: Annotated[Standing | None, EMPTY] = None,
    since: Day = None,
    until: Day = None,
    story: Words = None,
    country: Words = None,
    outlets: Annotated[int | None, EMPTY, Query(ge=1, le=1000)] = None,
    order: Order = "latest",
) -> IncidentQuestion:
    """Which incidents."""
    return IncidentQuestion(about, other, type, quad, standing, since, until, story, country, outlets, order)


def statement_question(
    speaker: Words = None,
    about: Words = None,
    act: Annotated[Act | None, EMPTY] = None,
    outlet: Words = None,
    since: Day = None,
    until: Day = None,
    words: Words = None,
) -> StatementQuestion:
    """Which statements."""
    return StatementQuestion(speaker, about, act, outlet, since, until, words)


def article_question(outlet: Words = None, since: Day = None, until: Day = None, title: Words = None) -> ArticleQuestion:
    """Which articles."""
    return ArticleQuestion(outlet, since, until, title)
