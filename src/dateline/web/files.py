"""The files that pages need: style, script, the bundle of Vega that draws the charts."""

from __future__ import annotations

from importlib import resources

from fastapi import FastAPI, HTTPException
from fastapi.responses import Response

from dateline.views.charts.rendering import javascript_bundle

KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}


def add_files(app: FastAPI) -> None:
    """Register them under `/static`."""
    app.add_api_route("/static/vega.js", _vega, include_in_schema=False)
    app.add_api_route("/static/{name}", _file, include_in_schema=False)
    app.add_api_route("/favicon.ico", _icon, include_in_schema=False)


def _vega() -> Response:
    return Response(javascript_bundle(), media_type=KINDS["js"], headers=FOR_EVER)


def _file(name: str) -> Response:
    folder = resources.files("dateline.web").joinpath("static")
    if name not in {file.name for file in folder.iterdir()}:
        raise HTTPException(404)
    kind = KINDS.get(name.rsplit(".", 1)[-1], "application/octet-stream")
    return Response(folder.joinpath(name).read_bytes(), media_type=kind, headers=FOR_EVER)


def _icon() -> Response:
    return _file("icon.svg")
