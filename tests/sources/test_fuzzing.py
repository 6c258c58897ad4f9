"""Whatever a file holds, nothing but dateline's own errors comes out of its reader.

Every kind of input is damaged at random for some seconds of processor time: DATELINE_FUZZ_SECONDS for all kinds together, 45 unless
told. With DATELINE_NIGHTLY=1 it is 600, and what is drawn differs from night to night.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from captures import SENTENCE, capture, item, page, rss
from dateline.errors import DatelineError, SourceError
from dateline.knowledge.own_actors import load_own_actors
from dateline.records import Article
from dateline.sources import SourceOptions, load_metadata, read_path
from dateline.sources.feeds import canonical_url, draft_of_entry, has_full_text, parse_feed, read_feed_lists
from dateline.sources.fetching.clock import SystemClock
from dateline.sources.fetching.download import Answer
from dateline.sources.fetching.robots import Robots
from mutation import damaged

NIGHTLY = bool(os.environ.get("DATELINE_NIGHTLY"))
SECONDS = float(os.environ.get("DATELINE_FUZZ_SECONDS", "600" if NIGHTLY else "45"))
ROUND = 40
OPTIONS = SourceOptions(today=date(2026, 1, 1), max_characters=20_000)
WHOLE = "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(6))
ROW = {
    "title": "Ministers meet",
    "text": SENTENCE,
    "published": "2020-01-02",
    "outlet": "A",
    "url": "https://a.example/1",
    "byline": "Roe",
}
OPML = b'<?xml version="1.0"?><opml version="2.0"><body><outline text="a"><outline xmlUrl="https://a.example/"/></outline></body></opml>'
MHTML = (
    b"MIME-Version: 1.0\r\nSubject: =?utf-8?Q?x?=\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/1\r\n\r\n"
    + page("Ministers meet").encode()
    + b"\r\n--b--\r\n"
)
ACTORS = b"name,kind,country,code,role,from,until,aliases\nJane Roe,person,RUS,RUS GOV,minister,2020,2021,J. Roe|Roe\n"
METADATA = b"path,published,outlet,url,title\na.txt,2020-01-02,Post,https://a.example/,Ministers meet\n"
ROBOTS = b"User-agent: *\nDisallow: /a*b$\nAllow: /a\nCrawl-delay: 5\nSitemap: https://a.example/s.xml\n"


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([ROW] * 3), out)
    return out.getvalue()


def read_file(name: str) -> Callable[[bytes, str], None]:
    def read(data: bytes, folder: str) -> None:
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(data)
        for result in read_path(path, OPTIONS):
            assert isinstance(result, Article | SourceError)
            if isinstance(result, Article):
                result.text.encode("utf-8")
                assert len(result.text) <= 2 * OPTIONS.max_characters

    return read


def load(name: str, loader: Callable[[str], object]) -> Callable[[bytes, str], None]:
    def read(data: bytes, folder: str) -> None:
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(data)
        loader(path)

    return read


def read_entries(data: bytes, folder: str) -> None:
    for entry in parse_feed(data, "https://a.example/feed").entries:
        has_full_text(entry)
        draft_of_entry(entry, "x", "Post")
        canonical_url(entry.url or "")


def obey_robots(data: bytes, folder: str) -> None:
    robots = Robots(lambda url: Answer(url, 200, {}, data), SystemClock(), "dateline")
    delay = robots.check("https://a.example", "https://a.example/a/b?c=d%zz")
    assert delay is None or 0 < delay <= 60


@dataclass(frozen=True)
class Parser:
    """One reader of input, sound samples of what it reads, and words that mean something to it."""

    name: str
    read: Callable[[bytes, str], None]
    samples: tuple[bytes, ...]
    tokens: tuple[bytes, ...] = ()


RECORDS = b"".join(capture(f"https://a.example/{n}", page(f"Ministers meet {n}").encode()) for n in range(2))
TAGS = (
    b"<",
    b">",
    b"</p>",
    b"<!--",
    b"<![CDATA[",
    b"]]>",
    b"<script>",
    b"<svg>",
    b"<table><tr><td>",
    b"&#x0;",
    b"&#1114112;",
    b"<a href='",
)
XML = (
    *TAGS,
    b"<item>",
    b"</item>",
    b"<entry>",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;",
    b"<?xml version='1.0' encoding='utf-7'?>",
    b'xmlns:x="y"',
)
MIME = (
    b"\r\n",
    b"--b\r\n",
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n",
    b"Content-Transfer-Encoding: base64\r\n\r\n",
    b"charset=utf-7",
    b"=FF",
)
PARSERS = (
    Parser("text", read_file("x.txt"), (f"Ministers meet\n\n{SENTENCE}\n\nLONDON, March 11, 2025 (AFP) - {SENTENCE}".encode(),), (b"\n\n", b"By A B, C", b"MORE|")),
    Parser("html", read_file("x.html"), (page("Ministers meet", head='<script type="application/ld+json">{"@type": "NewsArticle"}</script>').encode(),), TAGS),
    Parser("unnamed", read_file("x"), (RECORDS, rss(item(1, WHOLE)), json.dumps(ROW).encode(), MHTML, OPML, parquet(), b"\x1f\x8b")),
    Parser("jsonl", read_file("x.jsonl"), (b"\n".join([json.dumps(ROW).encode()] * 3),), (b"{", b"[" * 5000, b'"\\ud800"', b"null", b"NaN", b"1e400", b'"text":')),
    Parser("csv", read_file("x.csv"), (b"title,text,published\nMinisters meet,\"" + SENTENCE.encode() + b'",2020-01-02\n' * 3,), (b'"', b",", b";", b"\r", b"\n")),
    Parser("parquet", read_file("x.parquet"), (parquet(),), (b"PAR1",)),
    Parser("warc", read_file("x.warc"), (RECORDS,), (b"WARC/1.0\r\n", b"\r\n\r\n", b"Content-Length: ", b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n")),
    Parser("warc.gz", read_file("x.warc.gz"), (gzip.compress(RECORDS[:900]) + gzip.compress(RECORDS[900:]),), (b"\x1f\x8b\x08",)),
    Parser("text.gz", read_file("x.txt.gz"), (gzip.compress(SENTENCE.encode()),), (b"\x1f\x8b\x08",)),
    Parser("feed file", read_file("x.rss"), (rss(item(1, WHOLE), item(2, "x")),), XML),
    Parser("feed", read_entries, (rss(item(1, WHOLE), item(2, "x")),), XML),
    Parser("mhtml", read_file("x.mhtml"), (MHTML,), MIME),
    Parser("opml", load("x.opml", lambda path: list(read_feed_lists([path]))), (OPML,), XML),
    Parser("list of feeds", load("x", lambda path: list(read_feed_lists([path]))), (b"# mine\nhttps://a.example/1\nhttps://a.example/2\n",)),
    Parser("own actors", load("x.csv", load_own_actors), (ACTORS,), (b'"', b",", b"|", b"RUS", b"person")),
    Parser("metadata", load("x.csv", load_metadata), (METADATA,), (b'"', b",", b"path", b"2020-13-45")),
    Parser("robots", obey_robots, (ROBOTS,), (b"*", b"$", b"Disallow: ", b"Crawl-delay: ", b"User-agent: dateline\n")),
)  # fmt: skip


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.name)
def test_nothing_but_own_errors_comes_out(parser, tmp_path):
    deadline = time.process_time() + SECONDS / len(PARSERS)
    first = int(time.time()) if NIGHTLY else 0

    def check(data: bytes) -> None:
        with suppress(DatelineError):
            parser.read(data, str(tmp_path))

    for round_number in range(10_000_000):
        drawn = damaged(parser.samples, parser.tokens) | st.binary(max_size=200)
        checks = settings(
            max_examples=ROUND, deadline=None, database=None, derandomize=False, suppress_health_check=list(HealthCheck)
        )
        seed(first + round_number)(checks(given(drawn)(check)))()
        if time.process_time() > deadline:
            break
