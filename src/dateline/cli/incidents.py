"""`dateline incidents`: the same event told by several articles, why it is held to be the same, and how to say otherwise."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.arguments import ArchivePath, day
from dateline.cli.decisions import AsJson, Because, Number, of_records, tell, tell_all
from dateline.cli.listing_group import ListingGroup

if TYPE_CHECKING:
    from dateline.corroboration.incidents.telling import ToldIncident

incidents = typer.Typer(
    name="incidents",
    cls=ListingGroup,
    help="List the events of an archive with all reports of each, and say which reports tell one event.",
    no_args_is_help=True,
    add_completion=False,
)

One = Annotated[str, typer.Argument(metavar="A", help="An incident: its id, or the beginning of it.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another incident, given in the same way.")]
Events = Annotated[
    list[str] | None,
    typer.Argument(metavar="[EVENT...]", help="Ids of the events that leave; without any, all reports of A are kept apart."),
]
About = Annotated[str | None, typer.Option("--about", metavar="WHO", help="Only those in which this actor or state takes part.")]
Since = Annotated[date | None, typer.Option("--since", parser=day, metavar="YYYY-MM-DD", help="Only those of this day or later.")]
MinOrigins = Annotated[
    int, typer.Option("--min-origins", metavar="N", help="Only those for which so many outlets vouch on their own.")
]
Reasons = Annotated[bool, typer.Option("--reasons", help="Show all reports of each, with the score and the reason of each link.")]


@incidents.command("list")
def list_incidents(
    archive: ArchivePath,
    about: About = None,
    since: Since = None,
    min_origins: MinOrigins = 1,
    reasons: Reasons = False,
    as_json: AsJson = False,
) -> None:
    """List incidents in order of time: what it was, how many articles and outlets tell it, and the words of each report."""
    from dateline.corroboration.incidents.telling import Wanted, told
    from dateline.corroboration.renewing import open_archive
    from dateline.views.incident_lines import incident_lines

    with open_archive(archive, read_only=True) as opened:
        found = told(opened, Wanted(about, since, min_origins))
    for one in found:
        typer.echo(_as_json(one) if as_json else "\n".join(incident_lines(one, reasons=reasons)))
    if not found:
        typer.echo("No incident fits (--about with a name or an ISO code such as RUS, --since with a day)", err=True)


@incidents.command()
def merge(archive: ArchivePath, a: One, b: Other, because: Because) -> None:
    """Say that two incidents are one; undone with `dateline incidents undo`."""
    from dateline.corroboration.incidents import deciding
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened:
        tell(deciding.merge(opened, a, b, because), of_records)


@incidents.command()
def split(archive: ArchivePath, a: One, because: Because, events: Events = None) -> None:
    """Say that some reports of an incident tell another event; undone with `dateline incidents undo`."""
    from dateline.corroboration.incidents import deciding
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened:
        tell(deciding.split(opened, a, events or (), because), of_records)


@incidents.command()
def undo(archive: ArchivePath, decision: Number) -> None:
    """Take a decision back, the program's or your own; the program does not make it again."""
    from dateline.corroboration.incidents import deciding
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened:
        tell(deciding.undo(opened, decision), of_records)


@incidents.command()
def decisions(archive: ArchivePath, as_json: AsJson = False) -> None:
    """List all decisions in the order in which they were made, also those taken back."""
    from dateline.corroboration.incidents.decision_store import decisions as stored
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive, read_only=True) as opened:
        made = stored(opened)
    tell_all(made, of_records, json_lines=as_json)


def _as_json(one: ToldIncident) -> str:
    plain = asdict(one.incident) | {"outlets": one.outlets, "reports": [asdict(report) for report in one.reports]}
    return json.dumps(plain, ensure_ascii=False, default=str)
