"""What pages show, as files: CSV, Parquet and JSON lines of lists, GraphML of networks, the brief as HTML and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any, Literal

from fastapi import APIRouter, FastAPI, Response

from dateline.analysis.network import graphml
from dateline.views.brief import brief_of
from dateline.views.brief_html import brief_html
from dateline.views.brief_markdown import brief_markdown
from dateline.views.room.actor_page import actor_list
from dateline.views.room.article_list import article_list
from dateline.views.room.incident_lines import IncidentLine
from dateline.views.room.incidents import incident_list
from dateline.views.room.network_page import network_page
from dateline.views.room.pair_page import pair_list, pair_tension
from dateline.views.room.party import Party
from dateline.views.room.place_page import place_page
from dateline.views.room.positions import proposal_page
from dateline.views.room.reader import Reader
from dateline.views.room.statement_lines import statement_list
from dateline.views.room.story_lines import story_list, story_page
from dateline.views.table_bytes import MEDIA_TYPES, table_bytes
from dateline.views.table_bytes import TableForm as Form
from dateline.web.pages import Articles, Incidents, Iso, Key, Reads, Statements
from dateline.web.problems import PROBLEMS
from dateline.web.questions import Day, Kind, StepName, Words

TABLES = tuple(kind.split(";")[0] for kind in MEDIA_TYPES.values())
KINDS = {"/network.graphml": ("application/graphml+xml",), "/brief.{form}": ("text/html", "text/markdown")}
"""What files are that are no tables."""
MOST = 20_000
"""Rows of one file; `dateline export` writes all of an archive."""


def add_downloads(app: FastAPI) -> None:
    """Register them under `/export`."""
    routes = APIRouter(prefix="/export", tags=["Export"])
    for path, answer in ANSWERS.items():
        name = answer.__name__.strip("_")
        file = {"content": {kind: {} for kind in KINDS.get(path, TABLES)}, "description": "The file"}
        routes.add_api_route(path, answer, response_class=Response, name=name, responses={**PROBLEMS, 200: file})
    app.include_router(routes)


def _file(name: str, rows: Iterable[object], form: Form) -> Response:
    flat = [flat_row(row) for row in rows]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(table_bytes(flat, form), media_type=MEDIA_TYPES[form], headers=headers)


def flat_row(row: object) -> dict[str, object]:
    """A record as one row of a table: parties as names and keys, a quotation as one text, a tuple of words as a list."""
    found: dict[str, object] = {}
    for name, value in _items(row).items():
        if isinstance(value, Party):
            found |= {name: value.name, f"{name}_key": value.key}
        elif isinstance(value, tuple) and value and all(isinstance(one, Party) for one in value):
            found |= {name: [one.name for one in value], f"{name}_keys": [one.key for one in value]}
        elif is_dataclass(value) and not isinstance(value, type):
            found[name] = " ".join(str(part) for part in asdict(value).values() if part)
        else:
            found[name] = list(value) if isinstance(value, tuple) else value
    return found


def _items(row: object) -> Mapping[str, Any]:
    if isinstance(row, Mapping):
        return row
    names = list(getattr(type(row), "__dataclass_fields__", {}))
    return {name: getattr(row, name) for name in names} | ({"label": row.label} if isinstance(row, IncidentLine) else {})


def _incidents(reader: Reads, asked: Incidents, form: Form) -> Response:
    """The incidents asked for."""
    return _file("incidents", incident_list(reader, asked, size=MOST).incidents, form)


def _statements(reader: Reads, asked: Statements, form: Form) -> Response:
    """The statements asked for."""
    return _file("statements", statement_list(reader, asked, size=MOST).statements, form)


def _articles(reader: Reads, asked: Articles, form: Form) -> Response:
    """The articles asked for."""
    return _file("articles", article_list(reader, asked, size=MOST).articles, form)


def _actors(reader: Reads, form: Form, words: Words = None, kind: Kind = None) -> Response:
    """The actors asked for."""
    return _file("actors", actor_list(reader, words or "", kind or "", size=MOST).actors, form)


def _stories(reader: Reads, form: Form) -> Response:
    """All stories of more than one article."""
    return _file("stories", story_list(reader, size=MOST).stories, form)


def _story(reader: Reads, key: Key, form: Form) -> Response:
    """The articles of one story."""
    return _file(f"story-{key}", story_page(reader, key).articles, form)


def _pairs(reader: Reads, form: Form) -> Response:
    """All pairs of states."""
    return _file("pairs", pair_list(reader, size=MOST).pairs, form)


def _pair(reader: Reads, one: Iso, other: Iso, form: Form, by: StepName = None, claimed: bool = False) -> Response:
    """The index of one pair of states by period."""
    periods = pair_tension(reader, one.upper(), other.upper(), by, claimed).periods
    rows = [
        {"start": p.start, "end": p.end, "balance": p.balance, "incidents": p.incidents, "mean": p.mean}
        | dict(zip(("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"), p.quad, strict=True))
        for p in periods
    ]
    return _file(f"index-{one}-{other}", rows, form)


def _positions(reader: Reads, form: Form) -> Response:
    """All positions with their proposals."""
    return _file("positions", positions_rows(reader), form)


def positions_rows(reader: Reader) -> Sequence[Mapping[str, object]]:
    """Each position as a row."""
    query = """
    SELECT p.label AS proposal, d.* EXCLUDE (proposal, evidence_start, evidence_end), d.proposal AS proposal_id
    FROM digest_positions AS d JOIN digest_proposals AS p ON p.id = d.proposal ORDER BY proposal, day, id LIMIT ?
    """
    return reader.select(query, [MOST])


def _proposal(reader: Reads, key: Key, form: Form) -> Response:
    """The stands on one proposal."""
    return _file(f"proposal-{key}", (stand for _, _, told in proposal_page(reader, key).stands for stand in told), form)


def _places(reader: Reads, form: Form, since: Day = None, until: Day = None, about: Words = None) -> Response:
    """The places of events."""
    return _file("places", place_page(reader, since, until, about).places, form)


def _network(reader: Reads, form: Form, since: Day = None, until: Day = None, about: Words = None) -> Response:
    """Who deals with whom, an edge in a row."""
    page = network_page(reader, since, until, about)
    names = page.names
    rows = [asdict(edge) | {"one_name": names[edge.one], "other_name": names[edge.other]} for edge in page.network.edges]
    return _file("network", rows, form)


def _graph(reader: Reads, since: Day = None, until: Day = None, about: Words = None) -> Response:
    """The network as GraphML."""
    text = graphml(network_page(reader, since, until, about).network)
    return Response(
        text, media_type="application/graphml+xml", headers={"Content-Disposition": 'attachment; filename="network.graphml"'}
    )


def _brief(reader: Reads, form: Literal["html", "md"]) -> Response:
    """The whole brief."""
    made = reader.known.get("brief", lambda: brief_of(reader.archive))
    if form == "html":
        return Response(brief_html(made), media_type="text/html; charset=utf-8")
    return Response(brief_markdown(made), media_type="text/markdown; charset=utf-8")


ANSWERS: dict[str, Callable[..., Response]] = {
    "/incidents.{form}": _incidents,
    "/statements.{form}": _statements,
    "/articles.{form}": _articles,
    "/actors.{form}": _actors,
    "/stories.{form}": _stories,
    "/stories/{key}.{form}": _story,
    "/pairs.{form}": _pairs,
    "/pairs/{one}/{other}.{form}": _pair,
    "/positions.{form}": _positions,
    "/positions/{key}.{form}": _proposal,
    "/places.{form}": _places,
    "/network.graphml": _graph,
    "/network.{form}": _network,
    "/brief.{form}": _brief,
}
