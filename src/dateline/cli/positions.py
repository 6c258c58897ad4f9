"""`dateline positions`: who stands where on which proposal, since when, and which names mean one proposal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.arguments import ArchivePath
from dateline.cli.decisions import AsJson, Because, Number, of_two, tell, tell_all
from dateline.cli.listing_group import ListingGroup

if TYPE_CHECKING:
    from dateline.archive.proposal_identities import ProposalDecision

positions = typer.Typer(
    name="positions",
    cls=ListingGroup,
    help="List the proposals of an archive with each actor's position over time, and say which names mean one proposal.",
    no_args_is_help=True,
    add_completion=False,
)

Proposal = Annotated[str, typer.Argument(metavar="A", help="A proposal: a name that no other has, or its id.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another proposal, given in the same ways.")]
Names = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME...]", help="Names that mean something else; without any, all are kept apart.")
]
About = Annotated[str | None, typer.Option("--about", metavar="WHO", help="Only proposals on which this actor or state stands.")]
Words = Annotated[str | None, typer.Option("--proposal", metavar="WORDS", help="Only proposals with these words in a name.")]


@positions.command("list")
def list_positions(archive: ArchivePath, about: About = None, proposal: Words = None, as_json: AsJson = False) -> None:
    """List proposals with all their names, each actor's stands in order of time with their words, turns and splits."""
    from dateline.corroboration.renewing import open_archive
    from dateline.views.positions import history_lines, history_object, positions_of

    with open_archive(archive, read_only=True) as opened:
        found = positions_of(opened, about, proposal)
    for one in found:
        typer.echo(json.dumps(history_object(one), ensure_ascii=False) if as_json else "\n".join(history_lines(one)))
    if not found:
        typer.echo("No proposal fits (--about with a name or a code such as RUS, --proposal with words of its name)", err=True)


@positions.command()
def merge(archive: ArchivePath, a: Proposal, b: Other, because: Because) -> None:
    """Say that two names mean one proposal; undone with `dateline positions undo`."""
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened:
        tell(opened.proposals.merge(a, b, because), _sides)


@positions.command()
def split(archive: ArchivePath, a: Proposal, because: Because, names: Names = None) -> None:
    """Say that some of the names of a proposal mean something else; undone with `dateline positions undo`."""
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened:
        tell(opened.proposals.split(a, names or (), because), _sides)


@positions.command()
def undo(archive: ArchivePath, decision: Number) -> None:
    """Take a decision back, the program's or your own; the program does not make it again."""
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened:
        tell(opened.proposals.undo(decision), _sides)


@positions.command()
def decisions(archive: ArchivePath, as_json: AsJson = False) -> None:
    """List all decisions in the order in which they were made, also those taken back."""
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive, read_only=True) as opened:
        made = opened.proposals.decisions()
    tell_all(made, _sides, json_lines=as_json)


def _sides(one: ProposalDecision) -> str:
    return of_two(one, f"{one.a_name!r} ({one.a})", f"{one.b_name!r} ({one.b})")
