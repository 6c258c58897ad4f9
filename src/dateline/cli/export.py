"""`dateline export`: an archive as files for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.arguments import ArchivePath


class Format(StrEnum):
    """What the files are: the contract's lines, or flat tables."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


RESEARCH_FORMATS = "csv,parquet"
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="jsonl: everything (the usual one); csv, parquet: one flat table a file. "
        f"With --research one or more of csv,parquet,stata,r (usual: {RESEARCH_FORMATS}).",
    ),
]
Folder = Annotated[Path | None, typer.Option("--to", metavar="DIR", help="The folder for the files; made where there is none.")]
Research = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Write there the tables for research: events, reports, actors and concepts, statements, articles, with a codebook "
        "and a manifest that `dateline reproduce` checks.",
    ),
]


def export(archive: ArchivePath, to: Folder = None, research: Research = None, format: FormatOption = None) -> None:
    """Write an archive as files for other programs and list them."""
    from dateline.analysis.reviewed import reviewed
    from dateline.corroboration.renewing import open_archive
    from dateline.views.export import export as write_files
    from dateline.views.research.exporting import export_research, formats_of
    from dateline.views.reviewed import reviewed_words

    if (to is None) == (research is None):
        raise typer.BadParameter("name one folder for the files: --to DIR, or --research DIR")
    with open_archive(archive, read_only=True) as opened:
        if research is not None:
            written = export_research(opened, research, formats_of(format or RESEARCH_FORMATS))
        elif to is not None:
            written = write_files(opened, _plain(format).value, to)
        used = reviewed(opened.corrections.listing(), opened.article_ids())
    for path in written:
        typer.echo(path)
    for sentence in reviewed_words(used):
        typer.echo(sentence, err=True)


def _plain(format: str | None) -> Format:
    try:
        return Format(format or Format.jsonl)
    except ValueError:
        raise typer.BadParameter(f"--format: {format!r} (choose from {', '.join(Format)})") from None
