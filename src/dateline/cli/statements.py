"""`dateline statements`: what several articles quote, why it is held to be the same words, and how to say otherwise."""

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
    from dateline.corroboration.sayings.telling import ToldSaying

statements = typer.Typer(
    name="statements",
    cls=ListingGroup,
    help="List what several articles of an archive quote, with the words of each, and say which statements are one utterance.",
    no_args_is_help=True,
    add_completion=False,
)

One = Annotated[str, typer.Argument(metavar="A", help="A saying, or a statement by itself: its id, or the beginning of it.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another one, given in the same way.")]
Leaving = Annotated[
    list[str] | None,
    typer.Argument(metavar="[STATEMENT...]", help="Ids of the statements that leave; without any, all of A are kept apart."),
]
About = Annotated[str | None, typer.Option("--about", metavar="WHO", help="Only those that name this actor or state.")]
Speaker = Annotated[str | None, typer.Option("--speaker", metavar="WHO", help="Only those of this actor, or for this state.")]
Since = Annotated[
    date | None,
    typer.Option("--since", parser=day, metavar="YYYY-MM-DD", help="Only those in an article of this day or later."),
]
Reasons = Annotated[
    bool, typer.Option("--reasons", help="Show all statements of each, with the score and the reason of each link.")
]


@statements.command("list")
def list_sayings(
    archive: ArchivePath,
    about: About = None,
    speaker: Speaker = None,
    since: Since = None,
    reasons: Reasons = False,
    as_json: AsJson = False,
) -> None:
    """List what several articles quote in order of time: who said it, how many articles and outlets, and the words of each."""
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.sayings.telling import Wanted, told
    from dateline.views.saying_lines import saying_lines

    with open_archive(archive, read_only=True) as opened:
        found = told(opened, Wanted(about, speaker, since))
    for one in found:
        typer.echo(_as_json(one) if as_json else "\n".join(saying_lines(one, reasons=reasons)))
    if not found:
        typer.echo("Nothing that several articles quote fits (`dateline search --statements` finds single statements)", err=True)


@statements.command()
def merge(archive: ArchivePath, a: One, b: Other, because: Because) -> None:
    """Say that two sayings or statements are one utterance; undone with `dateline statements undo`."""
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.sayings import deciding

    with open_archive(archive) as opened:
        tell(deciding.merge(opened, a, b, because), of_records)


@statements.command()
def split(archive: ArchivePath, a: One, because: Because, leaving: Leaving = None) -> None:
    """Say that some statements of a saying are another utterance; undone with `dateline statements undo`."""
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.sayings import deciding

    with open_archive(archive) as opened:
        tell(deciding.split(opened, a, leaving or (), because), of_records)


@statements.command()
def undo(archive: ArchivePath, decision: Number) -> None:
    """Take a decision back; the statements stand where the program finds that they belong."""
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.sayings import deciding

    with open_archive(archive) as opened:
        tell(deciding.undo(opened, decision), of_records)


@statements.command()
def decisions(archive: ArchivePath, as_json: AsJson = False) -> None:
    """List all decisions in the order in which they were made, also those taken back."""
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.sayings.decision_store import decisions as stored

    with open_archive(archive, read_only=True) as opened:
        made = stored(opened)
    tell_all(made, of_records, json_lines=as_json)


def _as_json(one: ToldSaying) -> str:
    plain = {
        "id": one.saying.id, "speaker": one.speaker, "first": one.first, "articles": len(one.saying.articles),
        "outlets": one.outlets, "reports": [asdict(report) for report in one.reports],
    }  # fmt: skip
    return json.dumps(plain, ensure_ascii=False, default=str)
