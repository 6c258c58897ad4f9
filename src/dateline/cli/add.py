"""`dateline add`: read articles into an archive."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.adding_to_dataset import Address, ClusterReader, Engine, EngineOption, one_process, read_on_cluster
from dateline.cli.arguments import ActorsFile, AnyLanguage, Fields, Metadata, NoModel, Outlet, PathsIfAny, Published, json_fields

if TYPE_CHECKING:
    from dateline.ingest import IngestReport, IngestStep
    from dateline.rereading import RereadReport

SOME_FAILED, INTERRUPTED = 1, 130
ArchiveFile = Annotated[Path, typer.Option("--to", metavar="ARCHIVE", help="The archive file; made where there is none.")]

Again = Annotated[
    bool,
    typer.Option(
        "--reread",
        help="Read again what another version, other weights or other own actors have read, from the texts in the archive; with"
        " paths only those. Corrections stay in force; what changed is told.",
    ),
]
ReportFile = Annotated[
    Path | None,
    typer.Option(
        "--report", metavar="FILE", help="With --reread: write what changed to this file, .json or .md.", dir_okay=False
    ),
]


def add(
    to: ArchiveFile,
    paths: PathsIfAny = None,
    published: Published = None,
    outlet: Outlet = None,
    metadata: Metadata = None,
    fields: Fields = None,
    engine: EngineOption = Engine.local,
    address: Address = None,
    actors: ActorsFile = None,
    any_language: AnyLanguage = False,
    no_model: NoModel = False,
    again: Again = False,
    report_file: ReportFile = None,
    workers: Annotated[int, typer.Option(min=1, max=256, metavar="N", help="Read in so many processes at once.")] = 1,
) -> None:
    """Read articles into an archive; those that this version has read already are skipped."""
    from dateline.cli.progress import add_with_progress, reread_with_progress
    from dateline.knowledge.own_actors import load_own_actors
    from dateline.sources import SourceOptions, load_metadata

    if not (paths or again) or (report_file and not again):
        raise typer.BadParameter("name the articles to be added" if not paths else "--report belongs to --reread")
    table = load_metadata(metadata) if metadata else None
    names = json_fields(fields)
    options = SourceOptions(published=published, outlet=outlet, metadata=table, fields=names, any_language=any_language)
    if engine is Engine.ray:
        if again:
            raise typer.BadParameter("--reread is of an archive, not of a dataset: read its inputs with --engine ray once more")
        raise typer.Exit(read_on_cluster(paths or [], options, to, ClusterReader(address, not no_model, actors)))
    one_process(to, address)
    own = load_own_actors(actors) if actors else None
    if again:
        reread = reread_with_progress(paths or (), options, to, model=not no_model, actors=own, workers=workers)
        tell_differences(reread, to, report_file)
        _leave(reread.run)
    else:
        report = add_with_progress(paths or (), options, to, model=not no_model, actors=own, workers=workers)
        tell(report, to)
        _leave(report)


def _leave(report: IngestReport) -> None:
    if report.interrupted:
        raise typer.Exit(INTERRUPTED)
    if report.failed:
        raise typer.Exit(SOME_FAILED)


def tell_differences(report: RereadReport, archive: Path, file: Path | None) -> None:
    """Say on standard error what was read again and what that changed; write the whole of it to a file where one is named."""
    from dateline.analysis.rereading import summarise
    from dateline.views.rereading_report import table_lines, write_report
    from dateline.views.wording import count

    typer.echo(f"{count(len(report.run.added), 'article')} of {archive} read again in this run", err=True)
    if report.not_stored:
        typer.echo(f"{report.not_stored:,} not in the archive, so left out (leave out --reread to add them)", err=True)
    summary = summarise(report.version, report.rereadings)
    for line in table_lines(summary):
        typer.echo(line, err=True)
    for one in report.lost:
        typer.echo(f"  correction {one.number} fits no record now: {one.lost}", err=True)
    if file:
        write_report(file, summary, report.lost)
    tell_failures(report.run)


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
    tell_failures(report)


def tell_failures(report: IngestReport) -> None:
    """Say on standard error which inputs failed, and that the run was stopped."""
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
