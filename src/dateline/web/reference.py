"""The reference of the API as a page of the room: made from the OpenAPI description, without scripts of others."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from dateline.web.room import Room


def add_reference(app: FastAPI, templates: Environment) -> None:
    """Register it at `/api`."""

    def reference(request: Request) -> HTMLResponse:
        room: Room = request.app.state.room
        page = {"operations": operations(app.openapi())}
        text = templates.get_template("reference.html").render(
            page=page, part="", archive=room.snapshot.name, path="/api", query="", drawing={}
        )
        return HTMLResponse(text)

    app.add_api_route("/api", reference, include_in_schema=False)


def operations(described: dict[str, Any]) -> list[dict[str, Any]]:
    """The operations of an OpenAPI description in its order: address, summary, parameters with their meaning."""
    return [
        {
            "path": path,
            "summary": operation.get("description") or operation.get("summary", ""),
            "parameters": [_parameter(one) for one in operation.get("parameters", ())],
        }
        for path, methods in described["paths"].items()
        for operation in methods.values()
    ]


def _parameter(one: dict[str, Any]) -> dict[str, Any]:
    schema = one.get("schema", {})
    kinds = [schema, *schema.get("anyOf", ())]
    values: list[str] = next((kind["enum"] for kind in kinds if "enum" in kind), [])
    kind = next((kind.get("format") or kind.get("type") for kind in kinds if kind.get("type") not in (None, "null")), "")
    return {"name": one["name"], "in": one["in"], "required": one.get("required", False), "kind": kind, "values": values,
            "default": schema.get("default")}  # fmt: skip
