"""`dateline add --engine ray`: read articles on many machines into a folder of readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dateline.cluster.reading_run import Reader, RunReport
    from dateline.sources import SourceOptions

SOME_FAILED, INTERRUPTED = 1, 130


class Engine(StrEnum):
    """By what articles are read."""

    local = "local"
    ray = "ray"


EngineOption = Annotated[
    Engine,
    typer.Option(
        help="ray reads on many machines; then --to names a folder, which `dateline open` puts together (extra `cluster`)."
    ),
]
Address = Annotated[
    str | None,
    typer.Option(metavar="HOST:PORT", help="With --engine ray: a cluster that is there, not this machine's cores."),
]


@dataclass(frozen=True, slots=True)
class ClusterReader:
    """How articles are read, with whose own actors, and on which cluster: None for this machine's cores."""

    address: str | None
    model: bool
    actors: Path | None


def one_process(archive: Path, address: str | None) -> None:
    """Refuse what only a cluster can do: a folder to write to, and an address."""
    if archive.is_dir():
        raise typer.BadParameter(f"{archive} is a folder (name a file, or add --engine ray)", param_hint="--to")
    if address:
        raise typer.BadParameter("--address is where a cluster is (add --engine ray)")


def read_on_cluster(paths: Sequence[str] | None, options: SourceOptions, folder: Path, reader: ClusterReader) -> int:
    """Read the paths into the folder and tell; the exit status is that of `dateline add`."""
    from dateline.cli.progress import expected
    from dateline.cluster.reading_run import Reader
    from dateline.cluster.session import installed
    from dateline.knowledge.own_actors import load_own_actors

    installed()
    paths = paths or ()
    own = load_own_actors(reader.actors) if reader.actors else None
    report = _read(paths, options, folder, Reader(reader.address, reader.model, own, expected(paths)))
    _tell(report, folder)
    return INTERRUPTED if report.interrupted else SOME_FAILED if report.failed else 0


def _read(paths: Sequence[str], options: SourceOptions, folder: Path, reader: Reader) -> RunReport:
    """Read, and show on standard error how far it has come."""
    from rich.console import Console

    from dateline.cli.progress import progress_bar
    from dateline.cluster.dataset import make_dataset
    from dateline.cluster.members import Receipt
    from dateline.cluster.reading_run import read_into

    dataset = make_dataset(folder)
    with progress_bar(Console(stderr=True)) as progress:
        task = progress.add_task("reading", total=reader.expected)

        def advance(receipt: Receipt) -> None:
            done = len(receipt.added) + receipt.skipped + len(receipt.failed) + len(receipt.languages)
            progress.advance(task, done)

        return read_into(dataset, paths, options, reader, advance)


def _tell(report: RunReport, folder: Path) -> None:
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
