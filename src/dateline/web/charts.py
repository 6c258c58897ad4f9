"""The charts: each as a Vega-Lite specification for the page's script, and as SVG and PNG for everybody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, FastAPI, HTTPException, Query, Response
from fastapi.responses import JSONResponse

from dateline.analysis.change_points import change_points
from dateline.analysis.periods import Step, fitting_step
from dateline.analysis.statement_flow import statement_flow
from dateline.analysis.story_streams import story_streams
from dateline.analysis.tension import Period, Tension
from dateline.analysis.volume import period_of, volume
from dateline.views.charts import Chart, statements_chart, stories_chart, tension_chart, themed, volume_chart
from dateline.views.charts.rendering import png, svg
from dateline.views.room.pair_page import pair_tension, state
from dateline.views.room.reader import Reader
from dateline.web.addresses import incidents_address
from dateline.web.pages import Iso, Key, Reads
from dateline.web.questions import IndexFields

Form = Literal["json", "svg", "png"]
Dark = Annotated[bool, Query(description="in colours for a dark page")]


def fitting(reader: Reader) -> Step:
    """The step that fits the whole time of the archive."""
    period = period_of(reader)
    return fitting_step(*period) if period else "week"


def tension_of(reader: Reader, one: str, other: str, by: Step | None, claimed: bool) -> Chart:
    """The index of a pair of states with its ruptures."""
    index = pair_tension(reader, one, other, by, claimed)
    changes = change_points(reader, index, claimed=claimed)
    names = state(reader, index.one).name, state(reader, index.other).name
    return tension_chart(index, changes, names=names, link=lambda p: _between(index, p))


def _between(index: Tension, period: Period) -> str:
    """The incidents of the two in this period."""
    return incidents_address(about=index.one, other=index.other, since=period.start, until=period.end)


def volume_of(reader: Reader, party: str | None = None) -> Chart:
    """Events over time by quad class."""
    periods = volume(reader, fitting(reader), party=party)
    return volume_chart(periods, link=lambda period: incidents_address(since=period.start, until=period.end))


def stories_of(reader: Reader) -> Chart:
    """The foremost stories as a stream over time."""
    return stories_chart(story_streams(reader, fitting(reader)), link=lambda s: f"/stories/{s.story}")


def statements_of(reader: Reader, identity: str) -> Chart:
    """How much an actor said over time."""
    return statements_chart(statement_flow(reader, fitting(reader), identity=identity))


def add_charts(app: FastAPI) -> None:
    """Register the charts."""
    routes = APIRouter(prefix="/charts", tags=["Charts"])
    routes.add_api_route("/tension/{one}/{other}.{form}", _tension, response_class=Response, name="tension")
    routes.add_api_route("/volume.{form}", _volume, response_class=Response, name="volume")
    routes.add_api_route("/stories.{form}", _stories, response_class=Response, name="stories")
    routes.add_api_route("/statements/{key}.{form}", _statements, response_class=Response, name="statements")
    app.include_router(routes)


def _tension(
    reader: Reads, one: Iso, other: Iso, form: Form, index: Annotated[IndexFields, Query()], dark: Dark = False
) -> Response:
    if one.upper() == other.upper():
        raise HTTPException(404, "a pair is two states")
    key = ("tension", one.upper(), other.upper(), index.by, index.claimed)
    return _drawn(reader, key, form, dark, lambda: tension_of(reader, one.upper(), other.upper(), index.by, index.claimed))


def _volume(reader: Reads, form: Form, dark: Dark = False) -> Response:
    return _drawn(reader, ("volume",), form, dark, lambda: volume_of(reader))


def _stories(reader: Reads, form: Form, dark: Dark = False) -> Response:
    return _drawn(reader, ("stories",), form, dark, lambda: stories_of(reader))


def _statements(reader: Reads, key: Key, form: Form, dark: Dark = False) -> Response:
    return _drawn(reader, ("said", key), form, dark, lambda: statements_of(reader, key))


def _drawn(reader: Reader, key: tuple[Any, ...], form: Form, dark: bool, make: Callable[[], Chart]) -> Response:
    """The chart in the form asked for, kept as long as the archive does not change."""
    chart = reader.known.get(("chart", *key), make)
    if form == "json":
        return JSONResponse(themed(chart, dark=dark))
    if form == "svg":
        return Response(reader.known.get(("svg", dark, *key), lambda: svg(chart, dark=dark)), media_type="image/svg+xml")
    return Response(reader.known.get(("png", dark, *key), lambda: png(chart, dark=dark)), media_type="image/png")
