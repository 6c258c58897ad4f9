"""A day of watching in seconds: servers that err, stall, redirect, repeat and change what they publish.

DATELINE_NIGHTLY=1 watches more feeds for a week.
"""

from __future__ import annotations

import gc
import gzip
import os
import random
import re
import tracemalloc
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from captures import SENTENCE, item, page, rss
from dateline.archive import open_archive
from dateline.records import Article, Reading
from dateline.sources.fetching import BackOff, Fetcher, Limits
from dateline.watching import RoundReport, WatchOptions, watch
from newsserver import FastClock, NewsServer, Reply, at_home

NIGHTLY = bool(os.environ.get("DATELINE_NIGHTLY"))
FEEDS, HOURS, ARTICLES, EVERY = (12, 7 * 24, 80, 900) if NIGHTLY else (3, 24, 10, 1800)
SILENCE = 0.15
CALM = 3 * 3600
"""The last hours of the day bring no news, so that all that failed has been tried again."""


@dataclass
class Story:
    """One article of a publisher: when it appears, whether its feed has all of it, and when it is changed, if it is."""

    number: int
    appears: float
    whole: bool
    changes: float | None

    def text(self, now: float) -> str:
        version = 2 if self.changes is not None and now >= self.changes else 1
        return f"{SENTENCE} Matter {self.number} stands in version {version}."


class Publisher:
    """A feed of the newest articles and their pages; what goes wrong is drawn anew for each request."""

    def __init__(self, name: str, server: NewsServer, clock: FastClock, seed: int) -> None:
        self.name, self.server, self.clock, self.random = name, server, clock, random.Random(seed)
        self.begin, length = clock.now, HOURS * 3600 - CALM
        self.stories = []
        for n in range(ARTICLES):
            appears = self.begin + self.random.random() * length * 0.8
            changes = appears + 3600 + self.random.random() * length * 0.1 if n % 4 == 0 else None
            self.stories.append(Story(n, appears, n % 3 == 0, changes))
        self.stalls = 6

    def reply(self, path: str, headers) -> Reply:
        if path == "/robots.txt":
            return Reply(body=b"User-agent: *\nCrawl-delay: 2\n")
        trouble = self.trouble()
        if trouble:
            return trouble
        if path == "/feed":
            return self.feed(headers)
        if path.startswith("/old/"):
            return Reply(301, headers={"Location": path.replace("/old/", "/news/")})
        story = self.stories[int(re.search(r"\d+", path)[0])]
        html = page(f"Ministers of {self.name} meet {story.number}", story.text(self.clock.now)).encode()
        return Reply(body=gzip.compress(html), headers={"Content-Encoding": "gzip", "Content-Type": "text/html"})

    def trouble(self) -> Reply | None:
        draw = self.random.random()
        if draw < 0.02 and self.stalls:
            self.stalls -= 1
            return Reply(stall=SILENCE * 2)
        kinds = [(0.08, Reply(500)), (0.10, Reply(503, headers={"Retry-After": "1200"})), (0.12, Reply(drop=True))]
        kinds += [
            (0.14, Reply(body=b"x" * 500, cut=100)),
            (0.15, Reply(429)),
            (0.16, Reply(200, b"", {"Content-Encoding": "gzip"})),
        ]
        return next((reply for below, reply in kinds if 0.02 <= draw < below), None)

    def feed(self, headers) -> Reply:
        now = self.clock.now
        shown = [s for s in self.stories if s.appears <= now]
        body = rss(*(self.item(s, now) for s in reversed(shown)), title=f"{self.name} Gazette")
        mark = f'"{hash(body)}"'
        if headers.get("if-none-match") == mark:
            return Reply(304)
        return Reply(body=body, headers={"ETag": mark, "Content-Type": "application/rss+xml"})

    def item(self, story: Story, now: float) -> str:
        """Now and then under another address of the same page, which must not make it another article."""
        path = self.random.choice(("/news/", "/old/")) if story.number % 5 == 0 else "/news/"
        mark = self.random.choice(("", "?utm_source=rss", "#top")) if path == "/news/" else ""
        text = story.text(now)
        html = "".join(f"<p>{text} Part {n}.</p>" for n in range(6)) if story.whole else f"<p>{text}</p>"
        return item(story.number, html, link=self.server.url(f"{path}{story.number}{mark}", f"{self.name}.example"))


def read(articles: Sequence[Article]) -> Iterator[Reading]:
    return (Reading(article) for article in articles)


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="this system does not tell which files are open")
def test_a_day_of_troubles(tmp_path):
    clock, archive = FastClock(), tmp_path / "a.duckdb"
    begin, reports, files, memory = clock.now, [], [], []

    def tell(report: RoundReport) -> None:
        reports.append(report)
        files.append(open_files())
        if len(reports) % 8 == 0:
            gc.collect()
            memory.append(tracemalloc.get_traced_memory()[0])

    with NewsServer(lambda *_: Reply(404)) as server:
        publishers = {f"p{n}.example": Publisher(f"p{n}", server, clock, n) for n in range(FEEDS)}
        server.respond = lambda host, path, headers: publishers[host].reply(path, headers)
        feeds = [server.url("/feed", host) for host in publishers]
        limits = Limits(seconds=2.0, silence=SILENCE)
        options = WatchOptions(every=EVERY, back_off=BackOff(longest=3600, random=random.Random(5)), most_attempts=20)
        tracemalloc.start()
        with Fetcher(clock, limits=limits, delay=0.5, allow_private=True, resolve=at_home) as fetcher:
            rounds = HOURS * 3600 // EVERY
            watch(feeds, archive, fetcher, options, clock=clock, read=read, version="1", rounds=rounds, tell=tell)
        tracemalloc.stop()
    assert clock.now - begin >= HOURS * 3600 - EVERY
    _check_articles(archive, publishers, reports)
    half = len(files) // 2
    assert max(files[half:]) <= max(files[:half])
    half = len(memory) // 2
    # Python's own memory after a round; articles are in the archive, not in it.
    assert max(memory[half:]) - max(memory[:half]) < 3_000_000


def _check_articles(archive: Path, publishers: dict[str, Publisher], reports: list[RoundReport]) -> None:
    with open_archive(archive, read_only=True) as opened:
        texts = [reading.article.text for reading in opened.readings()]
        left = opened.select("SELECT url, status, error FROM feed_entries WHERE status <> 'added'")
        troubles = Counter(entry.status for entry in opened.ledger())
    found = Counter(tuple(re.search(r"of (p\d+) meet|$", text).groups()) + _matter(text) for text in texts)
    by_matter = Counter(_matter(text) for text in texts)
    expected = Counter()
    for publisher in publishers.values():
        for story in publisher.stories:
            expected.update([(story.number, 1)] if story.changes is None else [(story.number, 1), (story.number, 2)])
    assert left == []
    assert max(found.values()) <= FEEDS
    assert by_matter == expected, {
        key: (by_matter[key], expected[key]) for key in by_matter | expected if by_matter[key] != expected[key]
    }
    assert troubles["failed"] > 10, "the servers erred too seldom to prove anything"
    assert sum(report.added for report in reports) == len(texts)


def _matter(text: str) -> tuple[int, int]:
    number, version = re.search(r"Matter (\d+) stands in version (\d)", text).groups()
    return int(number), int(version)
