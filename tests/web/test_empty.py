"""An archive of nothing, and one of a single article: every page says so in words."""

import html5lib
import pytest
from fastapi.testclient import TestClient
from lxml import html
from tests.crisis import talks
from tests.digests import add_readings

from dateline.web.app import make_app
from dateline.web.pages import PAGES
from dateline.web.room import Room

LISTS = [page.path for page in PAGES if "{" not in page.path] + [
    "/search?q=dam",
    "/pairs/SDN/ETH",
    "/pairs/FRA/DEU",
    "/actors/SDN",
]
CHARTS = ("volume", "stories", "tension/SDN/ETH", "statements/a_none")


@pytest.fixture(scope="module", params=[(), (talks(),)], ids=["nothing", "one article"])
def small(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / "small.duckdb"
    add_readings(path, request.param)
    room = Room(path)
    yield TestClient(make_app(room), base_url="http://127.0.0.1:8765"), len(request.param)
    room.close()


@pytest.mark.parametrize("address", LISTS)
def test_a_page_without_much_to_show(small, address):
    client, _ = small
    answer = client.get(address)
    assert answer.status_code == 200
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    parser.parse(answer.text)
    assert not parser.errors
    page = html.fromstring(answer.text)
    assert not page.xpath("//table[not(.//tbody/tr)] | //ol[not(*)]")
    assert "None" not in page.text_content()


def test_the_overview_says_what_to_do(small):
    client, articles = small
    assert ("dateline add" in client.get("/").text) == (articles == 0)


@pytest.mark.parametrize("name", CHARTS)
def test_charts_of_nothing_are_charts(small, name):
    client, _ = small
    assert client.get(f"/charts/{name}.json").status_code == 200
    assert client.get(f"/charts/{name}.svg").text.startswith("<svg")


def test_files_of_nothing_are_files(small):
    client, _ = small
    for name in ("incidents.csv", "statements.jsonl", "articles.parquet", "network.graphml", "brief.md", "brief.html"):
        assert client.get(f"/export/{name}").status_code == 200, name
