"""A copy of an archive for reading, with its digest.

DuckDB lets one program write a file, or many read it. The reading room must not stand in the way of `dateline add`, so it
reads a private copy, which is taken while no program writes, and never changes.
"""

from __future__ import annotations

import queue
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dateline.analysis.digest import build_digest
from dateline.archive import Archive
from dateline.archive.connection import connect
from dateline.archive.search_arrays import SearchArrays, move_to_arrays
from dateline.corroboration.renewing import open_archive
from dateline.views.room.overview import overview
from dateline.views.room.positions import matrix
from dateline.views.room.reader import Known, Reader
from dateline.views.room.vouching import count_origins
from dateline.web.leftovers import make_folder, remove_folder

LONGEST_PAUSE = 1.0
"""Seconds; it also bounds how long a copy takes to close."""
AT_ONCE = 1 << 20
"""Bytes that are copied together."""
MEMORY = "400MB"
"""How much of the copy one process keeps in memory: it would keep all that was ever asked for, and what it lets go is read again
from what the system has of the file.
"""
Stamp = tuple[int, int, int]
"""When the file and its log were last written, and how long both are: what tells one state of an archive from another."""


def stamp_of(path: Path) -> Stamp:
    """That of the archive as it lies there; raises OSError where it is gone."""
    file, log = path.stat(), _log(path)
    logged = log.stat() if log.exists() else None
    changed = max(file.st_mtime_ns, logged.st_mtime_ns if logged else 0)
    return changed, file.st_size, logged.st_size if logged else 0


def tag_of(stamp: Stamp) -> str:
    """A state of an archive as a word."""
    return "-".join(f"{part:x}" for part in stamp)


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy with its digest as a file that lies alone in its folder; `stamp` is that of the archive when it was copied."""

    name: str
    stamp: Stamp
    file: Path

    def delete(self) -> None:
        """Delete it with its folder. Who has it open may go on reading."""
        remove_folder(self.file.parent)


@dataclass
class Snapshot:
    """One state of an archive, from which any number of threads may read at once."""

    copy: Copy
    archive: Archive
    known: Known
    idle: queue.LifoQueue[Archive]
    is_own: bool
    """Whether the copy goes with it."""
    index: SearchArrays
    closing: threading.Event = field(default_factory=threading.Event)
    preparing: threading.Thread | None = None

    @property
    def name(self) -> str:
        return self.copy.name

    @property
    def stamp(self) -> Stamp:
        return self.copy.stamp

    @property
    def tag(self) -> str:
        """A word that changes with the archive, for browsers to know whether they have the page already."""
        return tag_of(self.copy.stamp)

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """A reader for one thread at a time."""
        try:
            archive = self.idle.get_nowait()
        except queue.Empty:
            archive = self.archive.beside()
        try:
            yield Reader(archive, self.known, self.index)
        finally:
            self.idle.put(archive)

    def prepare(self, stop: threading.Event) -> threading.Thread:
        """Work out in a thread of its own what pages will ask for; it is idle half of its time, and ends with the copy."""
        since = [time.perf_counter()]

        def may_go_on() -> bool:
            stop.wait(min(time.perf_counter() - since[0], LONGEST_PAUSE))
            since[0] = time.perf_counter()
            return not (stop.is_set() or self.closing.is_set())

        def work() -> None:
            with self.reader() as reader:
                overview(reader)
                matrix(reader)
                count_origins(reader, may_go_on)

        self.preparing = threading.Thread(target=work, name="dateline-prepare", daemon=True)
        self.preparing.start()
        return self.preparing

    def close(self) -> None:
        """Let go of the copy and delete it."""
        self.closing.set()
        if self.preparing:
            self.preparing.join()
        while not self.idle.empty():
            self.idle.get_nowait().close()
        self.archive.close()
        if self.is_own:
            self.copy.delete()


def take_snapshot(path: Path) -> Snapshot:
    """Copy the archive and make its digest. Raises ArchiveError where a program is writing it, or where it is none."""
    return open_copy(make_copy(path, Path(tempfile.gettempdir())), is_own=True)


def open_copy(copy: Copy, *, is_own: bool = False) -> Snapshot:
    """Open a copy for reading; with `is_own` it is deleted when it is closed."""
    archive = open_archive(copy.file, read_only=True)
    # Several readers at once keep all cores busy; to share out each query among them only costs more.
    archive.execute("SET threads = 1")
    archive.execute(f"SET memory_limit = '{MEMORY}'")
    return Snapshot(copy, archive, Known(), queue.LifoQueue(), is_own, SearchArrays(copy.file.parent))


def make_copy(path: Path, folder: Path) -> Copy:
    """Copy the archive into a new folder within this one, and make the digest of the copy; raises as `take_snapshot`."""
    own = make_folder(folder)
    try:
        file = own / path.name
        stamp = _copy(path, file)
        with open_archive(file) as archive:
            # First, so that the digest takes the room that the index had.
            move_to_arrays(archive, own)
            build_digest(archive, lasting=True)
        return Copy(path.stem, stamp, file)
    except BaseException:
        remove_folder(own)
        raise


def _copy(path: Path, copy: Path) -> Stamp:
    """Copy the file and its log while it is held open for reading, so that no program can write it.

    To close a file lets go of all locks that the process has on it (POSIX), those of DuckDB too: it stays open to the end.
    """
    with closing(connect(path, read_only=True)), path.open("rb") as file:
        stamp = stamp_of(path)
        with copy.open("wb") as target:
            shutil.copyfileobj(file, target, AT_ONCE)
        if _log(path).exists():
            shutil.copyfile(_log(path), _log(copy))
        return stamp
