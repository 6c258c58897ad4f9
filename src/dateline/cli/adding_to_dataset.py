"""`dateline add --engine ray`: read articles on many machines into a folder of readings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from dateline.cluster.reading_run import Reader, RunReport
    from dateline.sources import SourceOptions


def add_to_dataset(paths: Sequence[str], options: SourceOptions, folder: Path, reader: Reader) -> RunReport:
    """Read the paths into the folder and show on standard error how far it has come."""
    from rich.console import Console

    from dateline.cli.progress import progress_bar
    from dateline.cluster.dataset import make_dataset
    from dateline.cluster.members import Receipt
    from dateline.cluster.reading_run import read_into
    from dateline.cluster.session import installed

    installed()
    dataset = make_dataset(folder)
    with progress_bar(Console(stderr=True)) as progress:
        task = progress.add_task("reading", total=reader.expected)

        def advance(receipt: Receipt) -> None:
            done = len(receipt.added) + receipt.skipped + len(receipt.failed) + len(receipt.languages)
            progress.advance(task, done)

        return read_into(dataset, paths, options, reader, advance)


def tell_of_run(report: RunReport, folder: Path) -> None:
    """Say on standard error what was read, skipped, and what failed and why."""
    from dateline.cli.add import other_languages
    from dateline.views.wording import count

    parts = [f"{count(len(report.added), 'article')} read into {folder}"]
    parts += [f"{report.skipped:,} skipped (read before)"] if report.skipped else []
    parts += [other_languages(report.languages)] if report.languages else []
    parts += [f"{len(report.failed):,} failed"] if report.failed else []
    typer.echo("; ".join(parts), err=True)
    for source, error in report.failed:
        typer.echo(f"  failed: {error if error.startswith(source) else f'{source}: {error}'}", err=True)
    if report.interrupted:
        typer.echo("Stopped. What was read is kept; the same command goes on where this one stopped.", err=True)
    else:
        typer.echo(f"`dateline open {folder}` puts it together and shows it.", err=True)
