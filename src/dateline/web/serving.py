"""Running the server on this machine."""

from __future__ import annotations

import logging
import socket
import threading
import webbrowser
from contextlib import closing
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from dateline.corroboration.renewing import open_archive
from dateline.errors import OldArchive, ServerError
from dateline.web.app import application
from dateline.web.guarding import Guard
from dateline.web.leftovers import remove_leftovers
from dateline.web.loading import load
from dateline.web.room import Room
from dateline.web.working import serve_together

log = logging.getLogger(__name__)
LOCAL = "127.0.0.1"
BACKLOG = 128
"""Connections that wait to be taken."""


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


def serve(archive: Path, bound: socket.socket, *, browse: bool = False, workers: int = 1, reviewer: str = "") -> None:
    """Serve the archive on a bound socket until interrupted. Raises ArchiveError where the archive cannot be read.

    Several workers are processes that make pages, by as many cores, from one copy of the archive. A `reviewer` may correct
    records; there is then one process, in which one correction waits for the other.
    """
    with closing(bound):
        if reviewer and workers > 1:
            raise ServerError("corrections are made by one process (leave out --workers, or --review)")
        remove_leftovers()
        _bring_up_to_date(archive, to_be_written=bool(reviewer))
        bound.listen(BACKLOG)
        if browse:
            threading.Timer(0.5, webbrowser.open, [f"http://{LOCAL}:{bound.getsockname()[1]}/"]).start()
        if workers == 1:
            _serve_alone(archive, bound, reviewer)
        else:
            hosts = _hosts(bound)
            serve_together(archive, workers, lambda app: _run(Guard(app, hosts), bound))


def _bring_up_to_date(archive: Path, *, to_be_written: bool) -> None:
    """Once, and not in each copy. Where the file cannot be written, pages are still made: from copies, which can."""
    try:
        open_archive(archive, read_only=not to_be_written).close()
    except OldArchive as problem:
        log.warning("each copy of it is brought up to date instead: %s", problem)


def _serve_alone(archive: Path, bound: socket.socket, reviewer: str) -> None:
    room = Room(archive)
    # What charts need takes seconds to load, and the first page should not wait for it.
    threading.Thread(target=load, daemon=True, name="dateline-load").start()
    _run(application(room, _hosts(bound), reviewer=reviewer), bound)


def _hosts(bound: socket.socket) -> tuple[str, ...]:
    return hosts_of(bound.getsockname()[1])


def _run(app: ASGIApp, bound: socket.socket) -> None:
    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=3)
    uvicorn.Server(config).run([bound])
