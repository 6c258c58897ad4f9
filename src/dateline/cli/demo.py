"""`dateline demo`: the packaged sample articles read into an archive, and their brief."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

SOME_FAILED = 1
Folder = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder for the archive and the brief.", file_okay=False)]


def demo(to: Folder = Path("demo")) -> None:
    """Read the sample articles into an archive, show the brief, and say what to try next."""
    from dateline.cli.add import tell
    from dateline.cli.brief import show, write_html
    from dateline.cli.progress import add_with_progress
    from dateline.corroboration.renewing import open_archive
    from dateline.samples import sample_folder
    from dateline.sources import SourceOptions, load_metadata
    from dateline.views.brief import brief_of

    _make(to)
    archive, page, folder = to / "samples.duckdb", to / "brief.html", sample_folder()
    report = add_with_progress([str(folder)], SourceOptions(metadata=load_metadata(folder / "metadata.csv")), archive)
    tell(report, archive)
    with open_archive(archive, read_only=True) as opened:
        made = brief_of(opened)
    show(made)
    write_html(made, page)
    typer.echo(_next_steps(archive, page))
    if report.failed:
        raise typer.Exit(SOME_FAILED)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise typer.BadParameter(f"{folder} cannot be made: {error.strerror} (name another folder with --to)") from error


def _next_steps(archive: Path, page: Path) -> str:
    return (
        f"\nArchive:  {archive}\nBrief:    {page} (open it in a browser)\n\nTry next:\n"
        f"  dateline serve {archive} --open\n"
        f"  dateline brief {archive} --about PRK --since 2018-01-01\n"
        f"  dateline explain {archive} ID          (an id from the brief)\n"
        f"  dateline incidents {archive} --min-origins 2\n"
        f"  dateline origins {archive} ID          (of an event or an incident)\n"
        f"  dateline export {archive} --format csv --to {archive.parent / 'tables'}"
    )
