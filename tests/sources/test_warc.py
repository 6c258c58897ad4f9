"""Web archives: what is read, what is passed over, and that a broken record costs only itself."""

import gzip
import os

import pytest

from captures import capture, page
from dateline.errors import SourceError
from dateline.records import Article
from dateline.sources import SourceOptions, read_path


def record(name, **more):
    return capture(f"https://post.example/{name}", page(f"Ministers meet about {name}").encode(), **more)


A, B, C = record("a"), record("b"), record("c")


def read(tmp_path, data, name="x.warc"):
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_path(path)), str(path)


def titles(results):
    return [r.title.removeprefix("Ministers meet about ") for r in results if isinstance(r, Article)]


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz", "news"])
def test_pages_with_address_and_place(tmp_path, name):
    packed = [gzip.compress(r) if name.endswith("gz") else r for r in (A, B, C)]
    results, path = read(tmp_path, b"".join(packed), name)
    assert titles(results) == ["a", "b", "c"]
    assert [r.url for r in results] == [f"https://post.example/{n}" for n in "abc"]
    assert [r.source for r in results] == [f"{path}#byte={n}" for n in (0, len(packed[0]), len(packed[0] + packed[1]))]


def test_other_answers_and_kinds_are_passed_over(tmp_path):
    request = A.replace(b"WARC-Type: response", b"WARC-Type: request")
    picture = capture("https://post.example/p", b"\x89PNG", b"Content-Type: image/png")
    results, _ = read(tmp_path, request + record("x", status=b"404 Not Found") + picture + B)
    assert titles(results) == ["b"]
    assert len(results) == 1


def test_encodings_of_the_transfer_and_of_letters(tmp_path):
    html = page("Ministers meet about café")
    packed = capture("https://a.example/1", gzip.compress(html.encode()), b"Content-Type: text/html\r\nContent-Encoding: gzip")
    western = capture("https://a.example/2", html.encode("latin-1"), b"Content-Type: text/html; charset=ISO-8859-1")
    body = html.encode()
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    chunked = capture("https://a.example/3", chunks, b"Content-Type: text/html\r\nTransfer-Encoding: chunked")
    results, _ = read(tmp_path, packed + western + chunked)
    assert titles(results) == ["café"] * 3


def test_no_page_appeared_after_its_capture(tmp_path):
    """The capture of 11 March 2025 does not say when an undated page appeared, and refutes a later date."""
    dated = [page("x", head=f'<meta property="article:published_time" content="{day}">') for day in ("2025-03-10", "2025-06-01")]
    results, _ = read(tmp_path, b"".join(capture("https://a.example/", html.encode()) for html in dated) + A)
    assert [str(r.published and r.published.start) for r in results] == ["2025-03-10", "None", "None"]


def flipped(data):
    broken = bytearray(data)
    for place in (40, 60, 80):
        broken[place] ^= 0xFF
    return bytes(broken)


@pytest.mark.parametrize(
    ("broken", "packed"),
    [
        (flipped(gzip.compress(B)), True),
        (b"no record at all" * 9, True),
        (b"no record at all\r\n" * 9, False),
        (B.replace(b"Content-Length: ", b"Content-Length: 9"), False),
        (B.replace(b"Content-Length: ", b"Content-Length: -9"), False),
        (B.replace(b"Content-Length: ", b"X-Length: "), False),
        (B.replace(b"Content-Length: ", b"Content-Length: 1\r\nX: "), False),
        (capture("https://a.example/", b"no gzip", b"Content-Type: text/html\r\nContent-Encoding: gzip"), False),
    ],
)
def test_a_broken_record_costs_only_itself(tmp_path, broken, packed):
    first, last = (gzip.compress(A), gzip.compress(C)) if packed else (A, C)
    results, path = read(tmp_path, first + broken + last, "x.warc.gz" if packed else "x.warc")
    assert titles(results) == ["a", "c"]
    (error,) = [r for r in results if isinstance(r, SourceError)]
    assert error.source.startswith(f"{path}#byte=")
    assert error.remedy


@pytest.mark.parametrize("left", [100, 300, 700])
def test_a_file_that_breaks_off_says_so(tmp_path, left):
    results, _ = read(tmp_path, A + B[:left])
    assert [type(r) is Article for r in results] == [True, False]
    packed, _ = read(tmp_path, gzip.compress(A) + gzip.compress(B)[: left // 4], "x.warc.gz")
    assert titles(packed) == ["a"]


def test_a_page_that_unpacks_to_all_of_the_memory(tmp_path):
    bomb = capture("https://a.example/", gzip.compress(b"\0" * 60_000_000), b"Content-Type: text/html\r\nContent-Encoding: gzip")
    results, _ = read(tmp_path, bomb + A)
    assert "unpacks to more" in str(results[0])
    assert titles(results) == ["a"]


def test_a_file_of_no_pages_says_so(tmp_path):
    for data in (b"", b"\0" * 500, b"WARC/1.0\r\n"):
        results, _ = read(tmp_path, data)
        assert results
        assert all(isinstance(r, SourceError) for r in results)


def test_given_facts_hold_for_pages_too(tmp_path):
    path = tmp_path / "x.warc"
    path.write_bytes(A)
    (article,) = read_path(path, SourceOptions(outlet="Harbour Gazette"))
    assert article.outlet == "Harbour Gazette"


@pytest.mark.parametrize("data", [A + B, gzip.compress(A)], ids=["two", "packed"])
def test_a_pipe_is_refused(monkeypatch, data):
    reading, writing = os.pipe()
    with open(writing, "wb") as into:
        into.write(data)
    with open(reading) as piped:
        monkeypatch.setattr("sys.stdin", piped)
        (error,) = read_path("-")
    assert "cannot be read from a pipe" in str(error)
