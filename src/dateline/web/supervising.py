"""A process that must not be missing for long: when it ends before its time, that is logged and another one is started."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Protocol

log = logging.getLogger(__name__)
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds before another one is started; doubled each time that one ends soon."""
LOOK = 0.2
"""Seconds between two looks at whether to stop watching."""
SOUND = 60.0
"""Seconds after which a process is held to be sound: the next pause is a short one again."""


class Running(Protocol):
    """A process with the means to end it."""

    @property
    def process(self) -> BaseProcess: ...

    def end(self) -> None: ...


@dataclass
class Supervisor:
    """Keeps one process running, from `start` until `close`. `begin` starts one, in whatever thread."""

    begin: Callable[[], Running]
    first_pause: float = FIRST_PAUSE
    restarts: int = 0
    _closing: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None
    _running: Running | None = None

    def start(self) -> None:
        """Start the process, and watch it in a thread."""
        self._running = self.begin()
        self._thread = threading.Thread(target=self._watch, name="dateline-supervisor", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the process and stop watching."""
        self._closing.set()
        if self._thread:
            self._thread.join()
        if self._running:
            self._running.end()

    def _watch(self) -> None:
        pause = self.first_pause
        while not self._closing.is_set():
            began = time.monotonic()
            while not self._has_ended():
                if self._closing.is_set():
                    return
            pause = self.first_pause if time.monotonic() - began > SOUND else pause
            self._report(pause)
            if self._closing.wait(pause):
                return
            pause = min(2 * pause, LONGEST_PAUSE)
            self._begin_again()

    def _has_ended(self) -> bool:
        return self._running is None or bool(wait([self._running.process.sentinel], LOOK))

    def _report(self, pause: float) -> None:
        if self._running is None:
            return  # the last try to start it failed, and was logged
        ended = self._running.process
        ended.join(LOOK)
        log.error("%s ended unexpectedly (status %s); another is started in %g s", ended.name, ended.exitcode, pause)

    def _begin_again(self) -> None:
        if self._running:
            self._running.end()
            self._running = None
        try:
            self._running = self.begin()
            self.restarts += 1
        except Exception:
            log.exception("a process could not be started again; it is tried once more later")
