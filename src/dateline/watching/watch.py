"""Round after round, with the archive let go of in between so that others can read it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.corroboration.renewing import open_archive
from dateline.errors import ArchiveError
from dateline.ingest import Read
from dateline.sources.fetching import Clock, Fetcher
from dateline.watching.round import RoundReport, WatchOptions, World, watch_once

log = logging.getLogger(__name__)


def watch(
    feeds: Sequence[str],
    archive: Path,
    fetcher: Fetcher,
    options: WatchOptions,
    *,
    clock: Clock,
    read: Read,
    version: str,
    rounds: int | None = None,
    tell: Callable[[RoundReport], None] = lambda report: None,
) -> RoundReport:
    """Ask the feeds again and again, `rounds` times or until Ctrl-C, and tell of each round; returns the last report.

    Raises ArchiveError where the archive cannot be opened at the first round. Where another program holds it later, that round
    is left out.
    """
    done = 0
    while True:
        started = clock.time()
        try:
            with open_archive(archive) as opened:
                report = watch_once(feeds, World(opened, fetcher, clock), options, read=read, version=version)
        except ArchiveError as error:
            if not done:
                raise
            log.warning("this round is left out: %s", error)
            report = RoundReport()
        done += 1
        tell(report)
        if report.interrupted or done == rounds:
            return report
        try:
            clock.sleep(started + options.every - clock.time())
        except KeyboardInterrupt:
            return RoundReport(interrupted=True)
