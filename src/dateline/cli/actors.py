"""`dateline actors`: who is one actor across the articles of an archive, why, and how to say otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.arguments import ArchivePath
from dateline.cli.decisions import AsJson, Because, Number, json_line, of_two, tell, tell_all

if TYPE_CHECKING:
    from dateline.archive.actor_decisions import ActorDecision
    from dateline.archive.identity_list import Counted, Identity

actors = typer.Typer(
    name="actors",
    help="List the actors of an archive across its articles, and say which are one.",
    no_args_is_help=True,
    add_completion=False,
)

SHOWN = 4
"""Roles shown of one actor."""
Actor = Annotated[str, typer.Argument(metavar="A", help="An actor: its id, the beginning of it, or a name that no other has.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another actor, given in the same ways.")]
Others = Annotated[
    list[str] | None, typer.Argument(metavar="[B...]", help="The ids that leave; without any, all ids of A are kept apart.")
]
Like = Annotated[str | None, typer.Option("--like", metavar="WORDS", help="Only those with these words in a name.")]
Country = Annotated[str | None, typer.Option("--country", metavar="RUS", help="Only those who act for this state (ISO code).")]


@actors.command("list")
def list_actors(archive: ArchivePath, like: Like = None, country: Country = None, as_json: AsJson = False) -> None:
    """List actors with a name of their own: names, roles over time, number of articles."""
    from dateline.corroboration.parties import is_proper_name
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive, read_only=True) as opened:
        found = [one for one in opened.actors.listing(like, country) if is_proper_name(one.name)]
    for one in found:
        typer.echo(json_line(one) if as_json else _described(one))
    if not found:
        typer.echo("No actor is so called (a name, a part of one, or --country with an ISO code such as RUS)", err=True)


@actors.command()
def merge(archive: ArchivePath, a: Actor, b: Other, because: Because) -> None:
    """Say that two actors are one; undone with `dateline actors undo`."""
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened:
        tell(opened.actors.merge(a, b, because), _sides)


@actors.command()
def split(archive: ArchivePath, a: Actor, because: Because, others: Others = None) -> None:
    """Say that some of the ids of an actor are somebody else; undone with `dateline actors undo`."""
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened:
        tell(opened.actors.split(a, others or (), because), _sides)


@actors.command()
def undo(archive: ArchivePath, decision: Number) -> None:
    """Take a decision back, the program's or your own; the program does not make it again."""
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive) as opened:
        tell(opened.actors.undo(decision), _sides)


@actors.command()
def decisions(archive: ArchivePath, as_json: AsJson = False) -> None:
    """List all decisions in the order in which they were made, also those taken back."""
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive, read_only=True) as opened:
        made = opened.actors.decisions()
    tell_all(made, _sides, json_lines=as_json)


def _sides(one: ActorDecision) -> str:
    return of_two(one, f"{one.a_name} ({one.a})", f"{one.b_name} ({one.b})")


def _described(one: Identity) -> str:
    country = f", {one.country}" if one.country else ""
    lines = [f"{one.name} ({one.kind.replace('_', ' ')}{country}), {_articles(one.articles)}: {', '.join(one.actors)}"]
    if len(one.names) > 1:
        lines.append("    names: " + "; ".join(f"{name.words} {name.articles}" for name in one.names))
    roles = sorted(one.roles, key=lambda role: -role.articles)[:SHOWN]
    lines += [f"    {role.words}{_period(role)}, {_articles(role.articles)}" for role in one.roles if role in roles]
    return "\n".join(lines)


def _articles(number: int) -> str:
    return f"{number:,} article{'s' * (number != 1)}"


def _period(one: Counted) -> str:
    if one.first is None or one.last is None:
        return ""
    return f" {one.first}" if one.first == one.last else f" {one.first} to {one.last}"
