"""What follows from the articles of an archive, worked out for those that were added before a method or a table was there."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TypeVar

from dateline.archive import Archive, search_index
from dateline.archive.archive import opened
from dateline.corroboration import copies, identity, incidents, proposals, sayings, stories
from dateline.errors import ArchiveError

logger = logging.getLogger(__name__)
AnArchive = TypeVar("AnArchive", bound=Archive)


def renew(archive: Archive) -> None:
    """Work out what is missing; a few queries where nothing is. What a kill interrupts, the next call goes on with."""
    for part in (copies, identity, stories, incidents, sayings, proposals, search_index):
        part.renew(archive)
    if _is_due(archive):
        with archive.transaction():
            archive.execute("DELETE FROM renewals_due")


def open_archive(path: str | Path, *, read_only: bool = False) -> Archive:
    """The archive in this file, made where there is none; use it in a `with` statement.

    An archive of an older version is brought up to date, also where it is opened for reading. Raises ArchiveError where the file
    is no archive, is locked by another program, was written by a newer version, or by an older one where it cannot be written.
    Any number of programs may read one archive at once, or one may write it.
    """
    return open_renewed(Archive, path, read_only=read_only)


def open_renewed(kind: type[AnArchive], path: str | Path, *, read_only: bool) -> AnArchive:
    """As `open_archive`, with an object of this class."""
    archive = opened(kind, path, read_only=read_only)
    try:
        if not _is_due(archive):
            return archive
        if not read_only:
            _tell(archive)
            renew(archive)
            return archive
    except BaseException:
        archive.close()
        raise
    archive.close()
    _renew_file(Path(path))
    return opened(kind, path, read_only=True)


def _renew_file(path: Path) -> None:
    """The archive can be read without, only with less in it."""
    try:
        with opened(Archive, path, read_only=False) as archive:
            _tell(archive)
            renew(archive)
    except ArchiveError as error:
        logger.warning("what follows from its articles is not up to date, because the archive cannot be written: %s", error)


def _is_due(archive: Archive) -> bool:
    return bool(archive.select("SELECT 1 FROM renewals_due LIMIT 1"))


def _tell(archive: Archive) -> None:
    articles = archive.select("SELECT count(*) AS n FROM articles")[0]["n"]
    logger.warning("%s: its %d articles are compared as this version does it; this is done once", archive.path, articles)
