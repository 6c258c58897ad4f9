"""What the server refuses."""

import pytest
from fastapi.testclient import TestClient

from dateline.web.app import application
from dateline.web.serving import hosts_of


@pytest.fixture(scope="module")
def guarded(room):
    return TestClient(application(room, hosts_of(8765), watch=False), base_url="http://127.0.0.1:8765")


def test_headers_forbid_what_pages_do_not_need(guarded):
    for path in ("/", "/nowhere", "/api/overview", "/static/room.css"):
        headers = guarded.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8765.evil.example", ""])
def test_another_host_gets_nothing(guarded, host):
    answer = guarded.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "<html" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765"])
def test_this_machine_is_answered(guarded, host):
    assert guarded.get("/stories", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_written(guarded, method):
    assert guarded.request(method, "/").status_code == 405


def test_no_leave_for_other_sites(guarded):
    answer = guarded.get("/api/overview", headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in answer.headers


def test_an_endless_address_is_refused(guarded):
    assert guarded.get("/search", params={"q": "x" * 5000}).status_code == 414


def test_files_outside_the_folder_are_not_there(guarded):
    for name in ("../app.py", "..%2fapp.py", "%2e%2e/app.py", "app.py"):
        assert guarded.get(f"/static/{name}").status_code == 404
