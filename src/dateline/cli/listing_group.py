"""A group of commands that lists when no command is named: `dateline incidents ARCHIVE` is `dateline incidents list ARCHIVE`."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

LIST = "list"


class ListingGroup(TyperGroup):
    """Reads a first word that is neither a command nor an option for help as the argument of `list`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `list` in front where no command stands there."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = [LIST, *args]
        return super().parse_args(ctx, args)
