"""Reading again what another version of the reader has read, from the article texts that an archive holds.

It goes on where it was stopped: an article that was read again is of the new version. What nothing changes in is only marked as
read; what changes is stored with all that follows from it, in the same transaction as the account of what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline.archive import Archive
from dateline.archive.corrections import Correction
from dateline.archive.rereadings import Rereading
from dateline.errors import SourceError
from dateline.ingest import IngestReport, IngestStep, Read, add
from dateline.knowledge.own_actors import OwnActors, load_own_actors
from dateline.reading import read_articles, reading_version
from dateline.records import Article

Item = Article | SourceError


@dataclass(frozen=True, slots=True)
class RereadReport:
    """What a run did, and what this version changed in all articles that another had read, earlier runs included.

    `not_stored` counts articles of the given inputs that the archive does not hold; `lost` are corrections that fit nothing in
    the present readings.
    """

    version: str
    run: IngestReport
    rereadings: tuple[Rereading, ...]
    not_stored: int = 0
    lost: tuple[Correction, ...] = ()


def reread(
    archive: Archive,
    articles: Iterable[Item] | None = None,
    *,
    model: bool = True,
    actors: str | Path | OwnActors | None = None,
    progress: Callable[[IngestStep], None] | None = None,
) -> RereadReport:
    """Read again what another version, other weights or other own actors have read, or only that among these articles.

    `archive` is open for writing. Corrections stay in force. Raises ModelError where the weights are missing or damaged.
    """
    own = load_own_actors(actors) if isinstance(actors, str | Path) else actors
    version = reading_version(model=model, actors=own)
    return reread_with(
        archive, articles, read=partial(read_articles, model=model, actors=own), version=version, progress=progress
    )


def reread_with(
    archive: Archive,
    articles: Iterable[Item] | None = None,
    *,
    read: Read,
    version: str,
    progress: Callable[[IngestStep], None] | None = None,
    ahead: int = 0,
) -> RereadReport:
    """The same with a reader and its version; `ahead` as for `dateline.ingest.add`."""
    chosen = _Chosen(archive, version, articles)
    run = add(chosen, archive, read=read, version=version, progress=progress, ahead=ahead)
    lost = tuple(one for one in archive.corrections.listing() if one.stands and one.lost is not None)
    found = archive.rereadings.of_version(version, chosen.stored if articles is not None else None)
    return RereadReport(version, run, found, chosen.not_stored, lost)


class _Chosen:
    """The articles to be read again, as the archive holds them; `stored` are the ids of those given that it holds."""

    def __init__(self, archive: Archive, version: str, articles: Iterable[Item] | None) -> None:
        self._archive, self._version, self._articles = archive, version, articles
        self.stored: set[str] = set()
        self.not_stored = 0

    def __iter__(self) -> Iterator[Item]:
        if self._articles is None:
            yield from self._archive.articles_of(self._archive.rereadings.waiting(self._version))
            return
        for item in self._articles:
            if not isinstance(item, Article):
                yield item
            elif self._archive.known([item.id]):
                self.stored.add(item.id)
                yield from self._archive.articles_of([item.id])
            else:
                self.not_stored += 1
