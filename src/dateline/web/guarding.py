"""What the server refuses, and the headers that tell a browser what a page may do.

An archive holds hostile text, and a page in another tab can send requests to 127.0.0.1: so nothing but the server's own
files may run, no other site may frame or read a page, and a request that names another host (DNS rebinding) gets none.
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
READING = ("GET", "HEAD")
FORMS = "/review/"
"""Where forms go, with their token, when somebody reviews."""
LONGEST_ADDRESS = 4096
"""Bytes of a query; a longer one is nobody's question."""


class Guard:
    """Wraps the application: checks host and method first, adds the headers last."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], *, takes_forms: bool = False) -> None:
        self._app = app
        self._takes_forms = takes_forms
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await (refusal or self._app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        host = Headers(scope=scope).get("host", "").lower()
        if host not in self._hosts:
            return PlainTextResponse(f"This server answers to {', '.join(sorted(self._hosts))} only.\n", 421)
        if self._takes_forms and scope["method"] == "POST" and scope["path"].startswith(FORMS):
            return _foreign(Headers(scope=scope), host)
        if scope["method"] not in READING:
            return PlainTextResponse("The reading room only reads.\n", 405, {"Allow": ", ".join(READING)})
        if len(scope["query_string"]) > LONGEST_ADDRESS:
            return PlainTextResponse("The address is too long.\n", 414)
        return None


def _foreign(headers: Headers, host: str) -> PlainTextResponse | None:
    """The refusal of a form that a page of another site has sent, as far as the browser says so; the token says the rest.

    Our own pages send the origin "null", since they send no referrer; a browser then says in Sec-Fetch-Site whose page it was.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site not in (None, "same-origin") or origin not in (None, "null", f"http://{host}"):
        return PlainTextResponse("A form of another site is not taken.\n", 403)
    return None
