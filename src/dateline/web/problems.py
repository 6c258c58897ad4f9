"""What goes wrong, said in words: as a page to a reader, as JSON to a program."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from jinja2 import Environment
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from dateline.errors import ArchiveError
from dateline.web.room import Room

log = logging.getLogger(__name__)


class Problem(BaseModel):
    """Why there is no answer."""

    problem: str


PROBLEMS: dict[int | str, dict[str, Any]] = {
    404: {"model": Problem, "description": "There is nothing of that id."},
    422: {"model": Problem, "description": "This cannot be asked."},
}
"""What every address answers beside its answer, as the description of the API has it."""


def add_problems(app: FastAPI, templates: Environment) -> None:
    """Register an answer for each kind of failure."""

    def answered(request: Request, status: int, words: str) -> Response:
        if request.url.path.startswith(("/api", "/export", "/charts")):
            return JSONResponse(Problem(problem=words).model_dump(), status)
        room: Room = request.app.state.room
        text = templates.get_template("problem.html").render(
            status=status, problem=words, part="", archive=room.snapshot.name, path=request.url.path, query="", drawing={}
        )
        return HTMLResponse(text, status)

    async def missing(request: Request, error: Exception) -> Response:
        return answered(request, 404, str(error))

    async def unclear(request: Request, error: Exception) -> Response:
        found = error.errors() if isinstance(error, RequestValidationError) else []
        return answered(request, 422, "; ".join(f"{e['loc'][-1]}: {e['msg']}" for e in found) or "this cannot be asked")

    async def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        words = "there is no such page" if status == 404 else str(getattr(error, "detail", error))
        return answered(request, status, words)

    async def broken(request: Request, error: Exception) -> Response:
        log.error("%s could not be answered", request.url.path, exc_info=error)
        return answered(request, 500, "The page could not be made; the program's log says why.")

    app.add_exception_handler(ArchiveError, missing)
    app.add_exception_handler(RequestValidationError, unclear)
    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(Exception, broken)
