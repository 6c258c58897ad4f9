"""`dateline stories`: which articles are about one course of events, its turns, and how to say otherwise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.arguments import ArchivePath, day
from dateline.cli.decisions import AsJson, Because, Number, json_line, tell, tell_all
from dateline.cli.listing_group import ListingGroup

if TYPE_CHECKING:
    from dateline.archive.stories import StoryDecision
    from dateline.corroboration.stories.listing import ToldArticle, ToldStory

stories = typer.Typer(
    name="stories",
    cls=ListingGroup,
    help="List the running stories of an archive with their articles and turns, and say where an article belongs.",
    no_args_is_help=True,
    add_completion=False,
)

Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="An article: its id, or the beginning of it.")]
Story = Annotated[
    str, typer.Argument(metavar="STORY", help="The story to which it belongs: its id, the beginning of it, or `new`.")
]
About = Annotated[str | None, typer.Option("--about", metavar="WHO", help="Only those with an article about this actor.")]
Since = Annotated[
    date | None,
    typer.Option("--since", parser=day, metavar="YYYY-MM-DD", help="Only those with an article of this day or later."),
]
Least = Annotated[int, typer.Option("--min-articles", metavar="N", help="Only those of so many articles.")]


@stories.command("list")
def list_stories(
    archive: ArchivePath, about: About = None, since: Since = None, min_articles: Least = 2, as_json: AsJson = False
) -> None:
    """List stories, the latest first: title, first and last day, articles, and which of them opened a new turn."""
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.stories.listing import Wanted, told

    with open_archive(archive, read_only=True) as opened:
        found = told(opened, Wanted(about, since, min_articles))
    for one in found:
        typer.echo(json_line(one) if as_json else _described(one))
    if not found:
        typer.echo("No story fits (--min-articles 1 shows articles that stand alone)", err=True)


@stories.command()
def move(archive: ArchivePath, article: Article, story: Story, because: Because) -> None:
    """Say that an article belongs to another story; undone with `dateline stories undo`."""
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.stories import move as move_article

    with open_archive(archive) as opened:
        tell([move_article(opened, article, story, because)], _move)


@stories.command()
def undo(archive: ArchivePath, decision: Number) -> None:
    """Take a decision back; the article goes where the program thinks that it belongs."""
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.stories import undo as undo_decision

    with open_archive(archive) as opened:
        tell([undo_decision(opened, decision)], _move)


@stories.command()
def decisions(archive: ArchivePath, as_json: AsJson = False) -> None:
    """List all decisions in the order in which they were made, also those taken back."""
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive, read_only=True) as opened:
        made = opened.stories.decisions()
    tell_all(made, _move, json_lines=as_json)


def _move(one: StoryDecision) -> str:
    return f"{one.article} from {one.from_story or 'no story'} to {one.to_story}"


def _described(one: ToldStory) -> str:
    number = len(one.articles)
    lines = [f"{one.title or 'without a headline'} ({_period(one)}, {number} article{'s' * (number != 1)}): {one.id}"]
    return "\n".join([*lines, *map(_line, one.articles)])


def _line(one: ToldArticle) -> str:
    score = "" if one.score is None else f" {one.score:.2f}"
    turn = f"\n        new turn: {one.turn}" if one.turn else ""
    told = f"{one.day or 'undated'} {one.outlet or 'unnamed outlet'}: {one.title or one.article}"
    return f"    {told} [{one.article}{score}: {one.reason}]{turn}"


def _period(one: ToldStory) -> str:
    if one.first_day is None or one.first_day == one.last_day:
        return str(one.first_day or "undated")
    return f"{one.first_day} to {one.last_day}"
