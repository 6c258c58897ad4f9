"""Copies that a room left in the temporary folder because it was killed: the next room removes them.

Whoever uses a folder holds a lock in it, which the system lets go of when the process ends, however that happens. Numbers of
processes would not do: they are given again, and in containers several processes have one number.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

if sys.platform != "win32":
    import fcntl

log = logging.getLogger(__name__)
PREFIX = "dateline-room-"
IN_USE = "in-use"
"""The file on which the lock is; a folder without it may be one that is just being made, or of an older version."""
_held: dict[Path, int] = {}


def make_folder(within: Path) -> Path:
    """A new folder for copies, held by this process until `remove_folder`, or until it ends."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=within))
    # Under this name only once it is locked: another room must not find it free.
    made = folder / f"{IN_USE}.part"
    held = os.open(made, os.O_CREAT | os.O_RDWR, 0o600)
    _lock(held)
    made.rename(folder / IN_USE)
    _held[folder] = held
    return folder


def remove_folder(folder: Path) -> None:
    """Remove a folder of this or another process. Who has a file of it open may go on reading."""
    shutil.rmtree(folder, ignore_errors=True)
    held = _held.pop(folder, None)
    if held is not None:
        os.close(held)


def remove_leftovers(within: Path | None = None) -> list[Path]:
    """Remove the folders whose process has ended; those that were removed."""
    parent = within or Path(tempfile.gettempdir())
    gone = [folder for folder in sorted(parent.glob(f"{PREFIX}*")) if _is_left(folder)]
    for folder in gone:
        shutil.rmtree(folder, ignore_errors=True)
        log.info("%s was left behind by a room that was killed, and is removed", folder)
    return gone


def _is_left(folder: Path) -> bool:
    try:
        lock = os.open(folder / IN_USE, os.O_RDWR)
    except OSError:  # another user's, or not one that this version made
        return False
    try:
        return folder not in _held and _lock(lock)
    finally:
        os.close(lock)


def _lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
