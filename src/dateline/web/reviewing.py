"""Pages and forms for reviewing, which are there only with `dateline serve --review NAME`; they work without scripts.

A form is taken only with the token of this server, from its own pages, and in the plain encoding of forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, cast, get_args
from urllib.parse import parse_qsl, quote

from anyio import to_thread
from fastapi import FastAPI, Path, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from jinja2 import Environment

from dateline.archive.corrections.correction import Action, Correction, Kind
from dateline.errors import ArchiveError
from dateline.views.open_records import Asked, correction_object
from dateline.views.room.review_page import KINDS, ReviewPage, review_list
from dateline.web.desk import ArchiveHeld, Desk
from dateline.web.questions import MOST, PageNumber, Words

LONGEST_FORM = 1 << 16
"""Bytes of a form."""
FORM = "application/x-www-form-urlencoded"
FIELD = "field-"
"""What the names of edited fields begin with in a form."""
FRESH = {"Cache-Control": "no-store"}
Key = Annotated[str, Path(min_length=1, max_length=MOST)]
Asking = Annotated[str | None, Query(alias="do", max_length=10)]


class BadForm(Exception):
    """A form that no page of this server has sent."""

    def __init__(self, status: int, problem: str) -> None:
        super().__init__(problem)
        self.status = status


def add_reviewing(app: FastAPI, templates: Environment, desk: Desk) -> None:
    """Register the list, the page of a record, and the forms."""
    templates.globals["reviewer"] = desk.reviewer

    def page(request: Request, template: str, status: int = 200, **shown: Any) -> Response:
        text = templates.get_template(template).render(
            part="Review", archive=desk.room.snapshot.name, path=request.url.path, query=request.url.query, drawing={},
            token=desk.token, **shown,
        )  # fmt: skip
        return HTMLResponse(text, status, headers=FRESH)

    def show_list(request: Request, kind: Words = None, about: Words = None, page_number: PageNumber = 1) -> Response:
        asked = Asked(cast(Kind | None, kind if kind in KINDS else None), about)
        with desk.room.reader() as reader:
            found = review_list(reader.archive, asked, page_number)
        return page(request, "review_list.html", found=found, asked=asked, kinds=KINDS)

    def show_record(request: Request, key: Key, do: Asking = None, back: Words = None) -> Response:
        return page(request, "review.html", one=desk.show(key), do=do, back=local(back), problem=desk.problem)

    async def take(request: Request, key: Key) -> Response:
        try:
            form = await _form(request, desk)
            done = await to_thread.run_sync(lambda: _decided(desk, key, form))
        except BadForm as error:
            return _refused(request, error.status, str(error))
        except ArchiveError as error:
            return await to_thread.run_sync(failed, request, key, form, error)
        if _wants_json(request):
            return JSONResponse(correction_object(done) | {"note": done.note, "problem": desk.problem}, headers=FRESH)
        # Where other pages cannot show it yet, the page of the record says so.
        back = "" if desk.problem else local(form.get("back"))
        return RedirectResponse(back or f"/review/{quote(key, safe='')}", 303, headers=FRESH)

    def failed(request: Request, key: str, form: Mapping[str, str], error: ArchiveError) -> Response:
        status = 503 if isinstance(error, ArchiveHeld) else 422
        if _wants_json(request) or key.isdecimal():
            return _refused(request, status, str(error))
        one: ReviewPage = desk.show(key)
        shown = {"one": one, "do": form.get("action"), "back": local(form.get("back")), "problem": str(error)}
        return page(request, "review.html", status, **shown)

    app.add_api_route("/review", show_list, methods=["GET"], include_in_schema=False, response_model=None)
    app.add_api_route("/review/token", lambda: JSONResponse({"token": desk.token}, headers=FRESH), include_in_schema=False)
    app.add_api_route("/review/{key}", show_record, methods=["GET"], include_in_schema=False, response_model=None)
    app.add_api_route("/review/{key}", take, methods=["POST"], include_in_schema=False, response_model=None)


def local(address: str | None) -> str:
    """An address of this server, as a form may lead back to; nothing where it could be another's."""
    if not address or not address.startswith("/") or address.startswith("//") or "\\" in address or not address.isprintable():
        return ""
    return address


async def _form(request: Request, desk: Desk) -> dict[str, str]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise BadForm(415, "This is no form of this page.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise BadForm(413, "The form is too long.")
    form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    if not desk.knows(form.get("token", "")):
        raise BadForm(403, "The form is older than this server, or not its own: open the page again.")
    return form


def _decided(desk: Desk, key: str, form: Mapping[str, str]) -> Correction:
    action = form.get("action", "")
    if action == "undo" and key.isdecimal():
        return desk.take_back(int(key))
    if action not in get_args(Action):
        raise ArchiveError(f"{action!r} is nothing that can be done with a record (confirm, reject or edit)")
    given = {name.removeprefix(FIELD): value for name, value in form.items() if name.startswith(FIELD)}
    return desk.decide(key, action, form.get("why", ""), given)


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _refused(request: Request, status: int, problem: str) -> Response:
    if _wants_json(request):
        return JSONResponse({"problem": problem}, status, headers=FRESH)
    return HTMLResponse(f"<!doctype html><title>Refused</title><p>{_plain(problem)}</p>", status, headers=FRESH)


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
