"""The charts: each as a Vega-Lite specification for the page's script, and as SVG and PNG for everybody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, FastAPI, HTTPException, Query, Response
from fastapi.responses import JSONResponse

from dateline.analysis.change_points import ChangePoint, change_points
from dateline.analysis.periods import Step, fitting_step
from dateline.analysis.statement_flow import statement_flow
from dateline.analysis.story_streams import story_streams
from dateline.analysis.tension import Period, Tension
from dateline.analysis.volume import period_of, volume
from dateline.views.charts import Chart, statements_chart, stories_chart, tension_chart, themed, volume_chart
from dateline.views.charts.rendering import png, svg
from dateline.views.room.actor_page import ActorPage
from dateline.views.room.overview import Overview
from dateline.views.room.pair_page import PairPage, pair_tension, state
from dateline.views.room.reader import Reader
from dateline.views.room.story_lines import StoryList
from dateline.web.addresses import incidents_address
from dateline.web.pages import Iso, Key, Reads
from dateline.web.problems import PROBLEMS
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
    return _index_chart(index, changes, (state(reader, index.one).name, state(reader, index.other).name))


def _index_chart(index: Tension, changes: Sequence[ChangePoint], names: tuple[str, str]) -> Chart:
    return tension_chart(index, changes, names=names, link=lambda period: _between(index, period))


def _between(index: Tension, period: Period) -> str:
    """The incidents of the two in this period."""
    return incidents_address(about=index.one, other=index.other, since=period.start, until=period.end)


def volume_of(reader: Reader, party: str | None = None) -> Chart:
    """Events over time by quad class."""
    periods = volume(reader, fitting(reader), party=party)
    return volume_chart(periods, link=lambda period: incidents_address(since=period.start, until=period.end))


def stories_of(reader: Reader) -> Chart:
    """The foremost stories over their own time, which may be far less than that of the archive."""
    streams = story_streams(reader, fitting(reader))
    if streams:
        bounds = min(s.first for s in streams), max(s.last for s in streams)
        streams = story_streams(reader, fitting_step(*bounds), since=bounds[0], until=bounds[1])
    return stories_chart(streams, link=lambda s: f"/stories/{s.story}")


def statements_of(reader: Reader, identity: str) -> Chart:
    """How much an actor said over time."""
    return statements_chart(statement_flow(reader, fitting(reader), identity=identity))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A chart that is asked for: the key under which it is kept as long as the archive does not change, and how it is made."""

    key: tuple[Any, ...]
    make: Callable[[Reader], Chart]

    def chart(self, reader: Reader) -> Chart:
        return reader.known.get(("chart", *self.key), lambda: self.make(reader))

    def picture(self, reader: Reader, form: Literal["svg", "png"], dark: bool) -> str | bytes:
        draw: Callable[..., str | bytes] = svg if form == "svg" else png
        return reader.known.get((form, dark, *self.key), lambda: draw(self.chart(reader), dark=dark))


VOLUME = _Asked(("volume",), volume_of)
STORIES = _Asked(("stories",), stories_of)


def _tension_asked(one: str, other: str, by: Step | None, claimed: bool) -> _Asked:
    return _Asked(("tension", one, other, by, claimed), lambda reader: tension_of(reader, one, other, by, claimed))


def _tension_shown(page: PairPage) -> _Asked:
    """That of a page, made of what the page has worked out already."""
    index, changes, names = page.tension, [change.point for change in page.changes], (page.one.name, page.other.name)
    key = ("tension", index.one, index.other, index.by, page.claimed)
    return _Asked(key, lambda _: _index_chart(index, changes, names))


def _statements_asked(key: str) -> _Asked:
    return _Asked(("said", key), lambda reader: statements_of(reader, key))


def charts_of(reader: Reader, page: object) -> dict[str, Chart]:
    """The charts that go with what a page shows, by name, for their headlines and tables."""
    if isinstance(page, Overview):
        return {"stories": STORIES.chart(reader), "volume": VOLUME.chart(reader)}
    if isinstance(page, StoryList):
        return {"stories": STORIES.chart(reader)}
    if isinstance(page, PairPage):
        return {"tension": _tension_shown(page).chart(reader)}
    if isinstance(page, ActorPage) and page.said and not page.party.is_state:
        return {"statements": _statements_asked(page.party.key).chart(reader)}
    return {}


def add_charts(app: FastAPI) -> None:
    """Register the charts."""
    routes = APIRouter(prefix="/charts", tags=["Charts"])
    drawn = {"content": {kind: {} for kind in ("application/json", "image/svg+xml", "image/png")}, "description": "The chart"}
    for path, answer in CHARTS.items():
        name = answer.__name__.strip("_")
        routes.add_api_route(path, answer, response_class=Response, name=name, responses={**PROBLEMS, 200: drawn})
    app.include_router(routes)


def _tension(
    reader: Reads, one: Iso, other: Iso, form: Form, index: Annotated[IndexFields, Query()], dark: Dark = False
) -> Response:
    if one.upper() == other.upper():
        raise HTTPException(404, "a pair is two states")
    return _drawn(reader, _tension_asked(one.upper(), other.upper(), index.by, index.claimed), form, dark)


def _volume(reader: Reads, form: Form, dark: Dark = False) -> Response:
    return _drawn(reader, VOLUME, form, dark)


def _stories(reader: Reads, form: Form, dark: Dark = False) -> Response:
    return _drawn(reader, STORIES, form, dark)


def _statements(reader: Reads, key: Key, form: Form, dark: Dark = False) -> Response:
    return _drawn(reader, _statements_asked(key), form, dark)


CHARTS: dict[str, Callable[..., Response]] = {
    "/tension/{one}/{other}.{form}": _tension,
    "/volume.{form}": _volume,
    "/stories.{form}": _stories,
    "/statements/{key}.{form}": _statements,
}


def _drawn(reader: Reader, asked: _Asked, form: Form, dark: bool) -> Response:
    """The chart in the form asked for."""
    if form == "json":
        return JSONResponse(themed(asked.chart(reader), dark=dark))
    kind = "image/svg+xml" if form == "svg" else "image/png"
    return Response(asked.picture(reader, form, dark), media_type=kind)
