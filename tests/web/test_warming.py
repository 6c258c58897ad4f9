"""What is worked out beforehand is not worked out again when a page asks."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from jinja2 import Environment
from pydantic import TypeAdapter
from starlette.testclient import TestClient
from tests.crisis import crisis
from tests.digests import add_readings

from dateline.views.charts import ridges, tension
from dateline.web import templating
from dateline.web.app import make_app
from dateline.web.charts import charts_of, statements_of
from dateline.web.loading import stays_loaded
from dateline.web.pages import PAGES, show_pair
from dateline.web.room import Room
from dateline.web.snapshot import take_snapshot
from dateline.web.warming import MOST_SAID, warm_up


def test_charts_of_pairs_and_actors_have_their_skeletons(tmp_path: Path) -> None:
    add_readings(tmp_path / "crisis.duckdb", crisis().readings)
    snapshot = take_snapshot(tmp_path / "crisis.duckdb")
    with snapshot.reader() as reader:
        warm_up(reader)
        made = tension._skeleton.cache_info().misses, ridges._skeleton.cache_info().misses
        charts_of(reader, show_pair(reader, "PRK", "USA"))
        (row,) = reader.select(MOST_SAID)
        statements_of(reader, row["identity"])
        statements_of(reader, "somebody who has said nothing")
        assert (tension._skeleton.cache_info().misses, ridges._skeleton.cache_info().misses) == made
    snapshot.close()


def test_routes_are_built_before_the_first_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_readings(tmp_path / "crisis.duckdb", crisis().readings)

    built: list[object] = []
    make = TypeAdapter.__init__

    def counted(adapter: TypeAdapter[object], *given: object, **named: object) -> None:
        built.append(adapter)
        make(adapter, *given, **named)  # type: ignore[arg-type]

    with TestClient(make_app(Room(tmp_path / "crisis.duckdb"), watch=True)) as client:
        monkeypatch.setattr(TypeAdapter, "__init__", counted)
        assert client.get("/charts/tension/PRK/USA.json").status_code == 200
        assert client.get("/api/stories").status_code == 200
    assert len(built) < 10


def test_a_template_is_compiled_once_in_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    templating.compile_templates()
    monkeypatch.delattr(Environment, "compile")
    made = templating.environment()
    assert all(made.get_template(page.template) for page in PAGES)


def test_what_is_loaded_is_out_of_the_collectors_rounds() -> None:
    before = gc.get_freeze_count()
    stays_loaded()
    try:
        assert gc.get_freeze_count() > max(before, 10_000)
    finally:
        gc.unfreeze()
