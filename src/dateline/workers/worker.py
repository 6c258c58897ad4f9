"""One worker process as its owner sees it: started, asked, replaced when it has ended.

It is a program of its own (`serving`) that talks over its standard input and output. A fork would take over locks that threads of
ours hold, and multiprocessing would run the caller's script again.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from dateline.errors import WorkerError
from dateline.knowledge.own_actors import OwnActors
from dateline.records import Article, Reading

PROGRAM = (sys.executable, "-m", "dateline.workers.serving")
READY = "ready"


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """How the workers read: as `read_articles` has it."""

    model: bool = True
    actors: OwnActors | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an article gave no reading, in a worker's words; `trace` is empty where the message says all."""

    message: str
    trace: str = ""


Result = Reading | Problem


class WorkerEnded(Exception):
    """The process ended while it was asked; `status` is its exit status, negative for a signal."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"ended by signal {-status}" if status < 0 else f"ended with status {status}")


class Worker:
    """Not for several threads at once, but `kill` may be called from any."""

    def __init__(self, options: ReaderOptions, program: Sequence[str] = PROGRAM) -> None:
        self._options, self._program = options, program
        self._process = self._start()
        self._ready = False

    @property
    def process_id(self) -> int:
        return self._process.pid

    def wait_until_ready(self) -> None:
        """Return once the models are loaded. Raises WorkerError where that fails."""
        if self._ready:
            return
        try:
            answer = self._receive()
        except WorkerEnded as ended:
            raise WorkerError(f"a worker process {ended} while it loaded the models (is there memory for it?)") from ended
        if answer != READY:
            raise WorkerError(f"a worker process cannot read: {answer}")
        self._ready = True

    def read(self, articles: Sequence[Article]) -> list[Result]:
        """One result for each article, in order. Raises WorkerEnded, after which the worker is to be replaced."""
        self.wait_until_ready()
        self._send(list(articles))
        found: list[Result] = self._receive()
        return found

    def replace(self) -> None:
        """Start it anew."""
        self.close()
        self._process, self._ready = self._start(), False

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End it and give back its pipes."""
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what could not be sent to a process that is gone
                    pipe.close()

    def _start(self) -> subprocess.Popen[bytes]:
        # In a session of its own it gets no Ctrl-C from the terminal: its owner decides when it ends.
        places = {"PYTHONPATH": os.pathsep.join(place for place in sys.path if place)}  # where its owner found dateline
        process = subprocess.Popen(
            self._program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, env={**os.environ, **places}
        )
        self._process = process
        with suppress(WorkerEnded):  # where it is gone already, the wait for its first answer tells so
            self._send(self._options)
        return process

    def _send(self, message: Any) -> None:
        try:
            pickle.dump(message, self._process.stdin)  # type: ignore[arg-type]
            self._process.stdin.flush()  # type: ignore[union-attr]
        except OSError as error:
            raise WorkerEnded(self._process.wait()) from error

    def _receive(self) -> Any:
        try:
            return pickle.load(self._process.stdout)  # type: ignore[arg-type]
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise WorkerEnded(self._process.wait()) from error
