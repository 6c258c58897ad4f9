"""Running the server on this machine."""

from __future__ import annotations

import logging
import socket
import threading
import webbrowser
from contextlib import closing
from pathlib import Path

import uvicorn

from dateline.errors import ServerError
from dateline.views.charts.rendering import javascript_bundle
from dateline.web.app import application
from dateline.web.room import Room

log = logging.getLogger(__name__)
LOCAL = "127.0.0.1"


def hosts_of(port: int) -> tuple[str, ...]:
    """The names under which a browser on this machine finds the server."""
    names = ("127.0.0.1", "localhost", "[::1]")
    return tuple(f"{name}:{port}" for name in names) + (names if port == 80 else ())


def bound_socket(port: int) -> socket.socket:
    """A socket on this machine's own address, which no other machine reaches; port 0 takes any that is free.

    Raises ServerError where another program has the port.
    """
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((LOCAL, port))
    except OSError as error:
        taken.close()
        raise ServerError(f"port {port} of {LOCAL} cannot be had: {error.strerror} (choose another with --port)") from error
    return taken


def serve(archive: Path, bound: socket.socket, *, browse: bool = False) -> None:
    """Serve the archive on a bound socket until interrupted. Raises ArchiveError where the archive cannot be read."""
    with closing(bound):
        port = bound.getsockname()[1]
        room = Room(archive)
        # The bundle takes seconds to make, and the first page should not wait for it.
        threading.Thread(target=javascript_bundle, daemon=True, name="dateline-bundle").start()
        if browse:
            threading.Timer(0.5, webbrowser.open, [f"http://{LOCAL}:{port}/"]).start()
        config = uvicorn.Config(
            application(room, hosts_of(port)), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=3
        )
        uvicorn.Server(config).run([bound])
