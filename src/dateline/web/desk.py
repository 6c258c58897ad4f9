"""Where corrections are made in the reading room: the archive itself is opened for the moment of one correction.

Pages read a copy, so that `dateline add` can go on beside them. A correction is written to the archive; then the room takes a new
copy. DuckDB lets one program write at a time, and within one program no second connection of another mode: so all openings of
the archive here wait for each other, and for the moment in which the room copies it.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from dateline.archive import Archive
from dateline.archive.corrections.correction import Correction
from dateline.archive.corrections.making import Verdict
from dateline.corroboration.renewing import open_archive
from dateline.corroboration.reviewing import review, undo
from dateline.errors import ArchiveError
from dateline.views.room.review_page import ReviewPage, changed_fields, review_page
from dateline.web.room import Room

log = logging.getLogger(__name__)
T = TypeVar("T")
PATIENCE = 4.0
"""Seconds that a correction waits for another program, or for the room's own copying, to let go of the archive."""
PAUSE = 0.1
PROMPT = 15.0
"""Seconds that an answer waits for the new copy, so that the next page shows the correction already; it takes two for some
hundred articles."""
HELD = ("another program has it open", "in another mode")
"""What errors say where somebody else has the archive."""


class ArchiveHeld(ArchiveError):
    """Another program is writing the archive; nothing was kept."""


@dataclass
class Desk:
    """Makes corrections in the name of one person; `token` is what only pages of this server know."""

    room: Room
    reviewer: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    problem: str = ""
    """Why the pages do not show the last correction, if they cannot."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def knows(self, token: str) -> bool:
        """Whether a form comes from a page of this server."""
        return secrets.compare_digest(token.encode(), self.token.encode())

    def show(self, key: str) -> ReviewPage:
        """A record as the archive has it now; as the copy has it where another program holds the archive."""
        try:
            with self._opened(read_only=True) as archive:
                return review_page(archive, key)
        except ArchiveHeld:
            with self.room.reader() as reader:
                return review_page(reader.archive, key)

    def decide(self, key: str, action: Any, why: str, given: dict[str, str]) -> Correction:
        """Enter a verdict; `given` are the fields of an edit as the form has them."""

        def made(archive: Archive) -> Correction:
            changes = changed_fields(archive, key, given) if action == "edit" else {}
            if action == "edit" and not changes:
                raise ArchiveError("nothing was changed in the form (confirm says that the record is right as it is)")
            return review(archive, key, Verdict(action, self.reviewer, why, changes)).correction

        return self._write(made)

    def take_back(self, number: int) -> Correction:
        """Undo a correction."""
        return self._write(lambda archive: undo(archive, number, self.reviewer))

    def _write(self, work: Callable[[Archive], T]) -> T:
        with self._opened(read_only=False) as archive:
            done = work(archive)
        renewing = threading.Thread(target=self._renew, name="dateline-renew", daemon=True)
        renewing.start()
        renewing.join(PROMPT)
        return done

    def _renew(self) -> None:
        """Take the new copy; whatever goes wrong with it, the correction is kept, and who made it is told."""
        try:
            self.room.refresh()
        except Exception as error:
            log.exception("%s: the pages cannot show the last correction", self.room.path)
            self.problem = (
                f"It is kept in the archive, but the pages cannot be brought up to date: {type(error).__name__}: {error}"
            )
        else:
            self.problem = ""

    @contextmanager
    def _opened(self, *, read_only: bool) -> Iterator[Archive]:
        with self._lock, self._patiently(read_only=read_only) as archive:
            yield archive

    def _patiently(self, *, read_only: bool) -> Archive:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return open_archive(self.room.path, read_only=read_only)
            except ArchiveError as error:
                if not any(sign in str(error) for sign in HELD):
                    raise
                if time.monotonic() > until:
                    raise ArchiveHeld(
                        f"{self.room.path.name}: another program has the archive open, so nothing was kept "
                        "(try again when `dateline add` has ended)"
                    ) from error
            time.sleep(PAUSE)
