"""A server of several processes: this one takes the requests, workers make the pages, one more makes the copies they read."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from types import FrameType

from starlette.types import ASGIApp

from dateline.archive.connection import connect
from dateline.errors import ServerError
from dateline.web.app import make_app
from dateline.web.copying import keep_copies
from dateline.web.dispatching import Dispatcher, answer
from dateline.web.keeping import Kept
from dateline.web.loading import load_for_pages, stays_loaded
from dateline.web.publishing import NewestTag, newest, publish
from dateline.web.room import SharedRoom
from dateline.web.snapshot import PREFIX, make_copy
from dateline.web.warming import warm_up

log = logging.getLogger(__name__)
ENDING = 10.0
"""Seconds that a process has to finish what it does."""
WAITING = 0.1
"""Seconds between two looks at whether the first copy is there."""
Run = Callable[[ASGIApp], None]


def serve_together(archive: Path, workers: int, run: Run) -> None:
    """Run the application that hands its requests to workers until it ends.

    Raises ArchiveError where the archive cannot be read, ServerError where a worker ends before.
    """
    # Nothing is started for an archive that is none.
    connect(archive, read_only=True).close()
    # Matrices are small: to share out one among cores that make pages already only costs more.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with _ended_in_order(), tempfile.TemporaryDirectory(prefix=PREFIX) as name:
        folder = Path(name)
        with _started(_work, [(folder,)] * workers) as made:
            publish(folder, make_copy(archive, folder))
            _await(made)
            with _started(_keep, [(archive, folder)]) as keeping:
                _run(run, folder, [*made, *keeping], len(made))


Started = tuple[SpawnProcess, Connection]


def _run(run: Run, folder: Path, processes: Sequence[Started], workers: int) -> None:
    """All end when one does: a room that answers half of the time would be worse than none."""
    failed: list[bool] = []

    def ended() -> None:
        failed.append(True)
        signal.raise_signal(signal.SIGINT)

    try:
        run(Kept(Dispatcher([connection for _, connection in processes[:workers]], ended), NewestTag(folder)))
    except KeyboardInterrupt:
        if not failed:
            raise
    if failed:
        names = [process.name for process, _ in processes if process.exitcode]
        raise ServerError(f"{', '.join(names) or 'a worker'} ended unexpectedly (run it with one worker to see why)")


@contextmanager
def _started(target: Callable[..., None], arguments: Sequence[tuple[Path, ...]]) -> Iterator[list[Started]]:
    """A process for each of these, which ends when its connection is closed."""
    context = multiprocessing.get_context("spawn")
    started: list[Started] = []
    try:
        for number, given in enumerate(arguments):
            started.append(_start(context, target, f"dateline-room-{number}", given))
        yield started
    finally:
        for _, connection in started:
            connection.close()
        for process, _ in started:
            process.join(ENDING)
            process.terminate()
            process.join()


def _start(context: SpawnContext, target: Callable[..., None], name: str, given: tuple[Path, ...]) -> Started:
    here, there = context.Pipe()
    process = context.Process(target=target, args=(there, *given), name=name, daemon=True)
    # Ctrl-C reaches all processes of a terminal, but these end when the one that takes requests does.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, before)
    there.close()
    return process, here


def _await(started: Sequence[Started]) -> None:
    """Wait until each has said that it is ready."""
    for process, connection in started:
        if connection not in wait([connection, process.sentinel]) or not _is_ready(connection):
            raise ServerError(f"{process.name} could not be started (run it with one worker to see why)")


def _is_ready(connection: Connection) -> bool:
    try:
        return bool(connection.recv())
    except EOFError:
        return False


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """A signal that ends the program lets it end its processes and delete its copies."""

    def ended(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, ended)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _work(connection: Connection, folder: Path) -> None:
    """Make pages."""
    load_for_pages()
    while newest(folder) is None:
        if connection.poll(WAITING):
            return
    room = SharedRoom(folder, warm_up)
    asyncio.run(_answer(connection, room))


async def _answer(connection: Connection, room: SharedRoom) -> None:
    app = make_app(room, watch=True)
    async with app.router.lifespan_context(app):
        stays_loaded()
        connection.send(True)
        await answer(connection, app)
        # Threads that still make pages for nobody are not waited for, and the copies are another's.
        os._exit(0)


def _keep(connection: Connection, archive: Path, folder: Path) -> None:
    """Make copies."""
    keep_copies(archive, folder, connection)


__all__ = ["serve_together"]
