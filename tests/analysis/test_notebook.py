"""The archive in a notebook: frames narrowed by keyword, indices and networks, made anew after something was added."""

import sys
from datetime import date

import pytest

import dateline
from crisis import crisis, talks
from dateline.analysis.notebook import AnalysedArchive
from digests import crisis_archive


@pytest.fixture
def archive(tmp_path):
    with crisis_archive(tmp_path / "c.duckdb") as opened:
        yield opened


def test_the_package_opens_such_an_archive(archive):
    path = archive.path
    archive.close()
    with dateline.open_archive(path, read_only=True) as opened:
        assert isinstance(opened, AnalysedArchive)
        assert opened.incidents().height > 0


def test_frames_have_a_row_a_record(archive):
    readings = crisis().readings
    assert archive.articles().height == len(readings)
    assert archive.statements().height == sum(len(r.statements) for r in readings)
    assert archive.events().height == archive.select("SELECT count(*) AS n FROM events")[0]["n"]
    assert archive.positions().height == sum(len(r.positions) for r in readings)
    assert archive.incidents().height == len(crisis().incidents)
    assert "Sudan" in archive.actors()["name"].to_list()


def test_about_finds_by_name_or_code(archive):
    assert set(archive.statements(about="Idris")["speaker"]) == {"Amal Idris"}
    by_name, by_code = archive.events(about="Egypt"), archive.events(about="EGY")
    assert by_name.height == by_code.height < archive.events().height
    assert archive.articles(about="African Union").height == 2
    assert set(archive.actors(about="Tefera")["name"]) == {"Dawit Tefera"}
    with pytest.raises(dateline.DatelineError, match=r"no actor is called 'Zorblax'.*archive\.actors\(\)"):
        archive.events(about="Zorblax")


def test_bounds_are_included_and_may_be_text(archive):
    assert set(archive.articles(since="2025-03-13", until=date(2025, 3, 14))["outlet"]) == {"Nile Post", "Khartoum Star"}
    assert archive.events(until="2024-12-31")["date_end"].to_list() == [date(2019, 12, 31)] * 2
    with pytest.raises(dateline.DatelineError, match="'March' is no day"):
        archive.events(since="March")


def test_confidence_narrows(archive):
    assert archive.statements(minimum_confidence=0.9).height == 0
    assert archive.statements(minimum_confidence=0.8).height == archive.statements().height


def test_tension_takes_names_and_codes(archive):
    by_code, by_name = archive.tension("ETH", "sdn", "day"), archive.tension("Sudan", "Ethiopia", "day")
    assert by_code.equals(by_name)
    assert by_code.filter(by_code["incidents"] > 0)["balance"].to_list()[0] == -6.0
    with pytest.raises(dateline.DatelineError, match="'Atlantis' is no state"):
        archive.tension("ETH", "Atlantis")


def test_network_is_a_graph_of_parties(archive):
    assert set(archive.network(minimum=1)) == {"EGY", "ETH", "SDN"}
    assert set(map(frozenset, archive.network(about="Egypt", minimum=1).edges)) == {
        frozenset("EGY ETH".split()),
        frozenset("EGY SDN".split()),
    }


def test_what_is_added_shows(tmp_path):
    with dateline.open_archive(tmp_path / "a.duckdb") as archive:
        assert archive.incidents().height == 0
        archive.add(talks())
        assert archive.articles().height == 1
        dateline.corroboration.incidents.bring_up_to_date(archive, [talks().article.id], [talks()])
        assert archive.incidents().height == 1


def test_without_polars_the_error_says_what_to_install(archive, monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(dateline.DatelineError, match=r"pip install 'dateline\[room\]'"):
        archive.events()
