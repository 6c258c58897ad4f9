"""The room in which readers sit: the newest copy of the archive, exchanged when the archive has changed."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import ArchiveError
from dateline.views.room.reader import Reader
from dateline.views.room.vouching import counted
from dateline.web.publishing import NotedOrigins, newest
from dateline.web.snapshot import Copy, Snapshot, open_copy, stamp_of, take_snapshot

log = logging.getLogger(__name__)
EVERY = 5.0
"""Seconds between two looks at whether the archive has changed."""
SHARED_EVERY = 1.0
"""Seconds between two looks at whether there is another copy."""
GRACE = 60.0
"""Seconds for which a copy stays open after a newer one has taken its place: no page takes so long."""


class Room:
    """Serves readers from one copy and takes the next one beside it; `watch` does so until told to stop."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open(take_snapshot(path))

    def _open(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._stop = threading.Event()
        self._refreshing = threading.Lock()
        self._retired: list[threading.Timer] = []

    @property
    def snapshot(self) -> Snapshot:
        """The newest copy."""
        return self._snapshot

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """A reader of the newest copy."""
        with self._snapshot.reader() as reader:
            yield reader

    def refresh(self) -> bool:
        """Take a new copy if the archive has changed and no program is writing it; tells whether there is a new one."""
        with self._refreshing:
            return self._refreshed()

    def _refreshed(self) -> bool:
        try:
            if self._stop.is_set() or stamp_of(self.path) == self._snapshot.stamp:
                return False
            fresh = take_snapshot(self.path)
        except (ArchiveError, OSError) as problem:
            log.info("%s cannot be copied now, the pages stay as they are: %s", self.path, problem)
            return False
        fresh.prepare(self._stop)
        self._exchange(fresh)
        return True

    def _exchange(self, fresh: Snapshot) -> None:
        """Readers of the old copy may finish."""
        old, self._snapshot = self._snapshot, fresh
        timer = threading.Timer(GRACE, old.close)
        timer.daemon = True
        timer.start()
        self._retired.append(timer)
        log.info("%s has changed; the pages show its new state", self.path)

    def watch(self, every: float = EVERY) -> threading.Thread:
        """Refresh in a thread of its own until `close`."""
        self._snapshot.prepare(self._stop)
        return self._watching(every)

    def _watching(self, every: float) -> threading.Thread:
        thread = threading.Thread(target=self._watch, args=(every,), name="dateline-room", daemon=True)
        thread.start()
        return thread

    def _watch(self, every: float) -> None:
        while not self._stop.wait(every):
            try:
                self.refresh()
            except Exception:
                log.exception("%s: its new state cannot be shown, the pages stay as they are", self.path)

    def close(self) -> None:
        """Stop watching and delete all copies."""
        self._stop.set()
        with self._refreshing:
            self._closed()

    def _closed(self) -> None:
        for timer in self._retired:
            if timer.is_alive():
                timer.cancel()
                timer.function()
        self._snapshot.close()


class SharedRoom(Room):
    """A room over the newest copy in a folder into which another process puts copies; see `publishing`.

    `warm_up` works out beforehand what pages of a new copy will need. Raises FileNotFoundError where there is no copy yet.
    """

    def __init__(self, folder: Path, warm_up: Callable[[Reader], None]) -> None:
        copy = newest(folder)
        if copy is None:
            raise FileNotFoundError(folder)
        self.path, self._warm_up = folder, warm_up
        self._open(self._opened(copy))

    def refresh(self) -> bool:
        """Open the newest copy if it is another one than before, and read what has been counted in it."""
        copy = newest(self.path)
        changed = copy is not None and copy != self._snapshot.copy
        if copy and changed:
            self._exchange(self._opened(copy))
        with self._snapshot.reader() as reader:
            counted(reader).update(self._origins.fresh())
        return changed

    def watch(self, every: float = SHARED_EVERY) -> threading.Thread:
        """Refresh in a thread of its own until `close`; what can be prepared, the other process prepares."""
        return self._watching(every)

    def _opened(self, copy: Copy) -> Snapshot:
        """The copy ready for the first page."""
        snapshot, self._origins = open_copy(copy), NotedOrigins(copy)
        with snapshot.reader() as reader:
            counted(reader).update(self._origins.fresh())
            self._warm_up(reader)
        return snapshot
