"""`dateline open`: a folder of readings as an archive, brought up to date and shown."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.add import INTERRUPTED, SOME_FAILED, tell
from dateline.cli.arguments import day
from dateline.cli.serve import Open, Port, Review, Workers, serve

if TYPE_CHECKING:
    from dateline.cluster.dataset import Dataset, Window
    from dateline.ingest import IngestReport

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder that `dateline add --engine ray` made.", file_okay=False)]
To = Annotated[
    Path | None,
    typer.Option("--to", metavar="ARCHIVE", help="Bring this archive up to date, not the folder's own, and end.", dir_okay=False),
]
Since = Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Leave out what appeared before this day.")]
Until = Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Leave out what appeared after this day.")]
UpdateOnly = Annotated[bool, typer.Option("--update-only", help="Bring the archive up to date and end.")]


def open(
    folder: Folder,
    to: To = None,
    since: Since = None,
    until: Until = None,
    update_only: UpdateOnly = False,
    port: Port = 8765,
    workers: Workers = None,
    browse: Open = False,
    review: Review = "",
) -> None:
    """Put a folder of readings together in an archive, only what is new, and open the reading room over it.

    With --since or --until an archive of that time alone is made beside that of all.
    """
    from dateline.cluster.dataset import Window, open_dataset

    if since and until and since > until:
        raise typer.BadParameter(f"--since {since} is later than --until {until}")
    dataset, window = open_dataset(folder), Window(since, until)
    archive = to or dataset.archive(window)
    failed = _bring_up_to_date(dataset, archive, window)
    if to is None and not update_only:
        serve(archive, port, workers, browse, review)
    elif failed:
        raise typer.Exit(SOME_FAILED)


def _bring_up_to_date(dataset: Dataset, archive: Path, window: Window) -> bool:
    """Take in what is new; whether something of it could not be."""
    reports = _taken(dataset, archive, window)
    for report in reports:
        tell(report, archive)
    if any(report.interrupted for report in reports):
        raise typer.Exit(INTERRUPTED)
    os.utime(archive)  # so that it is not older than parts that brought nothing new
    return any(report.failed for report in reports)


def _taken(dataset: Dataset, archive: Path, window: Window) -> list[IngestReport]:
    from rich.console import Console

    from dateline.cli.progress import progress_bar
    from dateline.cluster.taking_in import take_in, waiting
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened, progress_bar(Console(stderr=True)) as progress:
        wanted = waiting(dataset, opened, window)
        task = progress.add_task("putting together", total=len(wanted))
        return take_in(dataset, opened, wanted, lambda step: progress.advance(task))
