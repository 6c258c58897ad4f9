"""An archive that an older version wrote is brought up to date when it is opened, whoever opens it.

Each change of the tables is one transaction: a kill leaves the archive as it was between two changes, and whoever opens it next
goes on from there.
"""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path

import duckdb

from dateline.archive.connection import connect
from dateline.archive.migrations import MIGRATIONS, pending, prepare
from dateline.errors import ArchiveError, OldArchive

logger = logging.getLogger(__name__)


def connect_current(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to an archive, or to a new file, with the tables that this version has.

    An archive of an older version is written once, also where it is opened for reading, and a warning is logged. Raises
    OldArchive where it cannot be written, ArchiveError where it cannot be opened at all.
    """
    connection = connect(path, read_only=read_only)
    if _is_current(path, connection):
        return connection
    if read_only:
        connection.close()
        _upgrade(path)
        return connect(path, read_only=True)
    _prepare(path, connection)
    return connection


def _is_current(path: Path, connection: duckdb.DuckDBPyConnection) -> bool:
    try:
        waiting = pending(connection)
    except ArchiveError as error:
        connection.close()
        raise ArchiveError(f"{path}: the archive cannot be opened: {error}") from error
    if waiting and len(waiting) < len(MIGRATIONS):
        logger.warning("%s was written by an older version of dateline; its tables are brought up to date", path)
    return not waiting


def _upgrade(path: Path) -> None:
    try:
        with closing(connect(path, read_only=False)) as connection:
            _prepare(path, connection)
    except ArchiveError as error:
        reason = str(error).removeprefix(f"{path}: ")
        raise OldArchive(
            f"{path}: an older version of dateline wrote this archive, so it has to be written once to bring it up to date, and "
            f"that failed: {reason} (where it must not be written, copy it and open the copy)"
        ) from error


def _prepare(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    try:
        prepare(connection)
    except duckdb.Error as error:
        connection.close()
        raise ArchiveError(f"{path}: its tables could not be changed: {error} (what was there before is unharmed)") from error
    except BaseException:
        connection.close()
        raise
