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


FormatOption = Annotated[Format, typer.Option("--format", help="jsonl: everything; csv, parquet: one flat table a file.")]
Folder = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder for the files; made where there is none.")]


def export(archive: ArchivePath, to: Folder, format: FormatOption = Format.jsonl) -> None:
    """Write an archive as files for other programs and list them."""
    from dateline.analysis.reviewed import reviewed
    from dateline.archive import open_archive
    from dateline.views.export import export as write_files
    from dateline.views.reviewed import reviewed_words

    with open_archive(archive, read_only=True) as opened:
        for path in write_files(opened, format.value, to):
            typer.echo(path)
        used = reviewed(opened.corrections.listing(), opened.article_ids())
    for sentence in reviewed_words(used):
        typer.echo(sentence, err=True)
