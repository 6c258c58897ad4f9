"""`dateline brief`: what an archive tells, on one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.arguments import ArchivePath, day

if TYPE_CHECKING:
    from dateline.views.brief import Brief

Html = Annotated[Path | None, typer.Option(metavar="FILE", help="Write it as one HTML page.", dir_okay=False)]
Markdown = Annotated[Path | None, typer.Option(metavar="FILE", help="Write it as Markdown.", dir_okay=False)]
AsJson = Annotated[
    Path | None,
    typer.Option("--json", metavar="FILE", help="Write it as JSON, each line with its record.", dir_okay=False),
]
Since = Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Leave out what ended before this day.")]
Until = Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Leave out what began after this day.")]
About = Annotated[str | None, typer.Option(metavar="ACTOR", help="Only what concerns this actor: a name or a code such as PRK.")]
Full = Annotated[bool, typer.Option("--full", help="Show more of everything: longer lists, more quotations, every outlet.")]


def brief(
    archive: ArchivePath,
    html: Html = None,
    markdown: Markdown = None,
    since: Since = None,
    until: Until = None,
    about: About = None,
    full: Full = False,
    as_json: AsJson = None,
) -> None:
    """Show the brief: stories, timeline, who said what, positions, pairs of states, what is only claimed."""
    from dateline.corroboration.renewing import open_archive
    from dateline.views.brief import FULL, SHORT, Scope, brief_of

    if since and until and since > until:
        raise typer.BadParameter(f"--since {since} is later than --until {until}")
    with open_archive(archive, read_only=True) as opened:
        made = brief_of(opened, Scope(since, until, about), FULL if full else SHORT)
    if html:
        write_html(made, html)
    if markdown:
        _write_markdown(made, markdown)
    if as_json:
        _write_json(made, as_json)
    if not html and not markdown and not as_json:
        show(made)


def write_html(made: Brief, path: Path) -> None:
    """Write the page and say where it is."""
    from dateline.views.brief_html import brief_html

    _write(path, brief_html(made))


def show(made: Brief) -> None:
    """Print the brief, in styles where standard output is a terminal."""
    from rich.console import Console
    from rich.text import Text

    from dateline.views.brief_text import brief_lines

    console = Console(highlight=False, soft_wrap=True)
    width = min(console.width, WIDEST) if console.is_terminal else WIDEST
    for line in brief_lines(made, width):
        console.print(Text(line.text, STYLES.get(line.kind, "")))


WIDEST = 100
STYLES = {"title": "bold", "heading": "bold cyan", "item": "bold", "note": "italic dim", "evidence": "dim"}


def _write_markdown(made: Brief, path: Path) -> None:
    from dateline.views.brief_markdown import brief_markdown

    _write(path, brief_markdown(made))


def _write_json(made: Brief, path: Path) -> None:
    from dateline.views.brief_json import brief_json

    _write(path, brief_json(made))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be written: {error.strerror} (name a file that you may write)") from error
    typer.echo(f"Wrote {path}", err=True)
