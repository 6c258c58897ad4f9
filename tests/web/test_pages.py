"""Every page on the demo archive: answered, guarded, well-formed, light, with a twin, and its links lead somewhere."""

from collections import Counter
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
from lxml import html

from dateline.web.pages import PAGES

HEAVIEST = 300_000


def first(client, path, *keys):
    value = client.get(f"/api{path}").json()
    for key in keys:
        value = value[key]
    return value


@pytest.fixture(scope="module")
def addresses(client):
    """An address of each page, those with a key filled with one of the archive."""
    keys = {
        "/stories/{key}": f"/stories/{first(client, '/stories', 'stories', 0, 'id')}",
        "/incidents/{key}": f"/incidents/{first(client, '/incidents?order=widest', 'incidents', 0, 'id')}",
        "/articles/{key}": f"/articles/{first(client, '/articles', 'articles', 0, 'id')}",
        "/actors/{key}": "/actors/PRK",
        "/pairs/{one}/{other}": "/pairs/PRK/USA",
        "/positions/{key}": f"/positions/{first(client, '/positions', 'rows', 0, 'proposal', 'id')}",
        "/search": "/search?q=missile",
    }
    return [keys.get(page.path, page.path) for page in PAGES] + ["/api"]


def test_every_page_answers_and_has_a_twin(client, addresses):
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].startswith("text/html"), address
        assert len(answer.content) < HEAVIEST, address
    for page, address in zip(PAGES, addresses, strict=False):
        twin = client.get("/api/overview" if page.path == "/" else f"/api{address}")
        assert twin.status_code == 200, address
        assert twin.headers["content-type"] == "application/json", address
        assert twin.json(), address


def test_pages_are_valid_html(client, addresses):
    for address in addresses:
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        parser.parse(client.get(address).text)
        assert not parser.errors, (address, parser.errors[:3])


def test_ids_are_unique_and_every_label_names_something(client, addresses):
    for address in addresses:
        page = html.fromstring(client.get(address).text)
        doubled = [name for name, number in Counter(page.xpath("//@id")).items() if number > 1]
        assert not doubled, (address, doubled[:3])
        for named in page.xpath("//@aria-labelledby"):
            assert page.get_element_by_id(named) is not None, (address, named)


def test_nothing_inline_and_nothing_from_elsewhere(client, addresses):
    for address in addresses:
        page = html.fromstring(client.get(address).text)
        assert not page.xpath("//@style | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]"), address
        for source in page.xpath("//script/@src | //link/@href | //img/@src"):
            assert source.startswith("/"), (address, source)


def test_every_link_within_the_room_leads_somewhere(client, addresses):
    found = {}
    for address in addresses:
        page = html.fromstring(client.get(address).text)
        for link in page.xpath("//a/@href | //*[local-name()='a']/@href"):
            target = urlsplit(urljoin(address, link))
            if not target.netloc and not target.path.startswith(("/export", "/charts")):
                found.setdefault(target._replace(fragment="").geturl(), address)
    broken = {link: origin for link, origin in found.items() if client.get(link).status_code != 200}
    assert not broken
    assert len(found) > 100


def test_marks_of_an_article_lead_to_their_notes(client):
    for article in client.get("/api/articles").json()["articles"]:
        page = html.fromstring(client.get(f"/articles/{article['id']}").text)
        ids = set(page.xpath("//@id"))
        leads = [link[1:] for link in page.xpath("//*[contains(@class, 'text')]/a/@href") if link.startswith("#")]
        assert set(leads) <= ids
        assert len(leads) >= article["events"]


def test_the_text_of_an_article_is_whole(client):
    for article in client.get("/api/articles").json()["articles"][:5]:
        twin = client.get(f"/api/articles/{article['id']}").json()
        shown = html.fromstring(client.get(f"/articles/{article['id']}").text).xpath(
            "//main//*[contains(concat(' ', @class, ' '), ' text ')]"
        )
        for paragraph, element in zip(twin["paragraphs"], shown, strict=True):
            assert "".join(piece["text"] for piece in paragraph["segments"]) == element.text_content()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/incidents/inc_none", 404),
        ("/articles/art_none", 404),
        ("/actors/a_none", 404),
        ("/actors/ZZZ", 404),
        ("/pairs/USA/USA", 404),
        ("/pairs/USA/ZZZ", 404),
        ("/pairs/USA/1", 422),
        ("/stories/none", 404),
        ("/positions/none", 404),
        ("/incidents?since=yesterday", 422),
        ("/incidents?page=0", 422),
        ("/incidents?type=WAR", 422),
        ("/search?q=" + "x" * 300, 422),
    ],
)
def test_what_is_not_there_is_said_in_words(client, address, status):
    shown, twin = client.get(address), client.get(f"/api{address}")
    assert (shown.status_code, twin.status_code) == (status, status)
    assert shown.headers["content-type"].startswith("text/html")
    assert twin.json()["problem"]


def test_empty_fields_of_a_form_ask_for_nothing(client):
    everything = client.get("/api/incidents").json()["paged"]["total"]
    form = "about=&other=&type=&quad=&standing=&since=&until=&outlets=&order=latest"
    assert client.get(f"/api/incidents?{form}").json()["paged"]["total"] == everything > 0


def test_filters_narrow(client):
    everything = client.get("/api/incidents").json()["paged"]["total"]
    for question in ("about=PRK", "type=THREATEN", "quad=verbal conflict", "standing=planned", "since=2018-01-01", "outlets=2"):
        found = client.get(f"/api/incidents?{question}").json()
        assert 0 < found["paged"]["total"] < everything, question
    both = client.get("/api/incidents?about=North Korea&other=USA").json()["incidents"]
    assert both
    for line in both:
        assert {"PRK", "USA"} <= {party["key"] for party in line["sources"] + line["targets"]}


def test_statements_are_found_by_speaker_act_and_words(client):
    said = client.get("/api/statements?speaker=PRK&act=warn").json()
    assert {line["act"] for line in said["statements"]} <= {"warn"}
    assert client.get("/api/statements?words=missile").json()["paged"]["total"] > 0
    assert client.get("/api/statements?words=xyzzy").json()["paged"]["total"] == 0


def test_a_page_asked_for_again_is_not_sent_again(client):
    tag = client.get("/stories").headers["etag"]
    assert client.get("/stories", headers={"If-None-Match": tag}).status_code == 304
