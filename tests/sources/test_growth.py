"""Reading four times as much takes about four times as long, for every kind of input."""

from __future__ import annotations

import time

import pytest

from captures import SENTENCE, capture, item, page, rss
from dateline.records import Article
from dateline.sources import read_path
from dateline.sources.feeds import read_feed_lists

WHOLE = "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(6))
HTML = page("Ministers meet")


def paragraphs(n: int) -> bytes:
    return HTML.replace("</article>", "".join(f"<p>{SENTENCE} {k}</p>" for k in range(n)) + "</article>").encode()


MAKE = {
    "a.txt": (lambda n: f"{SENTENCE}\n\n".encode() * n, 200),
    "a.html": (paragraphs, 150),
    "a.jsonl": (lambda n: b'{"text": "' + SENTENCE.encode() + b'"}\n' * 1 + (b'{"text": "' + SENTENCE.encode() + b'"}\n') * n, 300),
    "a.csv": (lambda n: b"text\n" + (b'"' + SENTENCE.encode() + b'"\n') * n, 300),
    "a.rss": (lambda n: rss(*(item(k, WHOLE) for k in range(n))), 40),
    "a.warc": (lambda n: b"".join(capture(f"https://a.example/{k}", HTML.encode()) for k in range(n)), 20),
    "a.mhtml": (
        lambda n: b"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n" + HTML.encode() + b"\n--b\n\nx" * n * 40, 100
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MAKE)
def test_time_grows_with_the_length(name, tmp_path):
    make, start = MAKE[name]
    path = tmp_path / name

    def seconds(n: int) -> float:
        path.write_bytes(make(n))
        begin = time.process_time()
        assert any(isinstance(result, Article) for result in read_path(path))
        return time.process_time() - begin

    seconds(start)
    short, long = min(seconds(start) for _ in range(3)), min(seconds(4 * start) for _ in range(2))
    assert long < 9 * short + 0.1


def test_lists_of_feeds(tmp_path):
    path = tmp_path / "a.opml"
    path.write_text(
        "<opml><body>" + "".join(f'<outline xmlUrl="https://a.example/{n}"/>' for n in range(20_000)) + "</body></opml>"
    )
    begin = time.process_time()
    assert len(list(read_feed_lists([str(path)]))) == 20_000
    assert time.process_time() - begin < 3.0
