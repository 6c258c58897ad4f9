"""An archive of hostile articles: what strangers write is text on every page, in every chart and in every file."""

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import etree, html
from tests.crisis import Draft, draft, on
from tests.digests import add_readings

from dateline.records import Actor, LeftOut
from dateline.web.app import application, make_app
from dateline.web.room import Room
from dateline.web.serving import hosts_of

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
TEMPLATE = "{{7*7}}{% raw %}${7*7}"
BIDI = "abc\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}"
QUERY = "'); DROP TABLE articles; --"
FORMULA = '=HYPERLINK("http://evil.example")'
STRANGE = "😀 \0 \N{LINE SEPARATOR} ]]> --> </title></style></textarea>"
NAMES = (SCRIPT, IMAGE, TEMPLATE, BIDI, QUERY, FORMULA, STRANGE)
OUTLETS = ("../../etc", IMAGE, BIDI, "javascript:alert(3)")
LONG = 1_000_000
HEAVIEST = 300_000
THEIRS = "//script[not(@src)] | //img[@src='x'] | //@onerror | //@onload | //*[starts-with(translate(@href, 'JAVSCRIPT', 'javscript'), 'javascript')]"


def actors():
    named = [Actor(f"a_{n}", name, "person", "SDN", "SDN GOV", aliases=(name,), role=name) for n, name in enumerate(NAMES)]
    return [*named, Actor("a_states/../x", "Sudan", "state", "SDN", "SDN"), Actor('a_"x', "Ethiopia", "state", "ETH", "ETH")]


def hostile(number):
    """An article in which each name says, does and stands for something in words of its own kind."""
    cast, outlet = actors(), OUTLETS[number % len(OUTLETS)]
    lines = [
        f"{one.name} threatened Ethiopia, and said that {other.name} would pay {n}."
        for n, (one, other) in enumerate(pairwise(cast))
    ]
    d = draft(outlet, date(2025, 3, 12 + number), f"{NAMES[number % len(NAMES)]} number {number}", "\n\n".join(lines))
    article = replace(
        d.article, url="javascript:alert(4)", byline=IMAGE, source=f"../../{SCRIPT}", left_out=(LeftOut(SCRIPT, IMAGE),)
    )  # fmt: skip
    d = Draft(article)
    statements, events, positions = [], [], []
    for n, (one, other) in enumerate(pairwise(cast)):
        said = f"{other.name} would pay {n}"
        statements.append(d.said(one, one.name, "said", said, act="threaten", reason=SCRIPT, reported_by=(IMAGE, BIDI)))
        events.append(replace(
            d.event("THREATEN", "threatened", (one,), (cast[-1],), goldstein=-4.0, date=on(2025, 3, 12), reason=IMAGE),
            id=f"ev_{number}_{n}_<b>", trigger=d.span(said), mentions=(d.span(said),),
        ))  # fmt: skip
        positions.append(d.stands(one, f"{other.name} ban of the dam", "oppose", said, reason=SCRIPT))
    reading = d.reading(statements, events, positions)
    return replace(reading, actors=tuple(cast))


def endless():
    """A line of a million characters without a full stop, said by somebody, with a name far into it."""
    words = "word " * (LONG // 10)
    d = draft(
        "Wire",
        date(2025, 3, 20),
        "A long one",
        f"Sudan said {words}<b>middle</b> {words}and Sudan threatened Ethiopia in the end",
    )
    sudan, ethiopia = actors()[-2:]
    content = d.article.text[d.article.text.index("word") :]
    event = d.event("THREATEN", "threatened", (sudan,), (ethiopia,), goldstein=-4.0, date=on(2025, 3, 20))
    return replace(d.reading((d.said(sudan, "Sudan", "said", content),), (event,)), actors=(sudan, ethiopia))


@pytest.fixture(scope="module")
def hostile_room(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "hostile <b>.duckdb"
    add_readings(path, [*(hostile(number) for number in range(4)), endless()])
    room = Room(path)
    yield room
    room.close()


@pytest.fixture(scope="module")
def asked(hostile_room):
    return TestClient(make_app(hostile_room), base_url="http://127.0.0.1:8765")


@pytest.fixture(scope="module")
def addresses(asked):
    """Every list, and everything that is in them."""

    def keys(path, *names):
        return [quote(one["id"], safe="") for one in asked.get(f"/api{path}").json()[names[0]]]

    found = [
        "/",
        "/stories",
        "/incidents",
        "/statements",
        "/articles",
        "/actors",
        "/pairs",
        "/positions",
        "/places",
        "/network",
        "/api",
    ]
    found += [f"/articles/{key}" for key in keys("/articles", "articles")] + [
        f"/incidents/{key}" for key in keys("/incidents", "incidents")[:8]
    ]
    found += [f"/actors/{key}" for key in keys("/actors", "actors")] + [f"/stories/{key}" for key in keys("/stories", "stories")]
    found += [f"/positions/{quote(row['proposal']['id'])}" for row in asked.get("/api/positions").json()["rows"][:4]]
    found += ["/pairs/SDN/ETH", "/actors/SDN", f"/search?q={quote(SCRIPT)}", f"/search?q={quote(QUERY)}", "/search?q=word"]
    return (
        found
        + [f"/incidents?about={quote(name)}" for name in NAMES]
        + [f"/nowhere/{quote(SCRIPT)}", f"/actors?words={quote(IMAGE)}"]
    )


def test_every_page_shows_their_words_as_text(asked, addresses):
    shown = ""
    assert len(addresses) > 40
    for address in addresses:
        answer = asked.get(address)
        assert answer.status_code in (200, 404), address
        page = html.fromstring(answer.text)
        assert not page.xpath(THEIRS), address
        assert not page.xpath("//b"), address
        assert len(answer.content) < HEAVIEST, (address, len(answer.content))
        assert "{{7*7}}" in answer.text or "4949" not in answer.text
        shown += page.text_content()
    for name in (SCRIPT, IMAGE, TEMPLATE, BIDI, QUERY, FORMULA):
        assert name in shown, name


def test_their_direction_ends_with_their_words(asked, addresses):
    """An override that is not isolated would turn the rest of the line around."""
    loose = {}
    for address in addresses:
        page = html.fromstring(asked.get(address).text)
        for text in page.xpath("//body//text()[contains(., '\N{RIGHT-TO-LEFT OVERRIDE}')]"):
            around = text.getparent().getparent() if text.is_tail else text.getparent()
            if not around.xpath(
                "ancestor-or-self::*[self::bdi or @dir or self::option or self::*[local-name()='text' or local-name()='title']]"
            ):
                loose[address] = etree.tostring(around)[:200]
    assert not loose


def test_no_record_of_theirs_leaves_the_room(asked, addresses):
    for address in addresses:
        for link in html.fromstring(asked.get(address).text).xpath("//a/@href"):
            assert link.startswith(("/", "#", "?")), (address, link)


def test_a_long_line_comes_in_parts_that_make_it_whole(asked):
    key = next(one["id"] for one in asked.get("/api/articles").json()["articles"] if one["title"] == "A long one")
    parts = asked.get(f"/api/articles/{key}").json()["parts"]
    assert parts > 10
    text = ""
    for part in range(1, parts + 1):
        answer = asked.get(f"/articles/{key}?part={part}")
        assert len(answer.content) < HEAVIEST
        twin = asked.get(f"/api/articles/{key}?part={part}").json()
        text += "".join(piece["text"] for paragraph in twin["paragraphs"] for piece in paragraph["segments"])
        page = html.fromstring(answer.text)
        assert bool(page.xpath("//a[@rel='next']")) == (part < parts)
    assert len(text) > LONG
    assert text.count("word") == 2 * (LONG // 10)
    assert text.endswith("in the end")


def test_a_record_is_found_in_whichever_part_it_stands(asked):
    key = next(one["id"] for one in asked.get("/api/articles").json()["articles"] if one["title"] == "A long one")
    last = asked.get(f"/api/articles/{key}?part=10000").json()
    record = last["paragraphs"][-1]["notes"][0]["id"]
    assert last["part"] == last["parts"]
    assert asked.get(f"/api/articles/{key}?record={record}").json()["part"] == last["parts"]
    assert asked.get(f"/api/articles/{key}?record=none").json()["part"] == 1


def test_charts_hold_their_words_as_values(asked):
    for path in ("/charts/stories.json", "/charts/volume.json", "/charts/tension/ETH/SDN.json", "/charts/statements/a_0.json"):
        answer = asked.get(path)
        assert answer.headers["content-type"] == "application/json"
        for data in answer.json()["datasets"].values():
            assert all(str(row.get("href", "/")).startswith("/") for row in data)
    drawn = asked.get("/charts/stories.svg")
    assert not etree.fromstring(drawn.content).xpath("//*[local-name()='script' or local-name()='img'] | //@onerror")


def test_files_hold_no_formula_and_no_path_of_theirs(asked):
    for name in ("statements", "incidents", "articles", "actors", "positions"):
        answer = asked.get(f"/export/{name}.csv")
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
        assert '\n"=' not in answer.text
        assert ',"=' not in answer.text
        assert len(asked.get(f"/export/{name}.jsonl").text.splitlines()) > 1
    assert asked.get("/export/statements.jsonl").text.count("\n") == asked.get("/api/statements").json()["paged"]["total"]
    for line in asked.get("/export/actors.jsonl").text.split("\n")[:-1]:
        json.loads(line)
    etree.fromstring(asked.get("/export/network.graphml").content)
    brief = html.fromstring(asked.get("/export/brief.html").text)
    assert not brief.xpath(THEIRS)


def test_a_file_name_is_a_name_only(hostile_room):
    guarded = TestClient(application(hostile_room, hosts_of(8765), watch=False), base_url="http://127.0.0.1:8765")
    for path in ("/export/stories/..%2f..%2fx%22%0d%0aSet-Cookie:%20a=b.csv", "/export/positions/x%22;y.csv"):
        answer = guarded.get(path)
        assert answer.status_code == 404
        assert "set-cookie" not in answer.headers


@pytest.fixture(scope="module")
def hostile_url(hostile_room, serve_room):
    with serve_room(hostile_room) as url:
        yield url


def test_in_a_browser_nothing_of_theirs_runs(browser, hostile_url, addresses):
    context = browser.new_context()
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("dialog", lambda dialog: (complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request", lambda request: complaints.append(request.url) if not request.url.startswith((hostile_url, "data:")) else None
    )
    for address in [one for one in addresses if not one.startswith("/nowhere")][::2]:
        page.goto(hostile_url + address, wait_until="load")
    page.goto(f"{hostile_url}/", wait_until="networkidle")
    assert page.locator(".plot svg").count() >= 1
    page.locator(".plot svg .mark-rect.role-mark path").first.hover(force=True)
    page.wait_for_selector("#vg-tooltip-element.visible")
    context.close()
    assert complaints == []


def test_a_link_to_a_record_far_into_a_long_article_leads_there(browser, hostile_url, asked):
    key = next(one["id"] for one in asked.get("/api/articles").json()["articles"] if one["title"] == "A long one")
    record = asked.get(f"/api/articles/{key}?part=10000").json()["paragraphs"][-1]["notes"][0]["id"]
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{hostile_url}/articles/{key}#{record}")
    page.wait_for_url("**/*record=*")
    page.wait_for_selector("li:target details[open]")
    context.close()
