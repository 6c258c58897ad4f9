"""One round after the other: what is added, what is not added again, and what is tried again."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest

from captures import FRENCH, SENTENCE, item, page, rss
from dateline.archive import Archive, open_archive
from dateline.ingest import IngestStep
from dateline.records import Article, Reading
from dateline.sources import article_from_text
from dateline.sources.fetching import BackOff, Fetcher, Limits
from dateline.watching import WatchOptions, watch_once
from dateline.watching.round import World, _Round
from newsserver import FastClock, NewsServer, Reply, at_home

WHOLE = "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(8))
XML = {"Content-Type": "application/rss+xml"}
OPTIONS = WatchOptions(back_off=BackOff(random=random.Random(1)))


def read(articles: Sequence[Article]) -> Iterator[Reading]:
    return (Reading(article) for article in articles)


class Site:
    """A server under names of its own, whose pages a test may change; rounds fill one archive."""

    def __init__(self, server: NewsServer, archive: Archive, clock: FastClock) -> None:
        self.server, self.archive, self.clock = server, archive, clock
        self.replies: dict[str, Reply] = {}
        self.fetcher = Fetcher(clock, limits=Limits(seconds=1.0, silence=0.3), allow_private=True, resolve=at_home)
        server.respond = lambda host, path, headers: self.replies.get(f"{host}{path.partition('?')[0]}", Reply(404))

    def feed(self, *items: str, host: str = "post.example", path: str = "/feed", title: str = "Harbour Gazette") -> str:
        self.replies[f"{host}{path}"] = Reply(body=rss(*items, title=title), headers=XML)
        return self.server.url(path, host)

    def page(self, path: str, html: str, host: str = "post.example") -> str:
        self.replies[f"{host}{path}"] = Reply(body=html.encode())
        return self.server.url(path, host)

    def round(self, *feeds: str, reader=read, options: WatchOptions = OPTIONS):
        """One round, a quarter of an hour after the last."""
        self.clock.now += 900
        return watch_once(list(feeds), World(self.archive, self.fetcher, self.clock), options, read=reader, version="1")

    def titles(self) -> list[str]:
        return sorted(reading.article.title for reading in self.archive.readings())

    def entries(self) -> dict[str, tuple[str, str | None]]:
        rows = self.archive.select("SELECT url, status, error FROM feed_entries")
        return {row["url"].rpartition("/")[2]: (row["status"], row["error"]) for row in rows}


@pytest.fixture
def site(tmp_path) -> Iterator[Site]:
    with NewsServer(lambda *_: Reply(404)) as server, open_archive(tmp_path / "a.duckdb") as archive:
        site = Site(server, archive, FastClock())
        yield site
        site.fetcher.close()


def test_whole_texts_and_pages(site):
    link = site.page("/2", page("Ministers meet on a page"))
    feed = site.feed(item(1, WHOLE), item(2, f"<p>{SENTENCE}</p>", link=link))
    report = site.round(feed)
    assert (report.feeds, report.added, report.failed) == (1, 2, ())
    first, second = sorted((r.article for r in site.archive.readings()), key=lambda a: a.title)
    assert (first.title, first.source) == ("Ministers meet 1", "https://post.example/1")
    assert (second.title, second.source, second.url) == ("Ministers meet on a page", link, link)
    assert {(str(a.published.start), a.outlet) for a in (first, second)} == {("2025-03-11", "Harbour Gazette")}


def test_nothing_is_fetched_or_added_twice(site):
    link = site.page("/2", page("Ministers meet on a page"))
    feed = site.feed(item(1, WHOLE), item(2, "", link=link))
    site.round(feed)
    again = site.round(feed)
    assert (again.added, again.known, again.failed) == (0, 0, ())
    assert site.server.asked["post.example/2"] == 1
    assert len(site.titles()) == 2


def test_one_page_under_several_addresses_feeds_and_ids_is_added_once(site):
    link = site.page("/2", page("Ministers meet on a page"))
    one = site.feed(item(2, "", link=f"{link}?utm_source=rss"))
    other = site.feed(item(7, "<p>Other words</p>", link=f"{link}#top"), path="/other")
    assert site.round(one, other).added == 1
    site.feed(item(2, "", link=site.page("/moved", page("Ministers meet on a page"))))
    site.feed(item(8, "", link=site.page("/again", page("Ministers meet on a page"))), path="/other")
    assert site.round(one, other).added == 0
    assert site.titles() == ["Ministers meet on a page"]


def test_a_changed_article_is_one_more_version(site):
    feed = site.feed(item(1, WHOLE))
    site.round(feed)
    site.feed(item(1, WHOLE + "<p>Correction: the talks will last a month.</p>"))
    assert site.round(feed).added == 1
    rows = site.archive.select("SELECT article, instead_of FROM feed_articles ORDER BY added_at")
    assert rows[0]["instead_of"] is None
    assert rows[1]["instead_of"] == rows[0]["article"]
    assert site.archive.select("SELECT count(*) AS n FROM feed_entries") == [{"n": 1}]


def test_a_changed_page_is_fetched_again_when_its_feed_says_so(site):
    link = site.page("/2", page("Ministers meet"))
    feed = site.feed(item(2, "<p>First.</p>", link=link))
    site.round(feed)
    site.page("/2", page("Ministers meet again"))
    assert site.round(feed).added == 0
    site.feed(item(2, "<p>Second.</p>", link=link))
    assert site.round(feed).added == 1
    site.feed(item(2, "<p>Third.</p>", link=link))
    unchanged = site.round(feed)
    assert (unchanged.added, unchanged.known) == (0, 1)
    assert site.titles() == ["Ministers meet", "Ministers meet again"]


def test_two_feeds_that_describe_a_page_differently_do_not_make_it_change(site):
    link = site.page("/2", page("Ministers meet"))
    feeds = [site.feed(item(2, f"<p>{host}</p>", link=link), host=host) for host in ("a.example", "b.example")]
    for _ in range(3):
        site.round(*feeds)
    assert site.server.asked["post.example/2"] == 1


def test_a_page_that_fails_is_tried_again_even_when_its_feed_has_dropped_it(site):
    link = site.page("/2", page("Ministers meet"))
    sound, site.replies["post.example/2"] = site.replies["post.example/2"], Reply(500)
    feed = site.feed(item(2, "", link=link))
    failed = site.round(feed)
    assert [step.error for step in failed.failed] == [f"{link}: the server answered 500 (it is tried again later)"]
    assert site.entries()["2"][0] == "waiting"
    site.feed()
    site.replies["post.example/2"] = sound
    assert site.round(feed).added == 1
    assert site.entries()["2"] == ("added", None)
    assert [entry.status for entry in site.archive.ledger()] == ["failed", "ok"]


def test_a_page_that_fails_for_good_is_given_up(site):
    feed = site.feed(item(1, "", link=site.server.url("/gone", "post.example")))
    options = WatchOptions(back_off=OPTIONS.back_off, most_attempts=3)
    site.round(feed, options=options)
    assert site.entries()["gone"][0] == "failed"
    site.feed(item(2, "", link=site.server.url("/busy", "post.example")))
    site.replies["post.example/busy"] = Reply(500)
    for _ in range(12):
        site.round(feed, options=options)
    assert site.entries()["busy"][0] == "failed"
    assert site.server.asked["post.example/busy"] == 3


def test_a_feed_that_fails_is_asked_less_and_less_often(site):
    feed = site.server.url("/feed", "post.example")
    site.replies["post.example/feed"] = Reply(500)
    for _ in range(96):
        site.round(feed)
    assert 5 < site.server.asked["post.example/feed"] < 20
    state = site.archive.feeds.states()[feed]
    assert state.failures == site.server.asked["post.example/feed"]
    site.feed(item(1, WHOLE))
    for _ in range(60):
        site.round(feed)
    assert site.archive.feeds.states()[feed].failures == 0
    assert site.titles() == ["Ministers meet 1"]


def test_a_feed_that_has_not_changed_is_not_sent_again(site):
    body = rss(item(1, WHOLE))
    site.server.respond = lambda host, path, headers: (
        Reply(404)
        if path != "/feed"
        else Reply(304)
        if headers.get("if-none-match") == '"x"'
        else Reply(body=body, headers={"ETag": '"x"'})
    )
    feed = site.server.url("/feed", "post.example")
    assert [site.round(feed).unchanged for _ in range(3)] == [0, 1, 1]


def test_the_mark_of_a_feed_is_kept_only_once_its_articles_are(site):
    """Otherwise a stop between the two would lose them: the server would say that nothing has changed."""

    def interrupted(articles):
        raise KeyboardInterrupt
        yield

    feed = site.feed(item(1, WHOLE))
    site.replies["post.example/feed"].headers = XML | {"ETag": '"x"'}
    assert site.round(feed, reader=interrupted).interrupted
    assert site.archive.feeds.states() == {}
    assert site.round(feed).added == 1
    assert site.archive.feeds.states()[feed].etag == '"x"'


def test_what_is_not_english_is_recorded_and_passed_over(site):
    french = "".join(f"<p>{FRENCH} Partie {n}.</p>" for n in range(9))
    feed = site.feed(
        item(1, french),
        item(2, "", link=site.page("/fr", f"<html><body><article><h1>Négociations</h1>{french}</article></body></html>")),
    )
    report = site.round(feed)
    assert (report.added, report.failed, report.other_languages) == (0, (), {"fr": 2})
    assert {status for status, _ in site.entries().values()} == {"skipped"}
    assert [entry.status for entry in site.archive.ledger()] == ["skipped"] * 2
    assert site.round(feed).other_languages == {}


@pytest.mark.parametrize("body", [b"", b"<html>", b"<rss>" * 1000, rss(item(1, WHOLE))[:200]])
def test_what_is_no_feed_is_a_failure_of_the_feed(site, body):
    feed = site.feed()
    site.replies["post.example/feed"].body = body
    report = site.round(feed)
    assert report.added == 0
    assert site.archive.feeds.states()[feed].failures == len(report.failed)


def test_entries_without_a_page_are_known_by_their_ids(site):
    entry = item(1, WHOLE).replace("<link>https://post.example/1</link>", "").replace("<guid>", '<guid isPermaLink="false">')
    feed = site.feed(entry)
    assert [site.round(feed).added for _ in range(2)] == [1, 0]
    assert [r.article.source for r in site.archive.readings()] == [f"{feed}#g1"]


def test_an_article_that_is_in_the_archive_already_is_known(site):
    site.round(site.feed(item(1, WHOLE)))
    (reading,) = site.archive.readings()
    article = reading.article
    same = article_from_text(article.text, published=article.published, outlet=article.outlet)
    assert same.id == article.id
    other = site.feed(item(1, WHOLE, link="https://elsewhere.example/1"), host="c.example")
    report = site.round(other)
    assert (report.added, report.known) == (0, 1)


def test_a_reader_that_fails_costs_only_its_article(site):
    def stumbling(articles):
        for article in articles:
            if "2" in article.title:
                raise ZeroDivisionError
            yield Reading(article)

    feed = site.feed(*(item(n, WHOLE + f"<p>{n}</p>") for n in (1, 2, 3)))
    report = site.round(feed, reader=stumbling)
    assert (report.added, len(report.failed)) == (2, 1)
    assert site.entries()["2"][0] == "failed"


def test_a_stop_amid_a_feed_loses_none_of_its_whole_texts(site):
    """The mark must wait for all entries of the feed, not only for those that were on their way."""
    asked = site.feed(*(item(n, WHOLE.replace("Part", f"Part {n}.")) for n in range(4)))
    site.replies["post.example/feed"].headers = XML | {"ETag": '"x"'}
    site.clock.now += 900
    work = _Round(World(site.archive, site.fetcher, site.clock), OPTIONS)
    articles = work.items([asked])
    for _ in range(2):
        article = next(articles)
        work.note(IngestStep(article.source, "added", article))
    articles.close()
    work.keep_feeds()
    assert site.archive.feeds.states() == {}
    assert site.round(asked).added == 2


def test_an_entry_that_repeats_anothers_text_is_not_settled_before_that_is_stored(site):
    """The other may fail, or a kill may lose it: then both would be lost."""
    first, second = (site.page(f"/{n}", page("Ministers meet")) for n in (2, 3))
    feed = site.feed(item(2, "", link=first), item(3, "", link=second))
    site.clock.now += 900
    work = _Round(World(site.archive, site.fetcher, site.clock), OPTIONS)
    articles = work.items([feed])
    sent = list(articles)
    assert len(sent) == 1
    assert {status for status, _ in site.entries().values()} == {"waiting"}
    work.keep_feeds()
    assert site.archive.feeds.states() == {}
    work.note(IngestStep(sent[0].source, "added", sent[0]))
    assert {status for status, _ in site.entries().values()} == {"added"}


def test_whole_texts_that_repeat_each_other_are_asked_for_again_after_a_kill(site):
    feed = site.feed(item(1, WHOLE), item(2, WHOLE).replace("Ministers meet 2", "Ministers meet 1"))
    site.clock.now += 900
    work = _Round(World(site.archive, site.fetcher, site.clock), OPTIONS)
    assert len(list(work.items([feed]))) == 1
    assert site.entries() == {}
    report = site.round(feed)
    assert (report.added, report.known) == (1, 1)
    assert {status for status, _ in site.entries().values()} == {"added"}


def test_where_the_one_fails_the_other_is_no_success(site):
    def stumbling(articles):
        raise ZeroDivisionError
        yield

    links = [site.page(f"/{n}", page("Ministers meet")) for n in (2, 3)]
    feed = site.feed(*(item(n, "", link=link) for n, link in enumerate(links, start=2)))
    site.round(feed, reader=stumbling)
    assert [status for status, _ in site.entries().values()] == ["failed", "failed"]


def test_entries_beyond_the_most_that_are_read_are_told_of(site, monkeypatch, caplog):
    monkeypatch.setattr("dateline.sources.feeds.parsing.MOST_ENTRIES", 2)
    feed = site.feed(*(item(n, WHOLE + f"<p>{n}</p>") for n in range(5)))
    report = site.round(feed)
    assert report.added == 2
    told = f"{feed}: the feed has 5 entries, of which the last 3 are not read"
    assert told in caplog.text
    assert [entry.error.startswith(told) for entry in site.archive.ledger() if entry.status == "failed"] == [True]
    assert site.archive.feeds.states()[feed].failures == 0
