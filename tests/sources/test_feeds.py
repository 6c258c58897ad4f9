"""Feeds: entries, their full text, lists of feeds, and addresses of one page."""

import pytest

from captures import SENTENCE, item, rss
from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources import read_path
from dateline.sources.feeds import canonical_url, has_full_text, parse_feed, read_feed_lists
from dateline.sources.feeds.entry import FeedEntry

WHOLE = "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(8))
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>BBC News - World</title>
<entry><title type="html">Ministers &amp;amp; kings meet</title><id>tag:1</id><link href="/world/1?utm_source=feed"/>
<published>2025-03-11T23:30:00-05:00</published><author><name>Jane Roe</name></author>
<content type="html">{WHOLE.replace("<", "&lt;")}</content></entry></feed>""".encode()


def entry(html, is_content=True):
    return FeedEntry("g", "https://a.example/", "T", None, None, None, html, is_content)


@pytest.mark.parametrize(
    ("html", "is_content", "whole"),
    [
        (WHOLE, True, True), (WHOLE, False, False), (WHOLE * 2, False, True), (SENTENCE, True, False), ("", True, False),
        (WHOLE + "<p>The ministers said […]</p>", True, False), (WHOLE + "<a>Continue reading</a>", True, False),
        (WHOLE + "<p>They went on ...</p><p>The post Talks appeared first on Harbour Gazette.</p>", True, False),
        (WHOLE + "<p>The post Talks appeared first on Harbour Gazette.</p>", True, True),
        (WHOLE + "<p>He asked for more.</p>", True, True),
    ],
)  # fmt: skip
def test_whether_the_text_is_whole(html, is_content, whole):
    assert has_full_text(entry(html, is_content)) is whole


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a.atom", "feed"])
def test_a_feed_saved_as_a_file(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(
        rss(item(1, WHOLE), item(2, f"<p>{SENTENCE}</p>"), item(3, WHOLE + "<p>The post X appeared first on Y.</p>"))
    )
    results = list(read_path(path))
    assert [type(r) for r in results] == [Article, BadRecord, Article]
    assert [r.source for r in results] == [f"{path}#{n}" for n in (1, 2, 3)]
    first, last = results[0], results[2]
    assert (first.title, first.outlet, first.url) == ("Ministers meet 1", "Harbour Gazette", "https://post.example/1")
    assert (str(first.published.start), first.published.basis) == ("2025-03-11", "metadata")
    assert first.text.count("\n\n") == 8
    assert [out.text for out in last.left_out] == ["The post X appeared first on Y."]


def test_atom_with_its_own_zone_and_a_known_masthead(tmp_path):
    path = tmp_path / "a.atom"
    path.write_bytes(ATOM)
    (article,) = read_path(path)
    assert (article.title, article.outlet, article.byline) == ("Ministers & kings meet", "BBC", "Jane Roe")
    assert str(article.published.start) == "2025-03-11"


def test_links_are_joined_to_the_address_of_the_feed():
    assert parse_feed(ATOM, "https://news.example/world/rss").entries[0].url == "https://news.example/world/1?utm_source=feed"


@pytest.mark.parametrize(
    "data", [b"", b"<html><body>No feed</body></html>", b"\0\1\2", b"/etc/passwd", b"https://a.example/feed"]
)
def test_what_is_no_feed_is_said_so(data):
    with pytest.raises(UnreadableSource):
        parse_feed(data, "https://a.example/")


def test_a_feed_that_breaks_off_gives_what_came_before():
    data = rss(item(1, WHOLE), item(2, WHOLE))
    feed = parse_feed(data[:-300], "https://a.example/")
    assert [entry.guid for entry in feed.entries] == ["g1"]
    assert feed.cut_off
    assert not parse_feed(data, "https://a.example/").cut_off


def test_a_changed_entry_has_another_fingerprint():
    one, same, other = entry(WHOLE), entry(WHOLE), entry(WHOLE + "<p>More.</p>")
    assert one.fingerprint == same.fingerprint != other.fingerprint


@pytest.mark.parametrize(
    "url",
    [
        "https://www.post.example/a/b", "http://post.example/a/b/", "https://POST.example:443/a/b?utm_source=x&fbclid=1#top",
        "https://post.example/a/%62?at_medium=RSS",
    ],
)  # fmt: skip
def test_addresses_of_one_page(url):
    assert canonical_url(url) == "post.example/a/b"


def test_addresses_of_other_pages_differ():
    urls = [
        "https://a.example/x?id=1",
        "https://a.example/x?id=2",
        "https://a.example/x",
        "https://a.example:8080/x",
        "https://b.example/x",
    ]
    assert len({canonical_url(url) for url in urls}) == 5
    assert canonical_url("https://a.example/?b=2&a=1") == canonical_url("https://a.example/?a=1&b=2")
    assert [canonical_url(u) for u in ("mailto:x@a.example", "https://[", "", "https://a:b:c/")] == [None] * 4


def test_lists_of_feeds(tmp_path):
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<?xml version="1.0"?><opml version="2.0"><body><outline text="World"><outline xmlUrl="https://a.example/1"/>'
        '<outline xmlUrl="https://a.example/2"/></outline><outline xmlUrl="file:///etc/passwd"/></body></opml>'
    )
    lines = tmp_path / "feeds.txt"
    lines.write_text("# mine\nhttps://a.example/2\n\nhttps://a.example/3\nfeed\n")
    found = list(read_feed_lists(["https://a.example/1", str(opml), str(lines), "ftp://a.example/", str(tmp_path / "none")]))
    assert [f for f in found if isinstance(f, str)] == [f"https://a.example/{n}" for n in (1, 2, 3)]
    errors = [f for f in found if isinstance(f, SourceError)]
    assert [e.source for e in errors] == [str(opml), f"{lines}#5", "ftp://a.example/", str(tmp_path / "none")]


def test_entities_of_opml_are_not_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("https://secret.example/")
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        f'<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file://{secret}">]>'
        '<opml><body><outline xmlUrl="https://a.example/"/><outline xmlUrl="&x;"/></body></opml>'
    )
    assert not any("secret.example" in str(found) for found in read_feed_lists([str(opml)]))


@pytest.mark.parametrize(
    ("data", "read", "says"),
    [(rss(item(1, WHOLE), item(2, WHOLE + "2"))[:-20], 1, "breaks off"), (rss(), 0, "no entry")],
)
def test_a_feed_that_is_cut_or_empty_says_so(tmp_path, data, read, says):
    path = tmp_path / "a.rss"
    path.write_bytes(data)
    *articles, error = read_path(path)
    assert len(articles) == read
    assert isinstance(error, UnreadableSource)
    assert says in str(error)


def test_a_feed_in_utf16_is_whole():
    assert (
        len(parse_feed(rss(item(1, WHOLE)).decode().replace('"1.0"', '"1.0" encoding="utf-16"', 1).encode("utf-16"), "a").entries)
        == 1
    )


def test_a_saved_feed_with_too_many_entries_says_so(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("dateline.sources.feeds.parsing.MOST_ENTRIES", 2)
    path = tmp_path / "a.rss"
    path.write_bytes(rss(*(item(n, WHOLE) for n in range(3))))
    results = list(read_path(path))
    assert [type(r) for r in results] == [Article, Article, BadRecord]
    assert "of which the last 1 are not read" in str(results[-1])
    assert "of which the last 1 are not read" in caplog.text
