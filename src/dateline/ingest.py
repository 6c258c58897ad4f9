"""Adding articles to an archive: read, store, mark copies, find out who is who across articles.

Articles are read and committed in small batches. Whatever stops the program, what was committed stays, and nothing half-written
shows; the next run goes on with what is missing.
"""

from __future__ import annotations

import logging
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Never

from dateline.archive import search_index
from dateline.archive.archive import Archive
from dateline.archive.collection import kept_from_collection
from dateline.archive.copy_relation import CopyRelation
from dateline.archive.interrupts import deferred_interrupts
from dateline.corroboration import copies, identity, incidents, proposals, sayings, stories
from dateline.corroboration.renewing import renew
from dateline.errors import DatelineError, ModelError, OtherLanguage, ReadingFailed, SourceError
from dateline.reading import read_articles, reading_version
from dateline.records import Article, Reading

logger = logging.getLogger(__name__)

Read = Callable[[Sequence[Article]], Iterator[Reading | ReadingFailed]]
Outcome = Literal["added", "skipped", "other language", "failed"]

BATCH, LARGEST_BATCH = 64, 256
"""Articles read and committed together: the network then has work beside the parser, and the archive is searched for all of them
at once. A kill loses no more than these."""
ARCHIVE_TO_BATCH = 40
"""The larger the archive, the more articles share one search of it: one in so many of its articles, between the two sizes."""


@dataclass(frozen=True, slots=True)
class IngestStep:
    """What became of one input; "added" is told once it is committed."""

    source: str
    outcome: Outcome
    article: Article | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a run did: ids of the articles added, of those skipped (read before by this version), and the inputs that failed.

    `other_languages` counts the inputs that were passed over because they are not in English, by language.
    """

    added: tuple[str, ...]
    skipped: tuple[str, ...]
    failed: tuple[IngestStep, ...]
    copies: tuple[CopyRelation, ...]
    interrupted: bool = False
    other_languages: Mapping[str, int] = field(default_factory=dict)


def add(
    articles: Iterable[Article | SourceError],
    archive: Archive,
    *,
    read: Read = read_articles,
    version: str | None = None,
    progress: Callable[[IngestStep], None] | None = None,
    ahead: int = 0,
) -> IngestReport:
    """Read articles into the archive, passing over those that this version has read.

    An input that is an error, and an article whose reading fails, are entered in the ledger and the run goes on. An article
    that an older version has read is read again and replaced. After Ctrl-C what has been read is still committed, and the
    report says `interrupted`. `version` is the version of the reader `read`; without it, that of a reading with all models.
    A reader that begins to read when it is called, as worker processes do, is given `ahead` more batches while one is committed.
    Raises ModelError where a model is missing or damaged: what was read before is kept, the rest waits for the next run.
    """
    reader = _Reader(read, ahead, archive.size())
    run = _Run(archive, reader, version or reading_version(), progress or (lambda step: None))
    with kept_from_collection() as run.between_batches:
        try:
            for item in articles:
                run.take(item)
            run.flush()
        except KeyboardInterrupt:
            run.store_ready()
            return run.report(interrupted=True)
        except ModelError:
            run.store_ready()
            raise
    return run.report()


class _Reader:
    """Batches of articles that the reader was given, in order, and those that are not given yet."""

    def __init__(self, read: Read, ahead: int, stored: int) -> None:
        self._read, self._ahead, self._known = read, ahead, stored
        self._next: list[Article] = []
        self._given: deque[tuple[Sequence[Article], Iterator[Reading | ReadingFailed]]] = deque()

    def take(self, article: Article) -> bool:
        """Whether so many are given now that the results of the first batch should be taken."""
        self._next.append(article)
        if len(self._next) >= batch_size(self._known):
            self.give()
        return len(self._given) > self._ahead

    def give(self) -> None:
        if self._next:
            batch, self._next = self._next, []
            self._known += len(batch)
            self._given.append((batch, self.begin(batch)))

    def begin(self, articles: Sequence[Article]) -> Iterator[Reading | ReadingFailed]:
        """The readings of a batch; an error of the reader comes where the first of them is asked for."""
        try:
            return self._read(articles)
        except Exception as error:
            return map(_raise, [error])

    def batches(self) -> Iterator[tuple[Sequence[Article], Iterator[Reading | ReadingFailed]]]:
        """All that were given, the earliest first."""
        while self._given:
            yield self._given.popleft()


def batch_size(stored: int) -> int:
    """How many articles are committed together to an archive that holds `stored`."""
    return max(BATCH, min(LARGEST_BATCH, stored // ARCHIVE_TO_BATCH))


def _raise(error: Exception) -> Never:
    raise error


class _Run:
    """One call of `add`: what waits to be read, what waits to be committed, and what was done."""

    def __init__(self, archive: Archive, reader: _Reader, version: str, progress: Callable[[IngestStep], None]) -> None:
        self._archive, self._reader, self._version, self._progress = archive, reader, version, progress
        renew(archive)
        self._waiting: dict[str, Article] = {}
        self._repeats: dict[str, list[Article]] = {}
        self._ready: dict[str, Reading] = {}
        self._added: list[str] = []
        self._skipped: list[str] = []
        self._failed: list[IngestStep] = []
        self._copies: dict[tuple[str, str], CopyRelation] = {}
        self._other_languages: Counter[str] = Counter()
        self.between_batches: Callable[[], None] = lambda: None

    def take(self, item: Article | SourceError) -> None:
        """Read it with the next batch, or note why not."""
        if isinstance(item, OtherLanguage):
            self._skip_language(item)
        elif isinstance(item, SourceError):
            self._fail(item.source, str(item))
        elif item.id in self._waiting:
            # What is told of it waits too: the first of its kind may fail, or never be stored.
            self._repeats.setdefault(item.id, []).append(item)
        elif self._archive.has_read(item.id, self._version):
            self._skip(item)
        else:
            self._waiting[item.id] = item
            if self._reader.take(item):
                self._commit_batch(*next(self._reader.batches()))

    def flush(self) -> None:
        """Read and commit what waits."""
        self._reader.give()
        for articles, readings in self._reader.batches():
            self._commit_batch(articles, readings)
        self.store_ready()

    def _commit_batch(self, articles: Sequence[Article], readings: Iterator[Reading | ReadingFailed]) -> None:
        self._read_batch(articles, readings)
        self.store_ready()
        self.between_batches()

    def store_ready(self) -> None:
        """Commit what has been read; Ctrl-C waits until that is done and noted."""
        with deferred_interrupts():
            self._store(list(self._ready.values()))

    def report(self, *, interrupted: bool = False) -> IngestReport:
        found = tuple(self._copies.values())
        added, skipped, failed = tuple(self._added), tuple(self._skipped), tuple(self._failed)
        return IngestReport(added, skipped, failed, found, interrupted, dict(self._other_languages))

    def _read_batch(self, articles: Sequence[Article], readings: Iterator[Reading | ReadingFailed]) -> None:
        """Read articles together, and where that fails one by one, so that one bad article costs no other."""
        try:
            for reading in readings:
                self._take_reading(reading)
        except ModelError:
            raise  # no article can be read then, and none has failed
        except Exception as error:
            if len(articles) == 1 and articles[0].id in self._waiting:
                self._fail_article(articles[0], error)
            else:
                logger.warning("%d articles read together failed, now one by one: %s", len(articles), error)
        self._read_rest(articles)

    def _take_reading(self, reading: Reading | ReadingFailed) -> None:
        if isinstance(reading, ReadingFailed):
            self._fail_article(self._waiting[reading.article], reading)
            return
        self._ready[reading.article.id] = replace(reading, version=self._version)
        self._waiting.pop(reading.article.id, None)

    def _read_rest(self, articles: Sequence[Article]) -> None:
        """Deal with those of a batch that gave no reading."""
        for article in [article for article in articles if article.id in self._waiting]:
            if len(articles) > 1:
                self._read_batch([article], self._reader.begin([article]))
            else:
                self._fail_article(article, DatelineError(f"{article.source}: the reader gave no reading of it"))

    def _store(self, readings: Sequence[Reading]) -> None:
        """Commit readings with their copies together, and where that fails one by one."""
        try:
            if readings:
                self._commit(readings)
        except Exception as error:
            if len(readings) == 1:
                self._fail_article(readings[0].article, error)
                return
            for reading in readings:
                self._store([reading])

    def _commit(self, readings: Sequence[Reading]) -> None:
        with self._archive.transaction():
            known = self._archive.known([reading.article.id for reading in readings])
            same = self._archive.rereadings.note([reading for reading in readings if reading.article.id in known])
            self._archive.confirm(*(reading for reading in readings if reading.article.id in same))
            new = [reading for reading in readings if reading.article.id not in same]
            relations = self._commit_new(new, known - same) if new else ()
        self._note(readings, relations)

    def _commit_new(self, readings: Sequence[Reading], known: Collection[str]) -> Sequence[CopyRelation]:
        """Store what is new or read otherwise than before, with all that follows from it."""
        articles = [reading.article.id for reading in readings]
        before = self._archive.actors.of_articles(known) if known else ()
        readings = self._archive.add(*readings)
        relations = copies.bring_up_to_date(self._archive, articles)
        identity.bring_up_to_date(self._archive, articles, before, readings)
        stories.bring_up_to_date(self._archive, articles, readings)
        incidents.bring_up_to_date(self._archive, articles, readings)
        sayings.bring_up_to_date(self._archive, articles, readings)
        proposals.bring_up_to_date(self._archive, articles, readings)
        search_index.bring_up_to_date(self._archive, articles)
        return relations

    def _note(self, readings: Sequence[Reading], relations: Sequence[CopyRelation]) -> None:
        self._copies.update({(relation.article, relation.original): relation for relation in relations})
        for reading in readings:
            self._ready.pop(reading.article.id, None)
            self._added.append(reading.article.id)
            self._progress(IngestStep(reading.article.source, "added", reading.article))
            for repeated in self._repeats.pop(reading.article.id, ()):
                self._skip(repeated)

    def _skip(self, article: Article) -> None:
        self._skipped.append(article.id)
        self._progress(IngestStep(article.source, "skipped", article))

    def _skip_language(self, item: OtherLanguage) -> None:
        self._archive.record_skip(item.source, str(item), version=self._version)
        self._other_languages[item.language] += 1
        self._progress(IngestStep(item.source, "other language", error=str(item)))

    def _fail_article(self, article: Article, error: Exception) -> None:
        self._waiting.pop(article.id, None)
        self._ready.pop(article.id, None)
        message = str(error) if isinstance(error, DatelineError) else f"{type(error).__name__}: {error}"
        if not isinstance(error, DatelineError):
            logger.error("%s: unexpected error while it was read", article.source, exc_info=error)
        for one in (article, *self._repeats.pop(article.id, ())):
            self._fail(one.source, message, one)

    def _fail(self, source: str, error: str, article: Article | None = None) -> None:
        self._archive.record_failure(source, error, version=self._version, article=article.id if article else None)
        self._failed.append(IngestStep(source, "failed", article, error))
        self._progress(self._failed[-1])
