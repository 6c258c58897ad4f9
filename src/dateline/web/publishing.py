"""One copy for several processes: which is the newest, and what has been counted in it, as files that all of them see.

One process makes the copies, the others open them for reading; DuckDB lets any number do so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.web.snapshot import Copy, tag_of

NEWEST, ORIGINS = "newest.json", "origins.tsv"


def publish(folder: Path, copy: Copy) -> None:
    """Make this the newest copy of the folder, for all at once."""
    written = folder / f"{NEWEST}.part"
    written.write_text(json.dumps({"name": copy.name, "stamp": copy.stamp, "file": str(copy.file)}), encoding="utf-8")
    os.replace(written, folder / NEWEST)


def newest(folder: Path) -> Copy | None:
    """The newest copy, None where there is none yet."""
    try:
        found = json.loads((folder / NEWEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    changed, size, logged = found["stamp"]
    return Copy(found["name"], (changed, size, logged), Path(found["file"]))


class NewestTag:
    """The word for the state of the newest copy; the file is read when it has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[int, int] = (0, 0)
        self._tag = ""

    def __call__(self) -> str:
        state = (self._folder / NEWEST).stat()
        seen = state.st_mtime_ns, state.st_ino
        if seen != self._seen and (copy := newest(self._folder)):
            self._seen, self._tag = seen, tag_of(copy.stamp)
        return self._tag


def note_origins(copy: Copy, counted: Mapping[str, int]) -> None:
    """Tell the others how many origins these incidents have."""
    with open(copy.file.parent / ORIGINS, "a", encoding="utf-8") as file:
        file.writelines(f"{key}\t{number}\n" for key, number in counted.items())


class NotedOrigins:
    """Reads what has been noted of a copy since the last time."""

    def __init__(self, copy: Copy) -> None:
        self._path = copy.file.parent / ORIGINS
        self._read = 0

    def fresh(self) -> Iterator[tuple[str, int]]:
        """Incidents and how many origins each has; a line that is being written waits for the next time."""
        if not self._path.exists() or self._path.stat().st_size == self._read:
            return
        with open(self._path, encoding="utf-8", newline="\n") as file:
            file.seek(self._read)
            text = file.read()
        whole = text[: text.rfind("\n") + 1]
        self._read += len(whole.encode())
        for line in whole.splitlines():
            key, _, number = line.partition("\t")
            yield key, int(number)
