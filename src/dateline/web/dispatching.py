"""Several processes that make pages: one process takes the requests, and each goes to the one that has least to do.

Processes that take requests themselves share them badly: one may get all connections while the others wait.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any

from starlette.types import Message, Receive, Scope, Send

log = logging.getLogger(__name__)
AT_ONCE = 2
"""Requests that one process answers at a time: a page takes no longer for a download beside it than it must."""
PASSED_ON = (
    "type", "asgi", "http_version", "method", "scheme", "path", "raw_path", "query_string", "root_path", "headers", "client",
    "server",
)  # fmt: skip
"""What of a request another process is told."""


class Line:
    """A connection to one process, over which several requests are answered at once, each message with the request's number."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers = itertools.count()
        self._waiting: dict[int, asyncio.Queue[Message | None]] = {}

    @property
    def busy(self) -> int:
        """Requests that it answers now."""
        return len(self._waiting)

    def listen(self, ended: Callable[[], None]) -> None:
        """Take what comes, in the running loop, until the other end is closed."""
        loop = asyncio.get_running_loop()

        def heard() -> None:
            try:
                number, message = self._connection.recv()
            except (EOFError, OSError):
                loop.remove_reader(self._connection.fileno())
                for waiting in self._waiting.values():
                    waiting.put_nowait(None)
                ended()
            else:
                if number in self._waiting:
                    self._waiting[number].put_nowait(message)

        loop.add_reader(self._connection.fileno(), heard)

    async def ask(self, scope: Scope, send: Send) -> None:
        """Have the request answered there; what has no body needs no more than its head."""
        number = next(self._numbers)
        answers = self._waiting[number] = asyncio.Queue()
        try:
            self._connection.send((number, {name: scope[name] for name in PASSED_ON if name in scope}))
            while message := await answers.get():
                await send(message)
                if message["type"] == "http.response.body" and not message.get("more_body"):
                    return
            raise ConnectionError("the process that made the page has ended")
        finally:
            del self._waiting[number]


class Dispatcher:
    """The application as the process that takes requests sees it. `ended` is called when one of the others has ended."""

    def __init__(self, connections: Sequence[Connection], ended: Callable[[], None]) -> None:
        self._lines = [Line(connection) for connection in connections]
        self._ended = ended
        self._free = asyncio.Semaphore(AT_ONCE * len(self._lines))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            async with self._free:
                await min(self._lines, key=lambda line: line.busy).ask(scope, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        for line in self._lines:
            line.listen(self._ended)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})


async def answer(connection: Connection, app: Any) -> None:
    """Answer what comes over the connection with this application, until the other end is closed."""
    loop, tasks, closed = asyncio.get_running_loop(), set[asyncio.Task[None]](), asyncio.Event()

    def heard() -> None:
        try:
            number, scope = connection.recv()
        except (EOFError, OSError):
            loop.remove_reader(connection.fileno())
            closed.set()
        else:
            task = loop.create_task(_answered(connection, app, number, scope))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    loop.add_reader(connection.fileno(), heard)
    await closed.wait()
    for task in tasks:
        task.cancel()


async def _answered(connection: Connection, app: Any, number: int, scope: Scope) -> None:
    asked = answered = False

    async def receive() -> Message:
        nonlocal asked
        if asked:
            # Whether the reader has gone is known to the other process alone.
            await asyncio.Event().wait()
        asked = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal answered
        answered = True
        connection.send((number, message))

    try:
        await app(scope, receive, send)
    except Exception:
        # What it has answered with an error it has logged already.
        if not answered:
            log.exception("%s could not be answered", scope["path"])
            connection.send((number, None))
