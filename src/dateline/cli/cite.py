"""`dateline cite`: one record with its article, to be cited; also one that a newer reading has replaced."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.arguments import ArchivePath


class Format(StrEnum):
    """How the citation is written."""

    text = "text"
    bibtex = "bibtex"
    json = "json"


RecordId = Annotated[str, typer.Argument(metavar="ID", help="The id of a record or an article, or its beginning.")]
FormatOption = Annotated[Format, typer.Option("--format", help="text, a BibTeX entry, or JSON.")]


def cite(archive: ArchivePath, record: RecordId, format: FormatOption = Format.text) -> None:
    """Cite one record: article, date, words and address; an id of an earlier reading is answered too."""
    from dateline.corroboration.renewing import open_archive
    from dateline.views.citation import cited
    from dateline.views.citation_formats import citation_bibtex, citation_json, citation_text

    written = {Format.text: citation_text, Format.bibtex: citation_bibtex, Format.json: citation_json}
    with open_archive(archive, read_only=True) as opened:
        found = cited(opened, record)
    typer.echo(written[format](found), nl=False)
