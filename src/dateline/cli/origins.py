"""`dateline origins`: who vouches for an incident on their own, and who only passes it on."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dateline.cli.arguments import ArchivePath

IncidentId = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="An incident (`dateline incidents list` shows ids) or one of its events, or the beginning of the id."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def origins(archive: ArchivePath, incident: IncidentId, as_json: AsJson = False) -> None:
    """Draw who reports an incident first-hand and who passes on whom, and show where its reports differ."""
    from rich.console import Console

    from dateline.corroboration.renewing import open_archive
    from dateline.views.origins import origins_view
    from dateline.views.origins_report import origins_report

    with open_archive(archive, read_only=True) as opened:
        view = origins_view(opened, incident)
    if as_json:
        typer.echo(json.dumps(view.as_object(), ensure_ascii=False, indent=2, default=str))
    else:
        Console(highlight=False).print(origins_report(view))
