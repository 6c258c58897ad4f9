"""Opening the DuckDB file, with errors that say what to do."""

from __future__ import annotations

from pathlib import Path

import duckdb

from dateline.errors import ArchiveError

# Without these DuckDB fetches extensions from the network when a query seems to need one.
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}

WRITING = "SET memory_limit = '512MB'"
"""While articles are added, DuckDB need not hold most of the archive in memory; what it sorts goes to the disk beyond that."""

REMEDIES = (
    ("set lock on file", "another program has it open", "wait until that ends, or close it"),
    ("different configuration", "this program has it open already, in another mode", "close that archive first"),
    ("not a valid DuckDB", "it is no DuckDB file", "name another file, or a new one"),
    ("Is a directory", "it is a folder", "name a file"),
    ("No such file or directory", "its folder does not exist", "make the folder first"),
    ("Permission denied", "you may not write there", "name a file of your own"),
    ("Read-only file system", "nothing can be written there", "copy it to another folder"),
    ("storage version", "it was written by a newer DuckDB", "install the newer version of duckdb"),
)
"""What DuckDB's message holds, what that means, and the remedy."""


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the file; raises ArchiveError where it cannot be opened."""
    if read_only and not path.exists():
        raise ArchiveError(f"{path}: there is no such archive (make one with `dateline add PATH --to {path}`)")
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=OFFLINE)
        if not read_only:
            connection.execute(WRITING)
        return connection
    except duckdb.Error as error:
        raise ArchiveError(f"{path}: the archive cannot be opened: {_explained(str(error))}") from error


def _explained(message: str) -> str:
    for sign, meaning, remedy in REMEDIES:
        if sign in message:
            return f"{meaning} ({remedy}; DuckDB says: {message})"
    return message
