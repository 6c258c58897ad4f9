"""A member of the pool: it holds the models, reads a packet, writes its parts, and gives a receipt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from dateline.cluster.attempts import TRIES, Attempts
from dateline.cluster.dataset import open_dataset
from dateline.cluster.packets import Packet, Unread
from dateline.cluster.parts import write_readings, write_unread
from dateline.errors import ClusterError, DatelineError, printable
from dateline.knowledge.own_actors import OwnActors
from dateline.reading import read_articles, reading_version
from dateline.records import Article, Reading

logger = logging.getLogger(__name__)

Read = Callable[[Sequence[Article]], Iterator[Reading]]
Placed = tuple[int, Article]
Outcome = tuple[list[tuple[int, Reading]], list[Unread]]


@dataclass(frozen=True, slots=True)
class Run:
    """What is the same for all packets of a run; `began` (UTC) names it."""

    dataset: Path
    began: str
    version: str
    model: bool = True
    actors: OwnActors | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a packet, told once all of it is on the disk: ids of articles read, how many were passed over as read
    before, inputs that failed with their errors, and the languages of those that are not in English.
    """

    added: tuple[str, ...]
    skipped: int
    failed: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    machine: str = ""


class Member:
    """Reads packets, one after the other, in a process of its own."""

    def __init__(self, run: Run, machine: str = "", read: Read | None = None) -> None:
        """Raises ClusterError where this machine would read otherwise than the one that asks, DatasetError where it does not
        see the dataset.
        """
        here = reading_version(model=run.model, actors=run.actors)
        if here != run.version:
            raise ClusterError(f"{machine}: reads with version {here}, asked for is {run.version} (install the same everywhere)")
        self._run, self._machine = run, machine
        self._dataset = open_dataset(run.dataset)
        self._attempts = Attempts(self._dataset.root)
        self._read = read or partial(read_articles, model=run.model, actors=run.actors)

    def take(self, packet: Packet) -> Receipt:
        """Read it, write it, say so. An article that stands in it twice is read once, where it stands first."""
        articles = {article.id: (place, article) for place, article in reversed(packet.articles)}
        readings, unread = self._readings(sorted(articles.values(), key=lambda placed: placed[0]))
        unread = [*packet.unread, *unread]
        write_readings(self._dataset, self._run.began, readings)
        write_unread(self._dataset, self._run.began, self._run.version, unread)
        return Receipt(
            tuple(reading.article.id for _, reading in readings),
            packet.skipped + len(packet.articles) - len(articles),
            tuple((one.source, one.error) for one in unread if not one.language),
            tuple(one.language for one in unread if one.language),
            self._machine,
        )

    def _readings(self, articles: Sequence[Placed]) -> Outcome:
        """What was read of these, and what was not; together, unless that has ended processes."""
        with self._attempts.at([article.id for _, article in articles]) as earlier:
            if earlier < TRIES:
                return self._together(articles)
            logger.warning("%d articles ended the process that read them %d times, now one by one", len(articles), earlier)
            return _joined(self._alone(placed) for placed in articles)

    def _together(self, articles: Sequence[Placed]) -> Outcome:
        """Read articles together, and what that leaves one by one, so that one bad article costs no other."""
        places = {article.id: place for place, article in articles}
        done: dict[str, Reading] = {}
        problem: Exception = DatelineError("the reader gave no reading of it")
        try:
            for reading in self._read([article for _, article in articles]):
                done[reading.article.id] = replace(reading, version=self._run.version)
        except Exception as error:
            logger.warning("%d articles could not be read together: %s", len(articles), error, exc_info=error)
            problem = error
        readings = [(places[article], reading) for article, reading in done.items()]
        missing = [placed for placed in articles if placed[1].id not in done]
        if len(articles) == 1:
            return readings, [_failed(placed, _told(problem)) for placed in missing]
        return _joined([(readings, []), *(self._together([placed]) for placed in missing)])

    def _alone(self, placed: Placed) -> Outcome:
        """Read one article, unless that has ended processes."""
        with self._attempts.at([placed[1].id]) as earlier:
            if earlier < TRIES:
                return self._together([placed])
            return [], [_failed(placed, f"the process that read it ended {earlier} times (leave it out)")]


def _joined(parts: Iterable[Outcome]) -> Outcome:
    every = list(parts)
    return [one for readings, _ in every for one in readings], [one for _, unread in every for one in unread]


def _failed(placed: Placed, error: str) -> Unread:
    place, article = placed
    return Unread(place, article.source, printable(error), article=article.id)


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, DatelineError) else f"{type(error).__name__}: {error}"
