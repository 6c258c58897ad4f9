"""A server of several processes: this one takes the requests, workers make the pages, one more makes the copies they read."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
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
from dateline.web.leftovers import make_folder, remove_folder
from dateline.web.loading import load_for_pages, stays_loaded
from dateline.web.publishing import NewestTag, newest, publish
from dateline.web.room import SharedRoom
from dateline.web.snapshot import make_copy
from dateline.web.supervising import Supervisor
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
    with _ended_in_order(), _own_folder() as folder, _started(_work, [(folder,)] * workers) as made:
        publish(folder, make_copy(archive, folder))
        _await(made)
        with _kept_running(_keep, "dateline-room-keeper", (archive, folder)):
            _run(run, folder, made)


@dataclass(frozen=True, slots=True)
class Child:
    """A process, which ends when its connection is closed."""

    process: SpawnProcess
    connection: Connection

    def end(self) -> None:
        self.connection.close()
        self.process.join(ENDING)
        self.process.terminate()
        self.process.join()


@contextmanager
def _own_folder() -> Iterator[Path]:
    folder = make_folder(Path(tempfile.gettempdir()))
    try:
        yield folder
    finally:
        remove_folder(folder)


@contextmanager
def _kept_running(target: Callable[..., None], name: str, arguments: tuple[Path, ...]) -> Iterator[Supervisor]:
    """A process that makes no pages: when it ends unexpectedly it is logged, and another one is started."""
    context = multiprocessing.get_context("spawn")
    supervisor = Supervisor(lambda: _start(context, target, name, arguments))
    supervisor.start()
    try:
        yield supervisor
    finally:
        supervisor.close()


def _run(run: Run, folder: Path, workers: Sequence[Child]) -> None:
    """All end when one that makes pages does: a room that answers half of the time would be worse than none."""
    failed: list[bool] = []

    def ended() -> None:
        failed.append(True)
        signal.raise_signal(signal.SIGINT)

    try:
        run(Kept(Dispatcher([worker.connection for worker in workers], ended), NewestTag(folder)))
    except KeyboardInterrupt:
        if not failed:
            raise
    if failed:
        names = [worker.process.name for worker in workers if worker.process.exitcode]
        raise ServerError(f"{', '.join(names) or 'a worker'} ended unexpectedly (run it with one worker to see why)")


@contextmanager
def _started(target: Callable[..., None], arguments: Sequence[tuple[Path, ...]]) -> Iterator[list[Child]]:
    """A process for each of these."""
    context = multiprocessing.get_context("spawn")
    started: list[Child] = []
    try:
        for number, given in enumerate(arguments):
            started.append(_start(context, target, f"dateline-room-{number}", given))
        yield started
    finally:
        for one in started:
            one.connection.close()
        for one in started:
            one.end()


def _start(context: SpawnContext, target: Callable[..., None], name: str, given: tuple[Path, ...]) -> Child:
    here, there = context.Pipe()
    process = context.Process(target=target, args=(there, *given), name=name, daemon=True)
    with _without_interrupts():
        process.start()
    there.close()
    return Child(process, here)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Ctrl-C reaches all processes of a terminal, but these end when the one that takes requests does."""
    if threading.current_thread() is not threading.main_thread():
        # Only the main thread may say so; a process that is started again says it of itself.
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _await(started: Sequence[Child]) -> None:
    """Wait until each has said that it is ready."""
    for one in started:
        if one.connection not in wait([one.connection, one.process.sentinel]) or not _is_ready(one.connection):
            raise ServerError(f"{one.process.name} could not be started (run it with one worker to see why)")


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
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keep_copies(archive, folder, connection)


__all__ = ["serve_together"]
