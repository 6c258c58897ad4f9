"""Which packets are being read, noted in the dataset, so that an article that ends the process which reads it is found out.

A process that is killed says nothing; its packet is given to another. What is there then is the note of its beginning, and
after some of them the articles are read one by one, and the one at which that ends too is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dateline.records import content_id

TRIES = 2
"""How often the same articles may end a process: machines are lost as well, and that is no article's fault."""


class Attempts:
    """The notes of one dataset."""

    def __init__(self, root: Path) -> None:
        self._folder = root / "attempts"

    def forget(self) -> None:
        """Take away the notes of earlier runs: those were ended by whoever ended the run."""
        for note in self._folder.glob("attempt_*"):
            note.unlink(missing_ok=True)

    @contextmanager
    def at(self, articles: Sequence[str]) -> Iterator[int]:
        """Note that these articles are being read until the block is left, however that comes; gives the number of earlier
        attempts that were never left.
        """
        self._folder.mkdir(exist_ok=True)
        note = self._folder / content_id("attempt", *articles)
        with note.open("ab") as file:
            earlier = file.tell()
            file.write(b".")
        try:
            yield earlier
        finally:
            note.unlink(missing_ok=True)
