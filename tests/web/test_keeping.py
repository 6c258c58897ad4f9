"""Answers that are kept."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dateline.web import keeping
from dateline.web.keeping import Kept


class State:
    def __init__(self):
        self.tag, self.made = "1", []


@pytest.fixture
def state():
    return State()


@pytest.fixture
def client(state):
    def page(request):
        state.made.append(request.url.path)
        headers = {} if request.url.path == "/bare" else {"ETag": f'"{state.tag}"'}
        status = 404 if request.url.path == "/missing" else 200
        return PlainTextResponse(f"{request.url.query} of {state.tag}", status, headers)

    def late(request):
        """The archive changes while the page is made."""
        headers, state.tag = {"ETag": f'"{state.tag}"'}, "2"
        state.made.append("late")
        return PlainTextResponse("old", headers=headers)

    def long(request):
        state.made.append("long")
        return StreamingResponse((b"x" * 1000 for _ in range(3)), headers={"ETag": f'"{state.tag}"'})

    routes = [Route("/late", late), Route("/long", long), Route("/{any:path}", page)]
    return TestClient(Kept(Starlette(routes=routes), lambda: state.tag))


def test_a_page_is_made_once_for_each_question(client, state):
    first, again, other = client.get("/a?q=1"), client.get("/a?q=1"), client.get("/a?q=2")
    assert (first.text, again.text, other.text) == ("q=1 of 1", "q=1 of 1", "q=2 of 1")
    assert again.headers == first.headers
    assert len(state.made) == 2


def test_a_change_of_the_archive_makes_it_anew(client, state):
    client.get("/a")
    state.tag = "2"
    assert client.get("/a").text == " of 2"
    assert client.get("/a").text == " of 2"
    assert len(state.made) == 2


def test_who_has_it_already_is_told_so(client, state):
    tag = client.get("/a").headers["ETag"]
    answer = client.get("/a", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.text, answer.headers["ETag"]) == (304, "", tag)
    assert len(state.made) == 1
    state.tag = "2"
    assert client.get("/a", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", ["/bare", "/missing", "/late"])
def test_what_is_of_no_state_or_of_the_one_before_is_not_kept(client, state, path):
    client.get(path)
    client.get(path)
    assert len(state.made) == 2


def test_heads_are_not_answers(client, state):
    assert client.head("/a").status_code in (200, 405)
    assert client.get("/a").text == " of 1"


def test_what_is_kept_is_bounded(client, state, monkeypatch):
    monkeypatch.setattr(keeping, "MOST", 20)
    for query in ("1", "2", "3", "4", "4"):
        client.get(f"/a?{query}")
    assert len(state.made) == 4
    client.get("/a?1")
    assert len(state.made) == 5


def test_long_answers_come_whole_and_are_not_kept(client, state, monkeypatch):
    assert client.get("/long").text == client.get("/long").text == "x" * 3000
    assert state.made == ["long"]
    monkeypatch.setattr(keeping, "LARGEST", 2000)
    state.tag = "2"
    assert client.get("/long").text == client.get("/long").text == "x" * 3000
    assert state.made == ["long"] * 3
