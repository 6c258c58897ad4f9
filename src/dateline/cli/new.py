"""`dateline new`: what is new in an archive since the last look, or since some day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.arguments import ArchivePath, day

if TYPE_CHECKING:
    from dateline.analysis.news.finding import Asked
    from dateline.analysis.news.item import News
    from dateline.analysis.news.state import State

SOME_FAILED = 1
LAST = "LAST"
STANDINGS = ("actual", "claimed", "planned", "hypothetical", "denied")
ROOM = "http://127.0.0.1:8765/"
"""Where `dateline serve` shows an archive."""


class NewsForm(StrEnum):
    """What is printed."""

    text = "text"
    html = "html"
    rss = "rss"
    json = "json"


Since = Annotated[
    str,
    typer.Option(metavar="LAST|YYYY-MM-DD", help="Since the last look of this name, or by what was read on that day or later."),
]
WatchFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Whom and what to watch: lines such as `actor: North Korea`, or .toml.", dir_okay=False),
]
MinOrigins = Annotated[int, typer.Option(min=1, metavar="N", help="Only what so many outlets vouch for on their own.")]
Factuality = Annotated[
    str | None, typer.Option(metavar="actual,...", help=f"Only incidents told so: any of {', '.join(STANDINGS)}; usual: all.")
]
FormOption = Annotated[NewsForm, typer.Option("--format", help="What is printed.")]
Name = Annotated[str, typer.Option(help="The name of the look: each has its own LAST.")]
To = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write there instead of printing; a feed keeps its earlier items.", dir_okay=False),
]
Link = Annotated[str, typer.Option(metavar="URL", help="Address of the reading room, for the links of a feed.")]
Peek = Annotated[bool, typer.Option("--peek", help="Do not remember this look: the next one tells the same again.")]


def new(
    archive: ArchivePath,
    since: Since = LAST,
    watch: WatchFile = None,
    min_origins: MinOrigins = 1,
    factuality: Factuality = None,
    format: FormOption = NewsForm.text,
    name: Name = "usual",
    to: To = None,
    link: Link = ROOM,
    peek: Peek = False,
) -> None:
    """Tell what appeared, changed, was corrected or confirmed by others since the last look; echoes are not told."""
    start = None if since.upper() == LAST else day(since)
    asked, problems = _asked(watch, min_origins, factuality)
    news, state = _found(archive, start, name, asked)
    _tell(news, format, to, (f"New in {archive.stem}", link))
    if start is None and not peek:
        _keep(archive, name, state)
    for problem in problems:
        typer.echo(f"dateline: {problem}", err=True)
    if problems:
        raise typer.Exit(SOME_FAILED)


def _asked(watch: Path | None, min_origins: int, factuality: str | None) -> tuple[Asked, tuple[str, ...]]:
    from dateline.analysis.news.changes import Threshold
    from dateline.analysis.news.finding import Asked
    from dateline.analysis.news.watch import Watch, read_watch

    told = [part.strip().lower() for part in (factuality or ",".join(STANDINGS)).split(",") if part.strip()]
    told = ["denied" if part == "negated" else part for part in told]
    wrong = [part for part in told if part not in STANDINGS]
    if wrong:
        raise typer.BadParameter(f"--factuality: {wrong[0]!r} (choose from {', '.join(STANDINGS)})")
    watched, problems = read_watch(watch) if watch else (Watch(), ())
    return Asked(watched, Threshold(min_origins, frozenset(told))), problems


def _found(archive: Path, start: date | None, name: str, asked: Asked) -> tuple[News, State]:
    from dateline.analysis.news.finding import news_since_day, news_since_look
    from dateline.analysis.news.state import State, from_json
    from dateline.archive.looks import last_look
    from dateline.corroboration.renewing import open_archive

    with open_archive(archive, read_only=True) as opened:
        if start is not None:
            return news_since_day(opened, start, asked)
        look = last_look(opened, name)
        if look is None:
            typer.echo(f"The first look called {name!r}: everything is new.", err=True)
        return news_since_look(opened, from_json(look.state) if look else State(), asked)


def _keep(archive: Path, name: str, state: State) -> None:
    from dateline.archive.looks import keep_look

    kept = keep_look(archive, name, state.to_json())
    if kept != archive:
        typer.echo(f"The archive cannot be written now; this look is kept in {kept}", err=True)


def _tell(news: News, form: NewsForm, to: Path | None, channel: tuple[str, str]) -> None:
    from dateline.views.news.html import news_html
    from dateline.views.news.rss import Channel, news_rss
    from dateline.views.news.text import news_json, news_text

    heading, link = channel
    if form is NewsForm.rss:
        before = to.read_text(encoding="utf-8") if to and to.exists() else ""
        told = news_rss(news, Channel(heading, link, datetime.now(UTC)), before)
    elif form is NewsForm.html:
        told = news_html(news, heading)
    else:
        told = (news_json if form is NewsForm.json else news_text)(news)
    if to is None:
        typer.echo(told.rstrip("\n"))
    else:
        _write(to, told)


def _write(to: Path, told: str) -> None:
    part = to.with_name(f"{to.name}.part")
    try:
        part.write_text(told if told.endswith("\n") else f"{told}\n", encoding="utf-8", newline="\n")
        part.replace(to)
    except OSError as error:
        raise typer.BadParameter(f"--to: {to} cannot be written: {error}") from error
