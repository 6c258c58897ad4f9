"""Fetching: politeness, limits, and no way into the user's own network."""

import gzip
import socket
import time
import zlib
from collections import Counter

import pytest

from dateline.errors import FetchFailed
from dateline.sources.fetching import Fetcher, Limits, Validators
from dateline.sources.fetching.addresses import is_public
from dateline.sources.fetching.robots import MAX_ROBOTS
from newsserver import FastClock, NewsServer, Reply, at_home

LIMITS = Limits(size=100_000, seconds=1.0, silence=0.3)
PAGE = b"<html><body>Ministers meet</body></html>"


@pytest.fixture
def served():
    """A server, the replies that it gives by path, and what it was asked with."""

    class Served:
        replies: dict[str, Reply]

        def respond(self, host, path, headers):
            self.seen.append((host, path, headers))
            return self.replies.get(path, Reply(404))

    served = Served()
    served.replies, served.seen, served.clock = {"/a": Reply(body=PAGE)}, [], FastClock()
    with (
        NewsServer(served.respond) as server,
        Fetcher(served.clock, limits=LIMITS, allow_private=True, resolve=at_home) as fetcher,
    ):
        served.fetcher, served.url = fetcher, server.url
        yield served


def failed(served, path, host="a.example"):
    with pytest.raises(FetchFailed) as caught:
        served.fetcher.fetch(served.url(path, host))
    return caught.value


def test_a_page(served):
    fetched = served.fetcher.fetch(served.url("/a"))
    assert (fetched.body, fetched.content_type, fetched.charset) == (PAGE, "text/html", "utf-8")
    assert "dateline" in served.seen[-1][2]["user-agent"]
    assert "cookie" not in served.seen[-1][2]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest/meta-data"]
)
def test_own_network_is_closed(address):
    with Fetcher(FastClock()) as fetcher, pytest.raises(FetchFailed) as caught:
        fetcher.fetch(address)
    assert caught.value.lasting
    assert "public internet" in str(caught.value)


def test_one_private_address_among_several_is_enough_to_refuse():
    with (
        Fetcher(FastClock(), resolve=lambda host, port: ("1.1.1.1", "10.0.0.1")) as fetcher,
        pytest.raises(FetchFailed, match=r"10\.0\.0\.1"),
    ):
        fetcher.fetch("http://a.example/")


def test_the_name_is_resolved_once_for_checking_and_connecting(monkeypatch):
    """A second answer of the name server must not decide where the connection goes."""
    answers, connected = iter([("93.184.216.34",), ("127.0.0.1",)]), []

    def connect(address, *rest, **more):
        connected.append(address[0])
        raise OSError("not in a test")

    monkeypatch.setattr(socket, "create_connection", connect)
    with Fetcher(FastClock(), resolve=lambda host, port: next(answers)) as fetcher, pytest.raises(FetchFailed):
        fetcher._downloader.get("http://a.example/")
    assert connected == ["93.184.216.34"]


def test_a_redirection_into_the_own_network_is_refused(monkeypatch):
    monkeypatch.setattr(
        "dateline.sources.fetching.connecting.is_public", lambda address: address == "127.0.0.1" or is_public(address)
    )
    reply = Reply(302, headers={"Location": "http://10.0.0.1/admin"})
    with (
        NewsServer(lambda host, path, headers: reply if path == "/a" else Reply(404)) as server,
        Fetcher(FastClock()) as fetcher,
        pytest.raises(FetchFailed, match=r"10\.0\.0\.1") as caught,
    ):
        fetcher.fetch(server.url("/a"))
    assert caught.value.lasting


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "file:///etc/passwd", "http://", "http://user:secret@a.example/", "http://[", "x", ""]
)
def test_what_is_no_address_of_a_page(served, url):
    with pytest.raises(FetchFailed) as caught:
        served.fetcher.fetch(url)
    assert caught.value.lasting


def test_redirections_are_followed_step_by_step(served):
    served.replies |= {
        "/r1": Reply(301, headers={"Location": "/r2"}),
        "/r2": Reply(307, headers={"Location": served.url("/a", "b.example")}),
    }
    fetched = served.fetcher.fetch(served.url("/r1", "a.example"))
    assert (fetched.url, fetched.body) == (served.url("/a", "b.example"), PAGE)
    assert ("b.example", "/robots.txt") in [seen[:2] for seen in served.seen]


@pytest.mark.parametrize("location", ["/loop", "file:///etc/passwd", "http://[", "//", "javascript:alert(1)"])
def test_redirections_that_lead_nowhere(served, location):
    served.replies["/loop"] = Reply(302, headers={"Location": location})
    assert failed(served, "/loop").lasting


def test_robots_rules_and_delay(served):
    served.replies["/robots.txt"] = Reply(body=b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n")
    served.replies["/private"] = Reply(body=PAGE)
    assert "robots.txt" in str(failed(served, "/private"))
    assert [path for _, path, _ in served.seen] == ["/robots.txt"]
    before = served.clock.slept
    for _ in range(3):
        served.fetcher.fetch(served.url("/a", "a.example"))
    assert 14 <= served.clock.slept - before <= 22
    assert Counter(path for _, path, _ in served.seen)["/robots.txt"] == 1


def test_robots_that_cannot_be_fetched_forbid_for_a_while(served):
    served.replies["/robots.txt"] = Reply(500)
    error = failed(served, "/a")
    assert not error.lasting
    assert error.wait
    served.replies["/robots.txt"] = Reply(404)
    served.clock.now += 3600
    assert served.fetcher.fetch(served.url("/a", "a.example")).body == PAGE


def test_hosts_are_asked_once_a_second_and_do_not_wait_for_each_other(served):
    for host in ("a.example", "b.example"):
        served.fetcher.fetch(served.url("/a", host))
    assert served.clock.slept == pytest.approx(2.0)


def test_what_has_not_changed_is_not_sent_again(served):
    def respond(host, path, headers):
        if headers.get("if-none-match") == '"1"' and headers.get("if-modified-since") == "Tue, 11 Mar 2025 10:00:00 GMT":
            return Reply(304)
        return Reply(body=PAGE, headers={"ETag": '"1"', "Last-Modified": "Tue, 11 Mar 2025 10:00:00 GMT"})

    served.respond = respond
    with NewsServer(respond) as server:
        first = served.fetcher.fetch(server.url("/feed"))
        again = served.fetcher.fetch(server.url("/feed"), first.validators)
    assert first.validators == again.validators == Validators('"1"', "Tue, 11 Mar 2025 10:00:00 GMT")
    assert (first.body, again.body) == (PAGE, None)


@pytest.mark.parametrize(
    ("status", "lasting"), [(404, True), (410, True), (403, True), (500, False), (503, False), (429, False), (408, False)]
)
def test_which_answers_are_worth_another_try(served, status, lasting):
    served.replies["/x"] = Reply(status)
    assert failed(served, "/x").lasting is lasting


@pytest.mark.parametrize("value", ["3600", "Tue, 11 Mar 2025 13:00:10 GMT"])
def test_a_server_that_names_a_time_is_left_alone_until_then(served, value):
    served.replies["/busy"] = Reply(503, headers={"Retry-After": value})
    assert 3500 < failed(served, "/busy").wait <= 3610
    assert 3500 < failed(served, "/a").wait <= 3610
    served.clock.now += 3700
    assert served.fetcher.fetch(served.url("/a", "a.example")).body == PAGE


@pytest.mark.parametrize("value", ["soon", "-1", "9" * 400, "Mon, 99 Foo 2025 99:99:99 GMT", "Tue, 11 Mar 0001 00:00:00 +9999"])
def test_strange_times_are_no_harm(served, value):
    served.replies["/busy"] = Reply(503, headers={"Retry-After": value})
    assert (failed(served, "/busy").wait or 0) <= 24 * 3600


@pytest.mark.parametrize("packing", [gzip.compress, zlib.compress])
def test_packed_answers(served, packing):
    served.replies["/z"] = Reply(body=packing(PAGE), headers={"Content-Encoding": "gzip"})
    assert served.fetcher.fetch(served.url("/z")).body == PAGE


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply(body=b"x" * 200_000), "larger"),
        (Reply(body=gzip.compress(b"\0" * 50_000_000), headers={"Content-Encoding": "gzip"}), "larger"),
        (Reply(body=gzip.compress(PAGE)[:-12], headers={"Content-Encoding": "gzip"}), "breaks off"),
        (Reply(body=b"no gzip", headers={"Content-Encoding": "gzip"}), "unpacked"),
        (Reply(body=PAGE, headers={"Content-Encoding": "br"}), "not asked for"),
        (Reply(body=PAGE, cut=10), "fetched"),
        (Reply(body=PAGE, drop=True), "fetched"),
        (Reply(body=PAGE, stall=0.6), "too long"),
        (Reply(body=PAGE * 3, drip=0.1), "too long"),
        (Reply(body=PAGE, headers={"X": "y" * 200_000}), "fetched"),
    ],
)
def test_limits(served, reply, says):
    served.replies["/x"] = reply
    began = time.monotonic()
    error = failed(served, "/x")
    assert says in str(error)
    assert error.remedy
    assert time.monotonic() - began < 3.0


def test_a_silent_host_is_left_alone_longer_each_time(served):
    served.replies["/x"] = Reply(drop=True)
    waits = []
    for _ in range(4):
        served.clock.now = max(
            served.clock.now, served.fetcher.pacing.ready_at(served.url("", "a.example").removeprefix("http://"))
        )
        failed(served, "/x")
        waits.append(served.fetcher.pacing.ready_at(served.url("", "a.example").removeprefix("http://")) - served.clock.now)
    assert waits == sorted(waits)
    assert waits[-1] == pytest.approx(8 * waits[0])


def test_nothing_stays_open(served):
    for _ in range(3):
        served.fetcher.fetch(served.url("/a"))
    assert served.fetcher._downloader._pool.connections == []


@pytest.mark.parametrize("padding", [b"", b"\0" * 100])
def test_all_members_of_a_packed_answer_are_taken(served, padding):
    body = gzip.compress(b"first half, ") + gzip.compress(b"second half") + padding
    served.replies["/a"] = Reply(body=body, headers={"Content-Encoding": "gzip"})
    assert served.fetcher.fetch(served.url("/a")).body == b"first half, second half"


def test_bytes_as_sent_count_as_well(served):
    served.replies["/a"] = Reply(body=gzip.compress(b"a") + b"\0" * 200_000, headers={"Content-Encoding": "gzip"})
    assert "larger than" in str(failed(served, "/a"))


RULES = b"User-agent: *\nDisallow: /private\n"


def is_forbidden(served, path="/private"):
    return "robots.txt" in str(failed(served, path))


def test_of_robots_that_are_too_large_the_beginning_counts(served):
    """RFC 9309, 2.5: at least 500 KiB are parsed. A file that is too large must not allow everything."""
    served.replies["/private"] = Reply(body=PAGE)
    served.replies["/robots.txt"] = Reply(body=RULES + b"# so long\n" * 100_000 + b"Disallow: /a\n")
    assert is_forbidden(served)
    assert served.fetcher.fetch(served.url("/a", "a.example")).body == PAGE


def test_half_a_rule_of_robots_is_no_rule(served):
    body = RULES + b"#" * (MAX_ROBOTS - len(RULES) - 10) + b"\nAllow: /private/garden\n"
    assert body[:MAX_ROBOTS].endswith(b"\nAllow: /p")
    served.replies |= {"/robots.txt": Reply(body=body), "/private": Reply(body=PAGE), "/peace": Reply(body=PAGE)}
    assert is_forbidden(served)


@pytest.mark.parametrize("packed", [gzip.compress(RULES + b"#\n" * 50_000_000), gzip.compress(RULES)], ids=["bomb", "rules"])
def test_packed_robots_are_unpacked_as_far_as_they_count(served, packed):
    served.replies |= {"/robots.txt": Reply(body=packed, headers={"Content-Encoding": "gzip"}), "/private": Reply(body=PAGE)}
    assert is_forbidden(served)
    assert served.fetcher.fetch(served.url("/a", "a.example")).body == PAGE


@pytest.mark.parametrize(("encoding", "body"), [("br", b"\x0b\x02\x80"), ("gzip", b"no gzip"), ("zstd", RULES)])
def test_robots_that_cannot_be_unpacked_forbid_for_a_while(served, encoding, body):
    served.replies["/robots.txt"] = Reply(body=body, headers={"Content-Encoding": encoding})
    error = failed(served, "/a")
    assert "robots.txt cannot be fetched now" in str(error)
    assert not error.lasting


def test_robots_behind_too_many_redirections_are_as_if_there_were_none(served):
    """RFC 9309, 2.3.1.2."""
    served.replies["/robots.txt"] = Reply(302, headers={"Location": "/robots.txt"})
    assert served.fetcher.fetch(served.url("/a", "a.example")).body == PAGE
