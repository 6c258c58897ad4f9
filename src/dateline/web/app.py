"""The application: all pages, their twins, charts, downloads and files over one room."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from anyio import to_thread
from fastapi import FastAPI
from starlette.types import ASGIApp

from dateline._version import __version__
from dateline.web.answering import add_pages
from dateline.web.charts import add_charts
from dateline.web.downloads import add_downloads
from dateline.web.files import add_files
from dateline.web.guarding import Guard
from dateline.web.keeping import Kept
from dateline.web.problems import add_problems
from dateline.web.reference import add_reference
from dateline.web.room import Room
from dateline.web.templating import environment

AT_ONCE = 4
"""Pages that are made at once: more threads only keep each other from the interpreter."""


def application(room: Room, hosts: Iterable[str], *, watch: bool = True, reviewer: str = "") -> ASGIApp:
    """The reading room as an ASGI application that answers to these hosts ("127.0.0.1:8000") only.

    With `watch` it looks every few seconds whether the archive has changed. With a `reviewer` records can be corrected in that
    name; without, it only reads. The room is closed with the application.
    """
    app = make_app(room, watch=watch, reviewer=reviewer)
    return Guard(Kept(app, lambda: room.snapshot.tag), hosts, takes_forms=bool(reviewer))


def make_app(room: Room, *, watch: bool = False, reviewer: str = "") -> FastAPI:
    """The application without the guard at its door."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
        if watch:
            room.watch()
            _build_routes(app)
        yield
        room.close()

    app = FastAPI(
        title="dateline reading room", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None,
        openapi_url="/api/openapi.json", description="All that the pages show, as JSON. It only reads.",
    )  # fmt: skip
    app.state.room = room
    templates = environment()
    if reviewer:
        # Half a second of imports that a room for reading has no use for.
        from dateline.web.desk import Desk
        from dateline.web.reviewing import add_reviewing

        add_reviewing(app, templates, Desk(room, reviewer))
    add_pages(app, templates)
    add_charts(app)
    add_downloads(app)
    add_files(app)
    add_reference(app, templates)
    add_problems(app, templates)
    return app


def _build_routes(app: FastAPI) -> None:
    """FastAPI builds the routes of routers that are included when a request comes that far: the first would wait for them."""
    for route in app.router.routes:
        route.matches({"type": "http", "method": "GET", "path": "/nowhere", "root_path": "", "headers": []})
