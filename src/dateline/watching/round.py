"""One round of watching: each feed that is due is asked, and what it has of news goes into the archive.

What became of an entry is stored only once its article is committed, and how a feed is asked next only once all its entries are
settled. So whatever stops the program, the next run finds again what was not yet done, and the ids of articles keep what was
done from being added twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import chain

from dateline.archive import Archive
from dateline.archive.feeds import EntryArticle, EntryState, EntryStatus, FeedState
from dateline.errors import FetchFailed, OtherLanguage, SourceError
from dateline.ingest import IngestReport, IngestStep, Read, add
from dateline.records import Article
from dateline.sources import SourceOptions
from dateline.sources.drafts import finish
from dateline.sources.feeds import draft_of_entry, has_full_text, too_long
from dateline.sources.fetching import BackOff, Clock, Fetcher
from dateline.watching.entries import News, changed_since, host_of, site_of, states_of
from dateline.watching.host_queues import HostQueues
from dateline.watching.pages import article_of_page, source_of
from dateline.watching.polling import poll

_SLACK = timedelta(seconds=1)
Item = Article | SourceError


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """How feeds are watched: seconds between rounds, pages fetched in one round at most, attempts before a page is given up."""

    every: float = 900.0
    sources: SourceOptions = field(default_factory=lambda: SourceOptions(any_language=False))
    back_off: BackOff = field(default_factory=BackOff)
    most_pages: int = 2_000
    most_attempts: int = 8


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did; `failed` are the steps of this round alone."""

    feeds: int = 0
    unchanged: int = 0
    added: int = 0
    copies: int = 0
    known: int = 0
    other_languages: Mapping[str, int] = field(default_factory=dict)
    failed: tuple[IngestStep, ...] = ()
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """What a round needs to know of the world: the archive that it fills, the fetcher and the clock."""

    archive: Archive
    fetcher: Fetcher
    clock: Clock


def watch_once(feeds: Sequence[str], world: World, options: WatchOptions, *, read: Read, version: str) -> RoundReport:
    """Ask the feeds that are due and add what is new; after Ctrl-C what was read is kept, and the report says so."""
    work = _Round(world, options)
    try:
        items = work.items(feeds)
        first = next(items, None)
        if first is None:
            return work.report(None)
        done = add(chain((first,), items), world.archive, read=read, version=version, progress=work.note)
        return work.report(done)
    except KeyboardInterrupt:
        return replace(work.report(None), interrupted=True)
    finally:
        work.keep_feeds()


class _Round:
    """The state of one round: what is to be fetched, and which articles are on their way into the archive."""

    def __init__(self, world: World, options: WatchOptions) -> None:
        self._feeds, self._fetcher, self._clock, self._options = world.archive.feeds, world.fetcher, world.clock, options
        self._jobs: HostQueues[str | EntryState] = HostQueues(world.fetcher.pacing, world.clock)
        self._known = self._feeds.states()
        self._asked: dict[str, FeedState] = {}
        self._on_their_way: dict[str, tuple[EntryState, Article]] = {}
        self._queued: dict[str, EntryState] = {}
        self._told: set[str] = set()
        self._texts: dict[tuple[str, str], str] = {}
        self._echoes: dict[str, list[tuple[EntryState, Article]]] = {}
        self._counts: Counter[str] = Counter()

    def items(self, feeds: Sequence[str]) -> Iterator[Item]:
        """Articles and errors, as feeds are asked and pages are fetched."""
        now = self._now()
        for feed in feeds:
            if feed not in self._known or self._known[feed].next_at <= now + _SLACK:
                self._jobs.put(host_of(feed), feed)
        for state in self._feeds.waiting(now + _SLACK, feeds, self._options.most_pages):
            self._put_page(state)
        while (job := self._jobs.take()) is not None:
            if isinstance(job, str):
                yield from self._poll(job)
            elif self._queued.pop(job.id, None) is job:
                yield from self._page(job)

    def note(self, step: IngestStep) -> None:
        """Store what became of an entry, now that its article is committed or has failed."""
        state, article = self._on_their_way.pop(step.source, (None, None))
        if state is None or article is None:
            return
        stored = step.outcome in {"added", "skipped"}
        if stored:
            self._keep_added(state, article.id, article.text_hash)
        else:
            self._keep(state, "failed", step.error)
            self._texts.pop((site_of(state), article.text_hash), None)
        for echo, _ in self._echoes.pop(step.source, ()):
            self._keep(echo, "added" if stored else "failed", None if stored else step.error)

    def keep_feeds(self) -> None:
        """Store how the feeds answered whose entries are all settled; the others are asked again as if they had not been."""
        echoes = chain.from_iterable(self._echoes.values())
        open_ones = {state.feed for state, _ in chain(self._on_their_way.values(), echoes)}
        self._feeds.keep(state for url, state in self._asked.items() if url not in open_ones)

    def report(self, done: IngestReport | None) -> RoundReport:
        counts = RoundReport(feeds=self._counts["feeds"], unchanged=self._counts["unchanged"], known=self._counts["known"])
        if done is None:
            return counts
        known = counts.known + len(done.skipped)
        return replace(
            counts, added=len(done.added), copies=len(done.copies), known=known, other_languages=done.other_languages,
            failed=done.failed, interrupted=done.interrupted,
        )  # fmt: skip

    def _poll(self, url: str) -> Iterator[Item]:
        now = self._now()
        polled = poll(url, self._known.get(url), self._fetcher, now, self._options.every, self._options.back_off)
        self._counts["feeds"] += 1
        if polled.error is not None or polled.feed is None:
            self._asked[url] = polled.state
        if polled.error is not None:
            yield polled.error
        if polled.feed is None:
            self._counts["unchanged"] += polled.error is None
            return
        if polled.feed.left_out:
            yield too_long(url, polled.feed)
        found = list(states_of(polled.feed.entries, url, now))
        known = self._feeds.entries_like(url, [n.state.id for n in found], [n.state.guid for n in found if n.state.guid])
        news = [each for each in changed_since(found, known) if each.state.id not in self._told]
        self._told.update(each.state.id for each in news)
        whole = [each for each in news if has_full_text(each.entry)]
        pages = [each.state for each in news if each not in whole]
        self._feeds.keep_entries(pages)
        for state in pages:
            self._put_page(state)
        for each in whole:
            self._queued.pop(each.state.id, None)
            yield from self._whole(each, polled.feed.title)
        # Not before: a stop while its entries are handed on must leave the feed as if it had not been asked.
        self._asked[url] = polled.state

    def _whole(self, news: News, masthead: str | None) -> Iterator[Item]:
        """The article of an entry that gives its whole text."""
        source = source_of(news.state)
        try:
            article = finish(draft_of_entry(news.entry, source, masthead), self._options.sources)
        except SourceError as error:
            yield self._lost(news.state, error)
            return
        yield from self._send(news.state, article)

    def _page(self, state: EntryState) -> Iterator[Item]:
        """The article of an entry whose page must be fetched."""
        known = self._asked.get(state.feed) or self._known.get(state.feed)
        try:
            article = article_of_page(state, known.title if known else None, self._fetcher, self._options.sources)
        except SourceError as error:
            yield self._lost(state, error)
            return
        yield from self._send(state, article)

    def _send(self, state: EntryState, article: Article) -> Iterator[Item]:
        """Hand an article on, unless this site has published this text before."""
        key = site_of(state), article.text_hash
        before, sent = self._feeds.article_with_text(*key), self._texts.get(key)
        if before is not None or sent is not None:
            self._counts["known"] += 1
            if before is None and sent in self._on_their_way:
                # Not before the other one is stored: a kill would lose both.
                self._echoes.setdefault(sent, []).append((state, article))
            else:
                self._keep(state, "added", None)
            return
        self._texts[key] = article.source
        self._on_their_way[article.source] = state, article
        yield article

    def _lost(self, state: EntryState, error: SourceError) -> SourceError:
        """Store that an entry gave no article, and whether it is tried again."""
        attempts = state.attempts + 1
        again = isinstance(error, FetchFailed) and not error.lasting and attempts < self._options.most_attempts
        if isinstance(error, FetchFailed) and again:
            wait = max(self._options.back_off.seconds(attempts), error.wait or 0.0)
            state = replace(state, next_at=self._now() + timedelta(seconds=wait))
        state = replace(state, attempts=attempts)
        self._keep(state, "waiting" if again else "skipped" if isinstance(error, OtherLanguage) else "failed", str(error))
        return error

    def _keep_added(self, state: EntryState, article: str, text_hash: str) -> None:
        versions = [each.article for each in self._feeds.articles_of(state.id)]
        now = self._now()
        row = EntryArticle(state.id, article, text_hash, site_of(state), versions[-1] if versions else None, now)
        done = replace(state, status="added", error=None, changed_at=now)
        self._feeds.keep_article(done, None if article in versions else row)

    def _keep(self, state: EntryState, status: EntryStatus, error: str | None) -> None:
        self._feeds.keep_entries([replace(state, status=status, error=error, changed_at=self._now())])

    def _put_page(self, state: EntryState) -> None:
        """A page is fetched once in a round, as the newest word of its feed has it."""
        self._queued[state.id] = state
        self._jobs.put(host_of(state.url or state.feed), state)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.time(), UTC).replace(tzinfo=None)
