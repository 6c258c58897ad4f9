"""`dateline explain`: one record, its words in context, and why it was coded so."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.arguments import ArchivePath

RecordId = Annotated[str, typer.Argument(metavar="ID", help="The id of a record, or its beginning, as the brief shows it.")]


def explain(archive: ArchivePath, record: RecordId) -> None:
    """Show one record: its fields, its words in the article, and the rule that coded it."""
    from rich.console import Console

    from dateline.corroboration.renewing import open_archive
    from dateline.views.explain import explain as explanation_of
    from dateline.views.explanation_report import explanation_report

    with open_archive(archive, read_only=True) as opened:
        explanation = explanation_of(opened, record)
    Console(highlight=False).print(explanation_report(explanation))
