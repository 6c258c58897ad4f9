"""Text that takes long to make and never changes, in a file among the user's caches."""

from __future__ import annotations

import fcntl
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

log = logging.getLogger(__name__)


def cache_folder() -> Path:
    """Where programs of this user keep what they can make again (XDG Base Directory Specification)."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "dateline"


def kept_text(name: str, make: Callable[[], str], folder: Path | None = None) -> str:
    """The text of this file; made and written where there is none. Programs that ask at once make it once.

    Where nothing can be written it is made each time.
    """
    try:
        folder = folder or cache_folder()
        file = folder / name
        if file.exists():
            return file.read_text(encoding="utf-8")
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / f"{name}.lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not file.exists():
                _write(file, make())
            return file.read_text(encoding="utf-8")
    except (OSError, RuntimeError) as problem:
        log.info("%s cannot be kept: %s", name, problem)
        return make()


def _write(file: Path, text: str) -> None:
    """All of it or nothing, whatever stops the program."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as part:
        part.write(text)
    os.replace(part.name, file)
