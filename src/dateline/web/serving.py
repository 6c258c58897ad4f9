"""Running the server on this machine."""

from __future__ import annotations

import logging
import multiprocessing
import multiprocessing.connection
import signal
import socket
import sys
import threading
import webbrowser
from contextlib import closing
from pathlib import Path

import uvicorn

from dateline.archive import open_archive
from dateline.errors import DatelineError, ServerError
from dateline.views.charts.rendering import javascript_bundle
from dateline.web.app import application
from dateline.web.room import Room

log = logging.getLogger(__name__)
LOCAL = "127.0.0.1"
BACKLOG = 128
"""Connections that wait to be taken."""
ENDING = 10.0
"""Seconds that a process has to finish what it does."""
FAILED = 2


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

    Several workers are processes of their own, each with its own copy of the archive: pages are made by as many cores. A
    `reviewer` may correct records; there is then one process, in which one correction waits for the other.
    """
    with closing(bound):
        if reviewer and workers > 1:
            raise ServerError("corrections are made by one process (leave out --workers, or --review)")
        bound.listen(BACKLOG)
        if browse:
            threading.Timer(0.5, webbrowser.open, [f"http://{LOCAL}:{bound.getsockname()[1]}/"]).start()
        if workers == 1:
            _serve(archive, bound, reviewer)
        else:
            _serve_together(archive, bound, workers)


def _serve(archive: Path, bound: socket.socket, reviewer: str = "") -> None:
    if reviewer:
        # An archive of an older version is brought up to date before anybody corrects it.
        open_archive(archive).close()
    room = Room(archive)
    # The bundle takes seconds to make, and the first page should not wait for it.
    threading.Thread(target=javascript_bundle, daemon=True, name="dateline-bundle").start()
    app = application(room, hosts_of(bound.getsockname()[1]), reviewer=reviewer)
    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=3)
    uvicorn.Server(config).run([bound])


def _serve_together(archive: Path, bound: socket.socket, workers: int) -> None:
    """All end when one does: a room that answers half of the time would be worse than none."""
    spawning = multiprocessing.get_context("spawn")
    processes = [spawning.Process(target=_work, args=(archive, bound), name=f"dateline-room-{n}") for n in range(workers)]
    try:
        for process in processes:
            process.start()
        multiprocessing.connection.wait([process.sentinel for process in processes])
    except KeyboardInterrupt:
        log.info("stopped")
    finally:
        for process in processes:
            process.terminate()
            process.join(ENDING)
    # Ended by the signal that this function sends is no failure.
    if failed := [process.name for process in processes if process.exitcode not in (0, -signal.SIGTERM)]:
        raise ServerError(f"{', '.join(failed)} ended unexpectedly (run it with one worker to see why)")


def _work(archive: Path, bound: socket.socket) -> None:
    """One process of several: what its archive lacks, it says on standard error, and ends."""
    try:
        _serve(archive, bound)
    except DatelineError as error:
        sys.stderr.write(f"dateline: {error}\n")
        raise SystemExit(FAILED) from None
    except KeyboardInterrupt:
        log.info("stopped")
