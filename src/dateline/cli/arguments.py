"""Arguments that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def day(value: str | date) -> date:
    """A day written as YYYY-MM-DD."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no date (write it as YYYY-MM-DD)") from None


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Articles: .txt, .html, .jsonl (also .gz), a folder of them, or - for standard input."
    ),
]
Published = Annotated[
    date | None,
    typer.Option(parser=day, metavar="YYYY-MM-DD", help="The day on which the articles appeared, where they do not say."),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet that published them, where they do not say.")]
Metadata = Annotated[
    Path | None,
    typer.Option(metavar="CSV", help="What is known of each file: columns path, published, outlet, url, title.", dir_okay=False),
]
ArchivePath = Annotated[Path, typer.Argument(metavar="ARCHIVE", help="The archive that `dateline add` made.", dir_okay=False)]
