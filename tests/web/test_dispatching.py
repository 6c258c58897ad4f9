"""Requests that other processes answer, here threads with an event loop of their own."""

import asyncio
import threading
from multiprocessing import Pipe

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dateline.web.dispatching import Dispatcher, answer

LONG = 3_000_000


class Answering:
    """One process of several."""

    def __init__(self, name):
        self.name, self.waiting, self.go_on = name, threading.Event(), threading.Event()
        self.here, there = Pipe()
        self.thread = threading.Thread(target=lambda: asyncio.run(answer(there, self.app())), daemon=True)
        self.thread.start()

    def app(self):
        def name(request):
            return PlainTextResponse(f"{self.name} {request.url.path}?{request.url.query} {request.headers['x-word']}")

        def slow(request):
            self.waiting.set()
            self.go_on.wait(20)
            return PlainTextResponse(self.name)

        def long(request):
            return StreamingResponse(b"x" * (LONG // 10) for _ in range(10))

        def broken(request):
            raise ValueError("broken")

        routes = [Route(f"/{f.__name__}", f) for f in (name, slow, long, broken)]
        return Starlette(routes=routes)


@pytest.fixture
def answering():
    both = [Answering("one"), Answering("two")]
    yield both
    for each in both:
        each.go_on.set()
        each.here.close()


@pytest.fixture
def client(answering):
    app = Dispatcher([each.here for each in answering], lambda: None)
    with TestClient(app, headers={"x-word": "word"}, raise_server_exceptions=False) as client:
        yield client


def test_a_request_reaches_the_other_process_as_it_is(client):
    assert client.get("/name", params={"q": "a b"}).text == "one /name?q=a+b word"


def test_a_long_answer_comes_whole(client):
    assert client.get("/long").text == "x" * LONG


def test_what_goes_wrong_there_is_an_answer_too(client):
    assert client.get("/broken").status_code == 500
    assert client.get("/name").status_code == 200


def test_who_has_least_to_do_answers(client, answering):
    slow = threading.Thread(target=client.get, args=("/slow",))
    slow.start()
    assert answering[0].waiting.wait(20)
    names = {client.get("/name").text.split()[0] for _ in range(5)}
    answering[0].go_on.set()
    slow.join()
    assert names == {"two"}


def test_the_end_of_a_process_is_told_to_who_waits_and_to_all():
    here, there = Pipe()
    ended = []
    with TestClient(Dispatcher([here], lambda: ended.append(True)), raise_server_exceptions=True) as client:
        threading.Timer(0.3, there.close).start()
        with pytest.raises(ConnectionError):
            client.get("/name")
    assert ended == [True]
