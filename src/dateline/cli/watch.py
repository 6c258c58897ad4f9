"""`dateline watch`: feeds into an archive, again and again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.add import INTERRUPTED, SOME_FAILED, ArchiveFile, other_languages
from dateline.cli.arguments import ActorsFile, AnyLanguage, NoModel, Outlet

if TYPE_CHECKING:
    from dateline.archive import Archive
    from dateline.errors import SourceError
    from dateline.watching import RoundReport

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SHORTEST = 60


def interval(value: str | float) -> float:
    """Seconds of "90s", "15m", "2h", "1d"."""
    if isinstance(value, float):
        return value
    match = re.fullmatch(r"(\d{1,6})\s*([smhd])", value.strip().lower())
    seconds = float(int(match[1]) * _UNITS[match[2]]) if match else 0.0
    if seconds < _SHORTEST:
        raise typer.BadParameter(f"{value!r} (write 15m, 2h or 1d; a minute at least, so as not to be a burden to servers)")
    return seconds


Feeds = Annotated[
    list[str], typer.Argument(metavar="FEEDS...", help="Addresses of RSS or Atom feeds, files with one a line, or OPML files.")
]
Every = Annotated[float, typer.Option(parser=interval, metavar="15m", help="The time from one round to the next.")]


def watch(
    feeds: Feeds,
    to: ArchiveFile,
    every: Every = 900.0,
    once: Annotated[bool, typer.Option("--once", help="Ask each feed that is due once, and end.")] = False,
    outlet: Outlet = None,
    actors: ActorsFile = None,
    any_language: AnyLanguage = False,
    no_model: NoModel = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch also from addresses inside your own network or machine.")
    ] = False,
) -> None:
    """Read what is new in feeds into an archive, every 15 minutes until Ctrl-C; what is there already is not added twice."""
    from functools import partial

    from dateline.errors import MissingExtra
    from dateline.knowledge.own_actors import load_own_actors
    from dateline.reading import read_articles, reading_version
    from dateline.sources import SourceOptions

    try:
        from dateline.sources.fetching import Fetcher, SystemClock
        from dateline.watching import WatchOptions
        from dateline.watching import watch as watch_feeds
    except ImportError as error:
        raise MissingExtra("watch", "stream", "feeds on the web") from error
    addresses = _addresses(feeds, to)
    own = load_own_actors(actors) if actors else None
    options = WatchOptions(every=every, sources=SourceOptions(outlet=outlet, any_language=any_language))
    read, version = partial(read_articles, model=not no_model, actors=own), reading_version(model=not no_model, actors=own)
    clock = SystemClock()
    with Fetcher(clock, allow_private=allow_private) as fetcher:
        report = watch_feeds(
            addresses, to, fetcher, options, clock=clock, read=read, version=version, rounds=1 if once else None, tell=_tell
        )
    if report.interrupted:
        typer.echo("Stopped. What was added is kept; the same command goes on where this one stopped.", err=True)
        raise typer.Exit(INTERRUPTED)
    if report.failed:
        raise typer.Exit(SOME_FAILED)


def _addresses(feeds: list[str], to: Path) -> list[str]:
    """The feeds that are meant; what cannot be understood is told and entered in the ledger."""
    from dateline.corroboration.renewing import open_archive
    from dateline.errors import SourceError
    from dateline.sources.feeds import read_feed_lists

    found = list(read_feed_lists(feeds))
    wrong = [each for each in found if isinstance(each, SourceError)]
    for error in wrong:
        typer.echo(f"dateline: {error}", err=True)
    addresses = [each for each in found if isinstance(each, str)]
    if not addresses:
        raise typer.BadParameter("none of these is a feed or a list of feeds", param_hint="FEEDS")
    if wrong:
        with open_archive(to) as archive:
            _record(archive, wrong)
    return addresses


def _record(archive: Archive, wrong: list[SourceError]) -> None:
    for error in wrong:
        archive.record_failure(error.source, str(error))


def _tell(report: RoundReport) -> None:
    """One line for each round on standard error, and one for each failure."""
    from datetime import datetime

    from dateline.views.wording import count

    parts = [f"{count(report.feeds, 'feed')} asked, {report.unchanged} unchanged", f"{count(report.added, 'article')} added"]
    parts += [f"{report.copies:,} copies"] if report.copies else []
    parts += [f"{report.known:,} known"] if report.known else []
    parts += [other_languages(report.other_languages)] if report.other_languages else []
    parts += [f"{len(report.failed):,} failed"] if report.failed else []
    typer.echo(f"{datetime.now():%Y-%m-%d %H:%M} {'; '.join(parts)}", err=True)
    for step in report.failed:
        typer.echo(f"  failed: {step.error}", err=True)
