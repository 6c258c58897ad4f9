"""From inputs to packets: as many articles as one member of the pool reads at a time, and what gave no article.

A packet is made of its inputs alone, so that a machine that is lost with packets in its memory costs only that they are made
again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dateline.errors import OtherLanguage, SourceError, printable
from dateline.records import Article
from dateline.sources import SourceOptions, read_found
from dateline.sources.collections import holds_one
from dateline.sources.walk import Found

ArticleNumbers = npt.NDArray[np.uint64]
"""Numbers of articles in ascending order: 8 bytes an article, which the machines of a cluster share."""
PLACES = 32
"""Bits of a place that count within one input."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, and the how-manieth of the run it is."""

    number: int
    found: Found


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that gave no reading, and why; `language` says of one that was passed over what it is in."""

    place: int
    source: str
    error: str
    article: str | None = None
    language: str | None = None


@dataclass(slots=True)
class Packet:
    """Articles with their places, what gave no article, and how many were passed over because they were read before."""

    articles: list[tuple[int, Article]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    skipped: int = 0

    def __bool__(self) -> bool:
        return bool(self.articles or self.unread or self.skipped)


def article_number(article_id: str) -> int:
    """The hash in an article's id as the number that it is."""
    return int(article_id[-16:], 16)


def article_numbers(article_ids: Iterable[str]) -> ArticleNumbers:
    """The numbers of these articles, for `packets`."""
    return np.unique(np.fromiter(map(article_number, article_ids), dtype=np.uint64))


def groups(inputs: Iterable[Input], size: int) -> Iterator[tuple[Input, ...]]:
    """Inputs that one task opens: a file of many articles by itself, files of one together up to the size of a packet."""
    waiting: list[Input] = []
    for one in inputs:
        if not holds_one(one.found.name):
            yield (one,)
            continue
        waiting.append(one)
        if len(waiting) == size:
            yield tuple(waiting)
            waiting = []
    if waiting:
        yield tuple(waiting)


def packets(inputs: Sequence[Input], options: SourceOptions, known: ArticleNumbers, size: int) -> Iterator[Packet]:
    """The articles of these inputs that are not known, `size` at a time; what fails is told in a packet, and the rest is
    read.
    """
    packet = Packet()
    for place, item in _items(inputs, options):
        if isinstance(item, SourceError):
            language = item.language if isinstance(item, OtherLanguage) else None
            packet.unread.append(Unread(place, item.source, printable(str(item)), language=language))
        elif _holds(known, item.id):
            packet.skipped += 1
        else:
            packet.articles.append((place, item))
        if max(len(packet.articles), len(packet.unread)) >= size:
            yield packet
            packet = Packet()
    if packet:
        yield packet


def _items(inputs: Sequence[Input], options: SourceOptions) -> Iterator[tuple[int, Article | SourceError]]:
    for one in inputs:
        for number, item in enumerate(read_found(one.found, options)):
            yield (one.number << PLACES) + number, item


def _holds(known: ArticleNumbers, article_id: str) -> bool:
    number = np.uint64(article_number(article_id))
    at = int(np.searchsorted(known, number))
    return at < len(known) and bool(known[at] == number)
