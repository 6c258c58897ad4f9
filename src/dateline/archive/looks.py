"""The last look of each name: in the archive, or beside it where the archive cannot be written."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dateline.archive.archive import Archive, open_archive
from dateline.archive.clock import utc_now
from dateline.errors import ArchiveError
from dateline.records import content_id


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen, as text, and when (UTC)."""

    looked_at: datetime
    state: str


def last_look(archive: Archive, name: str) -> Look | None:
    """The last look of this name, wherever it is kept; None where there was none.

    Raises ArchiveError where the file beside the archive is damaged.
    """
    rows = archive.select("SELECT looked_at, state FROM looks WHERE name = ? ORDER BY looked_at DESC LIMIT 1", [name])
    found = [Look(row["looked_at"], row["state"]) for row in rows]
    path = beside(archive.path, name)
    if path.exists():
        found.append(_from_file(path))
    return max(found, key=lambda look: look.looked_at, default=None)


def keep_look(path: Path, name: str, state: str) -> Path:
    """Keep a look in the archive at this path; where that cannot be written, in a file beside it. Returns the file written.

    No connection to the archive may be open. Raises ArchiveError where neither can be written.
    """
    now = utc_now()
    try:
        with open_archive(path) as archive, archive.transaction():
            archive.execute("DELETE FROM looks WHERE name = ?", [name])
            archive.insert({"looks": [{"name": name, "looked_at": now, "state": state}]})
    except ArchiveError:
        return _to_file(beside(path, name), Look(now, state))
    beside(path, name).unlink(missing_ok=True)
    return path


def beside(path: Path, name: str) -> Path:
    """The file beside an archive in which a look of this name is kept."""
    plain = re.sub(r"[^A-Za-z0-9_-]", "_", name)
    # Names that differ in signs alone are different names.
    own = plain if plain == name else content_id(plain, name)
    return path.with_name(f"{path.name}.look-{own}.json")


def _from_file(path: Path) -> Look:
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        return Look(datetime.fromisoformat(plain["looked_at"]), plain["state"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{path}: the last look cannot be read: {error!r} (delete the file to begin anew)") from error


def _to_file(path: Path, look: Look) -> Path:
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(json.dumps({"looked_at": look.looked_at.isoformat(), "state": look.state}), encoding="utf-8")
        return part.replace(path)
    except OSError as error:
        raise ArchiveError(
            f"{path}: the look cannot be kept, here or in the archive: {error} (make one of them writable)"
        ) from error
