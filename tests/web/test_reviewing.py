"""Corrections in the reading room: forms with scripts off, one key each with them, and what is refused."""

import json
import re
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest
import uvicorn
from fastapi.testclient import TestClient
from tests.crisis import IDRIS, crisis

from dateline import ingest
from dateline.archive import open_archive
from dateline.corroboration.reviewing.links import links
from dateline.errors import ServerError
from dateline.web import desk as desks
from dateline.web.app import application
from dateline.web.reviewing import local
from dateline.web.room import Room
from dateline.web.serving import bound_socket, hosts_of, serve

EVENT, OTHER = crisis().readings[0].events[0], crisis().readings[0].events[1]
SAID = crisis().readings[0].statements[0]
HERE = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}


@pytest.fixture(scope="module")
def read_once(tmp_path_factory):
    path = tmp_path_factory.mktemp("dam") / "dam.duckdb"
    by_id = {reading.article.id: reading for reading in crisis().readings}
    with open_archive(path) as opened:
        ingest.add([r.article for r in by_id.values()], opened, read=lambda them: (by_id[a.id] for a in them), version="1")
    return path


@pytest.fixture
def archive(read_once, tmp_path):
    return Path(shutil.copy(read_once, tmp_path))


@pytest.fixture
def own_room(archive):
    room = Room(archive)
    yield room
    room.close()


def client_of(room):
    app = application(room, hosts_of(8765), watch=False, reviewer="Lee")
    return TestClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture
def reviewing(own_room):
    return client_of(own_room)


@pytest.fixture(scope="module")
def untouched(read_once):
    """A room in which no test makes a correction."""
    room = Room(read_once)
    yield client_of(room)
    room.close()


def token(client):
    return re.search(r'name="token" value="([^"]+)"', client.get(f"/review/{EVENT.id}").text).group(1)


def post(client, key, headers=HERE, **form):
    return client.post(f"/review/{key}", data={"token": token(client), "why": "read it", **form}, headers=headers)


def corrections(archive):
    with open_archive(archive, read_only=True) as opened:
        return opened.corrections.listing()


def test_without_a_reviewer_there_are_no_forms(own_room):
    client = TestClient(application(own_room, hosts_of(8765), watch=False), base_url="http://127.0.0.1:8765")
    assert client.get("/review").status_code == 404
    assert client.post(f"/review/{EVENT.id}").status_code == 405
    assert "review.js" not in client.get(f"/articles/{crisis().readings[0].article.id}").text


def test_the_form_of_a_record_confirms_and_the_page_shows_it(reviewing, archive):
    answer = post(reviewing, EVENT.id, action="confirm", back="/incidents")
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents")
    (made,) = corrections(archive)
    assert (made.record, made.action, made.decided_by, made.reason) == (EVENT.id, "confirm", "Lee", "read it")
    assert "confirmed by Lee" in reviewing.get(f"/review/{EVENT.id}").text
    assert "confirmed by Lee" in reviewing.get(f"/articles/{crisis().readings[0].article.id}").text


def test_a_rejected_record_is_gone_from_the_pages_and_can_be_taken_back(reviewing, archive):
    page = f"/articles/{crisis().readings[0].article.id}"
    assert f'id="{OTHER.id}"' in reviewing.get(page).text
    assert post(reviewing, OTHER.id, action="reject").status_code == 303
    assert f'id="{OTHER.id}"' not in reviewing.get(page).text
    assert "rejected by Lee" in reviewing.get(f"/review/{OTHER.id}").text
    assert post(reviewing, "1", action="undo", back=page).headers["location"] == page
    assert f'id="{OTHER.id}"' in reviewing.get(page).text
    assert corrections(archive)[0].undone_by == "Lee"


def fields(client, key):
    """The form of an edit as a browser would send it."""
    form = re.search(r'id="edit">(.*?)</form>', client.get(f"/review/{key}").text, re.S).group(1)
    found = dict(re.findall(r'<input name="(field-[a-z_]+)" value="([^"]*)"', form))
    return found | dict(re.findall(r'<select name="(field-[a-z_]+)">.*?<option selected>([^<]+)', form, re.S))


def test_an_edit_changes_only_what_was_written_otherwise(reviewing, archive):
    given = fields(reviewing, EVENT.id)
    assert {"field-type", "field-sources", "field-date"} <= given.keys()
    refused = post(reviewing, EVENT.id, action="edit", **given)
    assert (refused.status_code, corrections(archive)) == (422, ())
    assert "nothing was changed" in refused.text
    assert post(reviewing, EVENT.id, action="edit", **given | {"field-factuality": "denied"}).status_code == 303
    assert dict(corrections(archive)[0].after) == {"factuality": "denied"}
    assert "factuality: actual → denied" in reviewing.get(f"/review/{EVENT.id}").text


@pytest.mark.parametrize(
    ("headers", "form", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, {}, 403),
        ({"Sec-Fetch-Site": "same-site"}, {}, 403),
        ({"Origin": "http://evil.example"}, {}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, {}, 403),
        ({"Host": "evil.example"}, {}, 421),
        (HERE, {"token": "guessed"}, 403),
        (HERE, {"token": "é"}, 403),
        (HERE, {"action": "praise"}, 422),
        (HERE, {"why": " "}, 422),
        (HERE, {"why": "x" * 70_000}, 413),
        (HERE | {"Content-Type": "text/plain"}, {}, 415),
    ],
)
def test_what_is_no_form_of_ours_is_refused(untouched, read_once, headers, form, status):
    answer = post(untouched, EVENT.id, headers=headers, **{"action": "confirm", **form})
    assert answer.status_code == status
    assert corrections(read_once) == ()


def test_only_forms_of_records_are_taken(untouched):
    for path in ("/", "/review", "/incidents", "/api/overview", "/export/brief.md"):
        assert untouched.post(path, headers=HERE).status_code == 405
    assert untouched.put(f"/review/{EVENT.id}", headers=HERE).status_code == 405
    assert post(untouched, "nothing_like_it", action="confirm").status_code in (404, 422)
    assert untouched.get("/review/nothing_like_it").status_code == 404


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "", None, "/a\nb"]
)
def test_a_form_leads_back_to_no_other_server(address):
    assert local(address) == ""


def test_the_list_shows_what_is_open(reviewing):
    text = reviewing.get("/review").text
    assert f'data-record="{EVENT.id}"' in text
    post(reviewing, EVENT.id, action="confirm")
    assert f'data-record="{EVENT.id}"' not in reviewing.get("/review", params={"kind": "event"}).text
    assert f'data-record="{SAID.id}"' in reviewing.get("/review", params={"kind": "statement", "about": "SDN"}).text
    assert reviewing.get("/review", params={"page_number": 999}).status_code == 200


HOLD = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


def test_an_archive_that_is_being_written_is_said_to_be(untouched, read_once, monkeypatch):
    monkeypatch.setattr(desks, "PATIENCE", 0.3)
    given = token(untouched)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", HOLD, read_once], **pipes) as writer:
        assert writer.stdout.readline() == "held\n"
        answer = untouched.post(f"/review/{EVENT.id}", data={"token": given, "why": "read it", "action": "confirm"}, headers=HERE)
        assert answer.status_code == 503
        assert "another program has the archive open, so nothing was kept" in answer.text
        writer.communicate("")
    assert corrections(read_once) == ()


def test_many_at_once_are_all_kept(reviewing, archive):
    given, keys = token(reviewing), [EVENT.id, OTHER.id, SAID.id]
    answers = []

    def confirm(key):
        form = {"token": given, "why": "read it", "action": "confirm"}
        answers.append(reviewing.post(f"/review/{key}", data=form, headers=HERE | {"Accept": "application/json"}))

    threads = [threading.Thread(target=confirm, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {200}
    assert {json.loads(answer.text)["record"] for answer in answers} == set(keys) == {one.record for one in corrections(archive)}


def test_one_process_makes_corrections(archive):
    with pytest.raises(ServerError, match="one process"):
        serve(archive, bound_socket(0), workers=2, reviewer="Lee")


@contextmanager
def served(room):
    bound = bound_socket(0)
    port = bound.getsockname()[1]
    app = application(room, hosts_of(port), watch=False, reviewer="Lee")
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    bound.close()


def test_one_key_each_in_a_browser(own_room, archive, browser):
    article = crisis().readings[0].article.id
    with served(own_room) as url:
        page = browser.new_page()
        page.goto(f"{url}/articles/{article}")
        page.locator(f"[id='{EVENT.id}'] summary").focus()
        page.keyboard.press("c")
        page.wait_for_selector(".reviewed:has-text('confirmed by Lee')")
        page.locator(f"[id='{OTHER.id}'] summary").focus()
        page.keyboard.press("x")
        page.wait_for_url(f"**/review/{OTHER.id}?do=reject**")
        page.wait_for_selector("input[name=why]:focus")
        page.keyboard.type("no such thing")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/articles/{article}")
        assert page.locator(f"[id='{OTHER.id}']").count() == 0
        page.close()
        assert [(one.record, one.action, one.reason) for one in corrections(archive)] == [
            (EVENT.id, "confirm", "read and found right"), (OTHER.id, "reject", "no such thing"),
        ]  # fmt: skip


def test_an_edit_with_scripts_off(own_room, archive, browser):
    with served(own_room) as url:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{url}/articles/{crisis().readings[0].article.id}")
        page.locator(f"[id='{EVENT.id}'] a:has-text('review')").click()
        page.locator("#edit select[name=field-factuality]").select_option("claimed")
        page.locator("#edit input[name=why]").fill("only said")
        page.locator("#edit button").click()
        page.wait_for_selector("text=corrected by Lee")
        page.context.close()
        assert dict(corrections(archive)[0].after) == {"factuality": "claimed"}


def test_a_rejected_link_keeps_its_page_and_can_be_taken_back_there(reviewing, archive):
    with open_archive(archive, read_only=True) as opened:
        link = next(links(opened, "incident link"))
    answer = post(reviewing, link.id, action="reject")
    page = reviewing.get(answer.headers["location"])
    assert (answer.status_code, page.status_code) == (303, 200)
    assert "rejected by Lee" in page.text
    assert 'name="action" value="undo"' in page.text
    assert 'value="confirm"' not in page.text
    assert post(reviewing, "1", action="undo").status_code == 303
    with open_archive(archive, read_only=True) as opened:
        assert link.id in {one.id for one in links(opened, "incident link")}


def test_a_correction_that_the_pages_cannot_show_is_kept_and_told(reviewing, own_room, archive, monkeypatch, caplog):
    monkeypatch.setattr("dateline.web.room.take_snapshot", full)
    answer = post(reviewing, EVENT.id, action="confirm", back="/incidents")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/review/{EVENT.id}")
    assert [one.record for one in corrections(archive)] == [EVENT.id]
    told = reviewing.get(f"/review/{EVENT.id}").text
    assert "It is kept in the archive, but the pages cannot be brought up to date: IOException: no space left" in told
    assert "no space left" in caplog.text
    asked = post(reviewing, OTHER.id, headers=HERE | {"Accept": "application/json"}, action="confirm")
    assert "no space left" in asked.json()["problem"]
    monkeypatch.undo()
    assert post(reviewing, SAID.id, action="confirm", back="/incidents").headers["location"] == "/incidents"
    assert "cannot be brought up to date" not in reviewing.get(f"/review/{EVENT.id}").text


def test_an_actor_is_edited_in_its_page(reviewing, archive):
    page = f"/actors/{IDRIS.id}"
    assert f'href="/review/{IDRIS.id}"' in reviewing.get(page).text
    given = fields(reviewing, IDRIS.id)
    assert given == {"field-name": "Amal Idris", "field-kind": "person", "field-country": "SDN", "field-code": "SDN GOV"}
    assert 'value="reject"' not in reviewing.get(f"/review/{IDRIS.id}").text
    form = {"token": token(reviewing), "why": "read it", "action": "edit", "back": page, **given, "field-country": "EGY"}
    answer = reviewing.post(f"/review/{IDRIS.id}", data=form, headers=HERE)
    assert (answer.status_code, answer.headers["location"]) == (303, page)
    assert [(one.kind, dict(one.after)) for one in corrections(archive)] == [("actor", {"country": "EGY", "code": "EGY GOV"})]
    assert "country: SDN → EGY" in reviewing.get(f"/review/{IDRIS.id}").text


def full(path):
    raise duckdb.IOException("no space left")
