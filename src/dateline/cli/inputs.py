"""Inputs that could not be read, told as they turn up and counted for the exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import typer

from dateline.errors import SourceError
from dateline.records import Article

SOME_FAILED = 1


class Inputs:
    """Articles of a run; each error among them is printed to standard error and counted."""

    def __init__(self, items: Iterable[Article | SourceError]) -> None:
        self._items = items
        self.failures = 0

    def __iter__(self) -> Iterator[Article]:
        for item in self._items:
            if isinstance(item, SourceError):
                self.failures += 1
                typer.echo(f"dateline: {item}", err=True)
            else:
                yield item

    def exit_if_failed(self) -> None:
        """Leave with status 1 where something could not be read."""
        if self.failures:
            raise typer.Exit(SOME_FAILED)
