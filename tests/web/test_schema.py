"""The API answers what its description says, whatever is asked: valid questions, invalid ones, and nonsense."""

from contextlib import nullcontext
from urllib.parse import quote

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import negative_data_rejection
from tests.crisis import crisis
from tests.digests import add_readings

from dateline.web.app import make_app
from dateline.web.pages import PAGES
from dateline.web.room import Room

load_all_checks()
PATHS = sorted(make_app(None).openapi()["paths"])  # a room is needed to answer only
NOTHING_TO_ASK = ("/api/overview", GenerationMode.NEGATIVE)
QUICK = {"json", "csv", "jsonl"}
"""Forms of files that are asked for; pictures take seconds each."""
KEYS = {
    "articles": "SELECT id FROM articles",
    "stories": "SELECT id FROM stories",
    "incidents": "SELECT id FROM digest_incidents",
    "actors": "SELECT id FROM digest_actors UNION ALL SELECT 'EGY'",
    "statements": "SELECT id FROM digest_actors",
    "positions": "SELECT id FROM digest_proposals",
}
NONSENSE = (
    "\0", "a\0b", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "%ff", "/", "../..", "a/b", "'; DROP TABLE articles; --",
    "{{7*7}}", "\N{RIGHT-TO-LEFT OVERRIDE}abc", "%", "_", "\\", "😀" * 50, "𝕏" * 200, "1e999", "-1", "NaN",
)  # fmt: skip
FAR_DAYS = ("0001-01-01", "9999-12-31", "1582-10-10", "2025-02-30", "99999-01-01", "-0001-01-01", "1741600000", "12:00")


@pytest.fixture(scope="module")
def crisis_room(tmp_path_factory):
    path = tmp_path_factory.mktemp("schema") / "crisis.duckdb"
    add_readings(path, crisis().readings)
    room = Room(path)
    yield room
    room.close()


@pytest.fixture(scope="module")
def app(crisis_room):
    made = make_app(crisis_room)
    made.router.lifespan_context = lambda _: nullcontext()  # each call of a client would close the room
    return made


@pytest.fixture(scope="module")
def described(app, crisis_room):
    """The description, which asks for keys that there are: made up ones would find nothing."""
    for path, methods in app.openapi()["paths"].items():
        for parameter in methods["get"].get("parameters", ()):
            schema = parameter["schema"]
            if parameter["name"] == "form":
                schema["enum"] = [form for form in schema["enum"] if form in QUICK] or schema["enum"]
            elif parameter["name"] == "key":
                with crisis_room.reader() as reader:
                    schema["enum"] = keys(reader, path)
            elif parameter["name"] in ("one", "other"):
                schema["enum"] = ["SDN", "ETH", "EGY"]
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


def keys(reader, path):
    return [row["id"] for row in reader.select(KEYS[path.split("/")[2]])]


@pytest.mark.parametrize(("path", "mode"), [(p, m) for p in PATHS for m in GenerationMode if (p, m) != NOTHING_TO_ASK], ids=str)
def test_answers_as_described(described, path, mode):
    @settings(max_examples=5, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(described[path]["GET"].as_strategy(generation_mode=mode))
    def ask(case):
        # An empty field asks for nothing, and of a field given twice the last one holds: a form may send both.
        case.call_and_validate(excluded_checks=[negative_data_rejection])

    ask()


@pytest.fixture(scope="module")
def asked(app):
    return TestClient(app, raise_server_exceptions=False)


def addresses(nonsense):
    """Pages, twins, charts and files, with this in place of words and of keys."""
    word = quote(nonsense, safe="")
    query = "&".join(
        f"{field}={word}" for field in ("about", "other", "speaker", "words", "outlet", "title", "q", "story", "country")
    )
    for page in PAGES:
        path = page.path.replace("{key}", word).replace("{one}", word).replace("{other}", "USA")
        yield f"/api{path}" if path != page.path else f"/api{page.path}?{query}" if path != "/" else f"/?{query}"
    yield from (f"/search?q={word}", f"/incidents?{query}", f"/actors/{word}", f"/articles/{word}", f"/static/{word}")
    yield from (f"/charts/statements/{word}.json", f"/charts/tension/{word}/USA.json", f"/export/incidents.csv?{query}")


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda text: ascii(text)[:30])
def test_nonsense_is_answered_in_words(asked, nonsense):
    failed = {address: answer.status_code for address in addresses(nonsense) if (answer := asked.get(address)).status_code >= 500}
    assert not failed


@pytest.mark.parametrize("day", FAR_DAYS)
def test_no_day_is_too_far(asked, day):
    for path in ("/incidents", "/statements", "/articles", "/places", "/network"):
        for query in (f"since={day}", f"until={day}", f"since={day}&until={day}"):
            assert asked.get(f"/api{path}?{query}").status_code in (200, 422), (path, query)
    assert asked.get(f"/incidents?since={day}").status_code in (200, 422)


def test_far_days_are_days(asked):
    everything = asked.get("/api/incidents").json()["paged"]["total"]
    assert asked.get("/api/incidents?since=0001-01-01&until=9999-12-31").json()["paged"]["total"] == everything > 0
    assert asked.get("/api/incidents?since=9999-12-31").json()["paged"]["total"] == 0
