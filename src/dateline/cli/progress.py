"""Reading into an archive with a progress bar on standard error."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from dateline.archive import Archive
from dateline.corroboration.renewing import open_archive
from dateline.errors import ArchiveError
from dateline.ingest import IngestReport, IngestStep, Read
from dateline.ingest import add as ingest
from dateline.knowledge.own_actors import OwnActors
from dateline.reading import read_articles, reading_version
from dateline.rereading import RereadReport, reread_with
from dateline.sources import SourceOptions, find, read_sources
from dateline.sources.walk import STANDARD_INPUT, Found
from dateline.workers import ReaderOptions, ReadingWorkers

_UNCOUNTED = frozenset({".csv", ".tsv", ".parquet", ".warc", ".rss", ".atom", ".xml"})
"""Files of many articles that would have to be read through to be counted."""


def add_with_progress(
    paths: Sequence[str],
    options: SourceOptions,
    archive_file: Path,
    *,
    model: bool = True,
    actors: OwnActors | None = None,
    workers: int = 1,
) -> IngestReport:
    """Read the paths into the archive and show on standard error how far it has come."""
    version = reading_version(model=model, actors=actors)
    console = Console(stderr=True)
    with (
        open_archive(archive_file) as archive,
        _reader(ReaderOptions(model, actors), workers) as (read, ahead),
        _progress(console) as progress,
    ):
        task = progress.add_task("reading", total=expected(paths))

        def advance(step: IngestStep) -> None:
            progress.advance(task)

        return ingest(read_sources(paths, options), archive, read=read, version=version, progress=advance, ahead=ahead)


@contextmanager
def _reader(options: ReaderOptions, workers: int) -> Iterator[tuple[Read, int]]:
    """In this process, or in several; and how many batches it is given ahead."""
    if workers == 1:
        yield partial(read_articles, model=options.model, actors=options.actors), 0
        return
    with ReadingWorkers(workers, options) as pool:
        yield pool.read, pool.ahead


def reread_with_progress(
    paths: Sequence[str],
    options: SourceOptions,
    archive_file: Path,
    *,
    model: bool = True,
    actors: OwnActors | None = None,
    workers: int = 1,
) -> RereadReport:
    """Read again what the archive holds, or of it what the paths hold, and show on standard error how far it has come."""
    console = Console(stderr=True)
    version = reading_version(model=model, actors=actors)
    with (
        opened_to_be_written(archive_file) as archive,
        _reader(ReaderOptions(model, actors), workers) as (read, ahead),
        _progress(console) as progress,
    ):
        waiting = archive.rereadings.waiting(version)
        task = progress.add_task("reading again", total=expected(paths) if paths else len(waiting))

        def advance(step: IngestStep) -> None:
            progress.advance(task)

        articles = read_sources(paths, options) if paths else None
        return reread_with(archive, articles, read=read, version=version, progress=advance, ahead=ahead)


def opened_to_be_written(path: Path) -> Archive:
    """An archive that is there already; raises ArchiveError where there is none."""
    if not path.exists():
        raise ArchiveError(f"{path}: there is no such archive to be read again (make one with `dateline add PATH --to {path}`)")
    return open_archive(path)


def expected(paths: Sequence[str]) -> int | None:
    """How many articles the paths hold, counted without reading them; None where that cannot be told."""
    if STANDARD_INPUT in paths:
        return None
    counts = [_articles_in(found.name) if isinstance(found, Found) else 1 for found in find(paths)]
    return None if None in counts else sum(n for n in counts if n is not None)


def _articles_in(name: str) -> int | None:
    """One for a page or a text, the number of lines for a file of JSON lines; an unreadable file is one failure."""
    path = Path(name)
    if ".jsonl" not in path.suffixes:
        return None if _UNCOUNTED.intersection(path.suffixes) else 1
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except (OSError, EOFError):
        return 1


def _progress(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def progress_bar(console: Console) -> Progress:
    """A bar that is shown on a terminal only, and gone when it ends."""
    return _progress(console)
