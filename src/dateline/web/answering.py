"""Each page as HTML and, under `/api`, the same answer as JSON."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from dateline.web.charts import charts_of
from dateline.web.drawings import drawings_of
from dateline.web.pages import PAGES, Page
from dateline.web.problems import PROBLEMS
from dateline.web.room import Room


def add_pages(app: FastAPI, templates: Environment) -> None:
    """Register all pages and their twins."""
    api = APIRouter(prefix="/api")
    for page in PAGES:
        twin = "" if page.path == "/" else page.path
        name = page.answer.__name__.removeprefix("show_")
        api.add_api_route(twin or "/overview", page.answer, methods=["GET"], name=name, responses=PROBLEMS, tags=[page.name])
        html = _html(page, templates)
        app.add_api_route(page.path, html, methods=["GET"], response_class=HTMLResponse, include_in_schema=False)
    app.include_router(api)


def _html(page: Page, templates: Environment) -> Callable[..., Response]:
    """The page's function with its answer put through the template; asked for with the request beside its own parameters."""
    signature = inspect.signature(page.answer, eval_str=True)
    asking = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)

    @wraps(page.answer)
    def shown(*, request: Request, **asked: Any) -> Response:
        room: Room = request.app.state.room
        snapshot = room.snapshot
        # A browser must not take a page from a server without forms for one of a server with them.
        tag = f'"{snapshot.tag}{"-r" if templates.globals["reviewer"] else ""}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        text = _rendered(page, templates, request, asked)
        return HTMLResponse(text, headers={"ETag": tag, "Cache-Control": "no-cache"})

    rest = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in signature.parameters.values()]
    shown.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [asking.replace(kind=inspect.Parameter.KEYWORD_ONLY), *rest], return_annotation=Response
    )
    del shown.__wrapped__
    return shown


def _rendered(page: Page, templates: Environment, request: Request, asked: dict[str, Any]) -> str:
    room: Room = request.app.state.room
    answer = page.answer(**asked)
    return templates.get_template(page.template).render(
        page=answer, part=page.name, archive=room.snapshot.name, path=request.url.path, query=request.url.query,
        drawing=drawings_of(asked["reader"], answer), charts=charts_of(asked["reader"], answer),
    )  # fmt: skip
