"""Incidents by period and quad class, stories and statements by period."""

from datetime import date

import pytest

from dateline.analysis.statement_flow import statement_flow
from dateline.analysis.story_streams import story_streams
from dateline.analysis.volume import period_of, volume
from dateline.archive import open_archive
from digests import crisis_archive


@pytest.fixture
def archive(tmp_path):
    with crisis_archive(tmp_path / "c.duckdb") as opened:
        yield opened.digested()


def test_incidents_stand_on_their_day_in_their_class(archive):
    days = {v.start: v.quad for v in volume(archive, "day")}
    assert period_of(archive) == (min(days), max(days)) == (date(2025, 3, 12), date(2025, 4, 3))
    assert days[date(2025, 3, 12)] == (0, 0, 2, 0)
    assert days[date(2025, 4, 2)] == (1, 0, 0, 0)
    assert days[date(2025, 3, 20)] == (0, 0, 0, 0)


def test_one_party_alone(archive):
    assert sum(v.incidents for v in volume(archive, party="EGY")) < sum(v.incidents for v in volume(archive))
    assert sum(v.incidents for v in volume(archive, party="FRA")) == 0


def test_an_archive_without_articles_has_no_time(tmp_path):
    with open_archive(tmp_path / "empty.duckdb") as empty:
        assert period_of(empty) is None
        assert (volume(empty), story_streams(empty), statement_flow(empty)) == ((), (), ())


def test_articles_of_a_story_by_week(archive):
    streams = story_streams(archive)
    assert sum(stream.articles for stream in streams) == 5
    assert [stream.first for stream in streams] == sorted(stream.first for stream in streams)
    for stream in streams:
        assert sum(count for _, count in stream.counts) == stream.articles
        assert [start for start, _ in stream.counts] == [
            date(2025, 3, 10),
            date(2025, 3, 17),
            date(2025, 3, 24),
            date(2025, 3, 31),
        ]


def test_statements_of_copies_do_not_count_twice(archive):
    flows = {flow.name: flow for flow in statement_flow(archive)}
    assert flows["Amal Idris"].statements == 3
    assert dict(flows["Amal Idris"].counts)[date(2025, 3, 10)] == 1
    assert dict(flows["Amal Idris"].counts)[date(2025, 3, 31)] == 2
    assert "Horn Wire" not in flows


def test_one_actor_alone(archive):
    (identity,) = (flow.identity for flow in statement_flow(archive) if flow.name == "Dawit Tefera")
    (flow,) = statement_flow(archive, identity=identity)
    assert (flow.name, flow.statements) == ("Dawit Tefera", 2)
