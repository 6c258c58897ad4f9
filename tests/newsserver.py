"""A small web server for tests, and a clock whose hours pass at once."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """What the server sends; `stall`: seconds of silence before; `cut`: bytes of the body that are left out at its end."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    stall: float = 0.0
    cut: int = 0
    drip: float = 0.0
    drop: bool = False


Respond = Callable[[str, str, Mapping[str, str]], Reply]
"""Host, path with query, headers in small letters: the reply."""


class NewsServer:
    """Answers on a free port of this machine until the `with` block ends."""

    def __init__(self, respond: Respond) -> None:
        self.respond, self.asked = respond, Counter()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]

    def __enter__(self) -> NewsServer:
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


def _handler(news: NewsServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = (self.headers.get("Host") or "").partition(":")[0]
            news.asked[f"{host}{self.path}"] += 1
            reply = news.respond(host, self.path, {k.lower(): v for k, v in self.headers.items()})
            # The client has gone, as it should from a server that stalls.
            with suppress(OSError):
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            time.sleep(reply.stall)
            if reply.drop:
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            body = reply.body[: len(reply.body) - reply.cut]
            if reply.drip:
                for n in range(len(body)):
                    self.wfile.write(body[n : n + 1])
                    time.sleep(reply.drip)
            else:
                self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    return Handler


class FastClock:
    """A clock on which waiting takes no time; it begins on 11 March 2025 at noon, UTC."""

    def __init__(self) -> None:
        self.now, self.slept = 1741694400.0, 0.0

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += max(seconds, 0.0)
        self.slept += max(seconds, 0.0)


def at_home(host: str, port: int) -> tuple[str, ...]:
    """All names lead to this machine."""
    return ("127.0.0.1",)
