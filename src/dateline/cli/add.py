"""`dateline add`: read articles into an archive."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.adding_to_dataset import Address, ClusterReader, Engine, EngineOption, one_process, read_on_cluster
from dateline.cli.arguments import ActorsFile, AnyLanguage, Fields, Metadata, NoModel, Outlet, Paths, Published, json_fields

if TYPE_CHECKING:
    from dateline.ingest import IngestReport, IngestStep

SOME_FAILED, INTERRUPTED = 1, 130
ArchiveFile = Annotated[Path, typer.Option("--to", metavar="ARCHIVE", help="The archive file; made where there is none.")]


def add(
    paths: Paths,
    to: ArchiveFile,
    published: Published = None,
    outlet: Outlet = None,
    metadata: Metadata = None,
    fields: Fields = None,
    engine: EngineOption = Engine.local,
    address: Address = None,
    actors: ActorsFile = None,
    any_language: AnyLanguage = False,
    no_model: NoModel = False,
    workers: Annotated[int, typer.Option(min=1, max=256, metavar="N", help="Read in so many processes at once.")] = 1,
) -> None:
    """Read articles into an archive; those that this version has read already are skipped."""
    from dateline.cli.progress import add_with_progress
    from dateline.knowledge.own_actors import load_own_actors
    from dateline.sources import SourceOptions, load_metadata

    table = load_metadata(metadata) if metadata else None
    names = json_fields(fields)
    options = SourceOptions(published=published, outlet=outlet, metadata=table, fields=names, any_language=any_language)
    if engine is Engine.ray:
        raise typer.Exit(read_on_cluster(paths, options, to, ClusterReader(address, not no_model, actors)))
    one_process(to, address)
    own = load_own_actors(actors) if actors else None
    report = add_with_progress(paths, options, to, model=not no_model, actors=own, workers=workers)
    tell(report, to)
    if report.interrupted:
        raise typer.Exit(INTERRUPTED)
    if report.failed:
        raise typer.Exit(SOME_FAILED)


def tell(report: IngestReport, archive: Path) -> None:
    """Say on standard error what was added, skipped, recognised as a copy, and what failed and why."""
    from dateline.views.wording import count

    parts = [f"{count(len(report.added), 'article')} added to {archive}"]
    parts += (
        [f"{len(report.copies)} of them {'copies' if len(report.copies) > 1 else 'a copy'} of others"] if report.copies else []
    )
    parts += [f"{len(report.skipped):,} skipped (read before)"] if report.skipped else []
    parts += [other_languages(report.other_languages)] if report.other_languages else []
    parts += [f"{len(report.failed):,} failed"] if report.failed else []
    typer.echo("; ".join(parts), err=True)
    for step in report.failed:
        typer.echo(f"  failed: {_failure(step)}", err=True)
    if report.interrupted:
        typer.echo("Stopped. What was added is kept; the same command goes on where this one stopped.", err=True)


def other_languages(counts: Mapping[str, int]) -> str:
    """The commonest language first: "12 skipped (not in English: 9 fr, 3 de)"."""
    found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return f"{sum(n for _, n in found):,} skipped (not in English: {', '.join(f'{n:,} {code}' for code, n in found)})"


def _failure(step: IngestStep) -> str:
    """The error, with the input in front where the message does not name it."""
    message = step.error or "unknown error"
    return message if message.startswith(step.source) else f"{step.source}: {message}"
