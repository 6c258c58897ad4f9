"""Whole answers, kept as long as the archive does not change: what somebody has seen is sent again, not made again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST = 64 << 20
"""Bytes of all answers kept; those that nobody asked for longest go first."""
LARGEST = 1 << 20
"""Bytes of one answer that is kept."""
Key = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was sent of a page; `tag` says of which state of the archive it is."""

    tag: str
    messages: tuple[Message, ...]
    size: int


class Kept:
    """Wraps the application: an answer with an ETag that names the state of the archive, `tag`, is made once.

    It belongs to one event loop.
    """

    def __init__(self, app: ASGIApp, tag: Callable[[], str]) -> None:
        self._app, self._tag = app, tag
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        tag, key = f'"{self._tag()}"', (scope["path"], scope["query_string"])
        if Headers(scope=scope).get("if-none-match") == tag and (kept := self._found(key, tag)):
            await _unchanged(kept, send)
        elif kept := self._found(key, tag):
            for message in kept.messages:
                await send(dict(message))
        else:
            await self._made(scope, receive, send, key)

    def _found(self, key: Key, tag: str) -> Answer | None:
        kept = self._answers.get(key)
        if kept is None or kept.tag != tag:
            return None
        self._answers.move_to_end(key)
        return kept

    async def _made(self, scope: Scope, receive: Receive, send: Send, key: Key) -> None:
        sent: list[Message] = []
        size = 0

        async def noted(message: Message) -> None:
            nonlocal size
            size += len(message.get("body", b""))
            if size <= LARGEST:
                # What comes after may change the message.
                sent.append({**message, "headers": list(message["headers"])} if "headers" in message else message)
            await send(message)

        await self._app(scope, receive, noted)
        if size <= LARGEST:
            self._keep(key, sent, size)

    def _keep(self, key: Key, sent: Sequence[Message], size: int) -> None:
        """Keep what was sent if it is of the present state: a page that took long may be of the one before."""
        start = sent[0] if sent else {}
        tag = Headers(raw=list(start.get("headers", ()))).get("etag")
        if start.get("status") != 200 or tag != f'"{self._tag()}"':
            return
        old = self._answers.pop(key, None)
        self._answers[key] = Answer(tag, tuple(sent), size)
        self._size += size - (old.size if old else 0)
        while self._size > MOST:
            self._size -= self._answers.popitem(last=False)[1].size


async def _unchanged(kept: Answer, send: Send) -> None:
    headers = [(b"etag", kept.tag.encode())]
    await send({"type": "http.response.start", "status": 304, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
