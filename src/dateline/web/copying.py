"""The process that makes copies of an archive for those that make pages, and counts in them what a page has no time for."""

from __future__ import annotations

import logging
import os
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

from dateline.errors import ArchiveError
from dateline.views.room.vouching import count_origins, counted
from dateline.web.publishing import newest, note_origins, publish
from dateline.web.room import EVERY, GRACE
from dateline.web.snapshot import Copy, make_copy, open_copy, stamp_of

log = logging.getLogger(__name__)
GIVING_WAY = 5
"""By how much this process stands back where others want the processor: pages come first."""
NOTED_AFTER = 2.0
"""Seconds after which what has been counted is noted."""


def keep_copies(path: Path, folder: Path, connection: Connection) -> None:
    """Put a copy of the archive into the folder whenever it has changed, until the other end of the connection is closed."""
    os.nice(GIVING_WAY)
    copy, finished = newest(folder), None
    while copy:
        if copy != finished:
            try:
                _count(copy, path, connection)
            except Exception:
                log.exception("%s: who vouches for its incidents could not be counted; pages count it themselves", path)
            finished = copy
        if _ended(connection, EVERY):
            return
        if copy.stamp != _stamp(path):
            copy = _exchanged(path, folder, copy)


def _exchanged(path: Path, folder: Path, old: Copy) -> Copy:
    """A new copy, or the old one as long as the archive is being written."""
    try:
        fresh = make_copy(path, folder)
    except (ArchiveError, OSError) as problem:
        log.info("%s cannot be copied now, the pages stay as they are: %s", path, problem)
        return old
    except Exception:
        log.exception("%s cannot be copied, the pages stay as they are", path)
        return old
    publish(folder, fresh)
    deleting = threading.Timer(GRACE, old.delete)
    deleting.daemon = True
    deleting.start()
    return fresh


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        return stamp_of(path)
    except OSError:
        return None


def _ended(connection: Connection, seconds: float) -> bool:
    """Whether the other end is closed within that time; nothing is ever sent over it."""
    return connection.poll(seconds)


def _count(copy: Copy, path: Path, connection: Connection) -> None:
    """Count origins, as far as the archive stays as it is, and note them for the others."""
    snapshot, noted = open_copy(copy), time.monotonic()
    with snapshot.reader() as reader:
        known: dict[str, int] = {}

        def may_go_on() -> bool:
            nonlocal noted
            if time.monotonic() - noted > NOTED_AFTER:
                _note(copy, counted(reader), known)
                noted = time.monotonic()
            return not _ended(connection, 0) and _stamp(path) in (copy.stamp, None)

        count_origins(reader, may_go_on)
        _note(copy, counted(reader), known)
    snapshot.close()


def _note(copy: Copy, found: dict[str, int], known: dict[str, int]) -> None:
    note_origins(copy, {key: number for key, number in found.items() if key not in known})
    known.update(found)
