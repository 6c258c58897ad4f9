"""The pages in a real browser: nothing complained of, reachable by keyboard, readable without scripts, in the dark and on a phone."""

import json

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe

SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def addresses(client):
    incident = client.get("/api/incidents?order=widest").json()["incidents"][0]
    story = client.get("/api/stories").json()["stories"][0]["id"]
    proposal = client.get("/api/positions").json()["rows"][0]["proposal"]["id"]
    return (
        "/", "/stories", f"/stories/{story}", "/incidents", f"/incidents/{incident['id']}", "/statements", "/articles",
        f"/articles/{incident['article']}", "/actors", "/actors/PRK", "/pairs", "/pairs/PRK/USA", "/positions",
        f"/positions/{proposal}", "/search?q=missile", "/places", "/network", "/api", "/nowhere",
    )  # fmt: skip


@pytest.fixture
def visit(browser, base_url):
    """Open an address in a context of its own; what the console complains of fails the test."""
    contexts, complaints = [], []

    def visited(address, *, expect=200, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: complaints.append((address, message.text)) if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: complaints.append((address, str(error))))
        answer = page.goto(base_url + address, wait_until="networkidle")
        assert answer.status == expect
        return page

    yield visited
    for context in contexts:
        context.close()
    assert [one for one in complaints if "404" not in one[1]] == []


def test_no_page_makes_the_console_complain_or_fails_accessibility(visit, addresses):
    for address in addresses:
        page = visit(address, expect=404 if address == "/nowhere" else 200)
        found = axe().run(page).response["violations"]
        serious = [(v["id"], v["nodes"][0]["html"][:150]) for v in found if v["impact"] in SERIOUS]
        assert not serious, (address, json.dumps(serious, indent=1))
        page.context.close()


def test_dark_pages_are_dark_and_legible(visit, addresses):
    for address in ("/", "/pairs/PRK/USA", addresses[7], "/positions", "/places"):
        page = visit(address, color_scheme="dark")
        red = int(page.evaluate("getComputedStyle(document.documentElement).backgroundColor").split("(")[1].split(",")[0])
        assert red < 60
        found = axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
        assert not found, (address, [node["html"][:150] for v in found for node in v["nodes"]][:3])
        page.context.close()


def test_a_phone_shows_all_without_scrolling_sideways(visit, addresses):
    for address in addresses[:-1]:
        page = visit(address, viewport={"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
        page.context.close()


def test_pages_are_read_without_scripts(visit, addresses):
    page = visit("/", java_script_enabled=False)
    assert page.locator("ol.incidents li").count() > 5
    picture = page.locator(".chart img").first
    picture.scroll_into_view_if_needed()
    assert picture.bounding_box()["height"] > 50
    page.locator("ol.incidents a.main").first.click()
    assert page.locator("h1").inner_text()
    page.locator(".report h3 a").first.click()
    assert page.locator("article .paragraph").count() > 1
    page.locator(".margin summary").first.click()
    assert page.locator(".margin details[open] dl").count() == 1


def test_from_a_bar_of_the_index_to_its_incidents(visit):
    page = visit("/pairs/PRK/USA")
    bars = page.locator(".plot svg .layer_2_marks path, .plot svg .layer_3_marks path").all()
    tall = max((bar for bar in bars if bar.bounding_box()), key=lambda bar: bar.bounding_box()["height"])
    box = tall.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/incidents?**")
    assert page.locator("ol.incidents li").count() >= 1
    page.locator("ol.incidents cite a").first.click()
    page.wait_for_url("**/articles/**#ev_*")
    assert page.locator("li:target details[open]").count() == 1


def test_from_a_mark_in_the_text_to_its_record(visit, addresses):
    page = visit(addresses[7])
    page.locator("article a.m-event").first.click()
    note = page.locator(".margin li:target")
    note.locator("details[open]").wait_for()
    assert note.locator("details[open]").count() == 1
    assert "why" in note.inner_text()


def test_a_walk_by_keyboard(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/inc_*")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("missile")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=missile")
    assert page.locator("mark").count() > 2


def test_colours_are_chosen_and_kept(visit):
    page = visit("/stories", color_scheme="light")
    page.locator("#theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_map_and_network_are_walked_by_keyboard(visit):
    for address in ("/places", "/network"):
        page = visit(address)
        links = page.locator(".drawing svg a")
        assert links.count() > 2
        links.first.focus()
        assert page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, address=address: address not in url)
        page.context.close()
