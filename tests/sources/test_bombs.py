"""Inputs made to fill the memory or to take for ever."""

from __future__ import annotations

import gzip
import resource
import time

import pytest

from captures import SENTENCE, page
from dateline.errors import SourceError
from dateline.records import Article
from dateline.sources import read_path
from dateline.sources.feeds import draft_of_entry, has_full_text, parse_feed
from dateline.sources.feeds.entry import FeedEntry

MEGABYTES = 2**20


def laughs(root: bytes) -> bytes:
    """Entities of entities: two to the power of 30 words if they were written out."""
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 2 if n else b"ha ha") for n in range(31))
    return b'<?xml version="1.0"?><!DOCTYPE x [' + entities + b"]>" + root.replace(b"HERE", b"&a30;")


def nested(tag: str, times: int = 100_000) -> bytes:
    return f"<html><body><article><h1>Ministers meet</h1>{f'<{tag}>' * times}<p>{SENTENCE}</p></article></body></html>".encode()


CASES = {
    "gzip of zeros.html.gz": gzip.compress(b"\0" * (100 * MEGABYTES)),
    "gzip of spaces.txt.gz": gzip.compress(b" " * (100 * MEGABYTES)),
    "gzip in gzip.txt.gz": gzip.compress(gzip.compress(b"a" * (10 * MEGABYTES))),
    "nested div.html": nested("div"),
    "nested b.html": nested("b"),
    "nested table.html": nested("table", 20_000),
    "nested list.html": nested("ul><li"),
    "open quotes.html": b"<html><body><p title='" + b'x="' * 500_000,
    "many attributes.html": b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(50_000)) + b">" + SENTENCE.encode(),
    "comments.html": b"<html><body>" + b"<!--" * 200_000 + page("x").encode(),
    "one long line.txt": b"a" * (10 * MEGABYTES),
    "one long line of words.txt": b"word " * (2 * MEGABYTES),
    "one long line.jsonl": b'{"text": "' + b"word " * (2 * MEGABYTES) + b'"}\n{"text": "' + SENTENCE.encode() + b'"}',
    "nested.jsonl": b"[" * 1_000_000 + b"\n" + b'{"a":' * 100_000,
    "one long line.csv": b"text\n" + b"word " * (2 * MEGABYTES) + b"\n",
    "many columns.csv": b"text" + b",a" * 500_000 + b"\n" + b"x," * 500_000,
    "never closed.csv": b'text\n"' + b"word\n" * MEGABYTES,
    "laughs.rss": laughs(b"<rss><channel><title>x</title><item><title>HERE</title></item></channel></rss>"),
    "nested feed.rss": b"<rss><channel>" + b"<item>" * 20_000,
    "nested parts.mhtml": b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)),
    "many parts.mhtml": b"Content-Type: multipart/related; boundary=b\n\n" + b"--b\n\n" * 60_000,
    "one long header.mhtml": b"Content-Type: multipart/related; boundary=" + b"b" * (MEGABYTES // 2),
    "no end of headers.warc": b"WARC/1.0\r\n" + b"A: b\r\n" * 500_000,
    "huge length.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
    + b"a" * 1000,
    "many beginnings.warc": b"WARC/1.0\r\n" * 100_000,
    "many packed beginnings.warc.gz": gzip.compress(b"WARC/1.0\r\n")[:14] * 50_000,
}


@pytest.mark.parametrize("name", CASES)
def test_memory_and_time_are_bounded(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(CASES[name])
    before, begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    for result in read_path(path):
        assert isinstance(result, Article | SourceError)
        assert len(str(result)) < 3_000_000
    assert time.process_time() - begin < 12.0
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 800


def test_entities_of_feeds_are_not_written_out():
    try:
        feed = parse_feed(laughs(b"<rss><channel><item><title>HERE</title></item></channel></rss>"), "https://a.example/")
    except SourceError:
        return
    assert all(len(entry.title or "") < 10_000 for entry in feed.entries)


@pytest.mark.parametrize(
    "html", ["<div>" * 100_000, "<!--" * 100_000, "<p>" + "read more " * 100_000, "<p>" + "more »" * 100_000]
)
def test_entries_of_feeds(html):
    entry = FeedEntry("g", None, "T", None, None, None, html, True)
    begin = time.process_time()
    has_full_text(entry)
    draft_of_entry(entry, "x")
    assert time.process_time() - begin < 5.0


def test_what_is_too_large_for_one_article_says_so_and_costs_no_other(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(CASES["one long line.jsonl"])
    large, sound = read_path(path)
    assert "200,000 taken for one article" in str(large)
    assert isinstance(sound, Article)


def test_a_tag_of_many_attributes_in_a_feed():
    tag = f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>{SENTENCE * 20}</p>"
    begun, entry = time.process_time(), FeedEntry("g", "https://a.example/", "T", None, None, None, tag, True)
    assert not has_full_text(entry)
    with pytest.raises(SourceError, match="attributes"):
        draft_of_entry(entry, "a#1")
    assert time.process_time() - begun < 2


def test_a_tag_of_many_attributes_in_a_message(tmp_path):
    path = tmp_path / "a.eml"
    tag = f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>{SENTENCE}</p>"
    path.write_text(f"From: a@b.example\nSubject: Talks\nContent-Type: text/html\n\n{tag}")
    (error,) = read_path(path)
    assert "attributes" in str(error)
