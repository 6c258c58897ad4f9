"""`dateline read`: read articles and show what is in them; nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.arguments import ActorsFile, Fields, Metadata, NoModel, Outlet, Paths, Published, json_fields

if TYPE_CHECKING:
    from dateline.records import Reading


def read(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The headline, for a text without one.")] = None,
    metadata: Metadata = None,
    fields: Fields = None,
    actors: ActorsFile = None,
    no_model: NoModel = False,
    json: Annotated[bool, typer.Option("--json", help="Print the output contract: one line of JSON an article.")] = False,
) -> None:
    """Read articles and show who said what and who did what to whom, with the words marked."""
    from dateline.cli.inputs import Inputs
    from dateline.knowledge.own_actors import load_own_actors
    from dateline.reading import read_articles
    from dateline.sources import SourceOptions, load_metadata, read_sources

    table = load_metadata(metadata) if metadata else None
    options = SourceOptions(published=published, outlet=outlet, title=title, metadata=table, fields=json_fields(fields))
    inputs = Inputs(read_sources(paths, options))
    show = _show_json if json else _show_report
    own = load_own_actors(actors) if actors else None
    for reading in read_articles(inputs, model=not no_model, actors=own):
        show(reading)
    inputs.exit_if_failed()


def _show_json(reading: Reading) -> None:
    from dateline.contract import to_json

    typer.echo(to_json(reading))


def _show_report(reading: Reading) -> None:
    from rich.console import Console

    from dateline.views.report import report

    console = Console(highlight=False)
    console.print(report(reading))
    console.rule(style="dim")
