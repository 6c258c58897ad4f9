"""An archive of an older version, opened for reading, answers as one that this version filled."""

from __future__ import annotations

import gzip
import logging
from pathlib import Path

import pytest

from dateline import ingest
from dateline.archive.archive import open_archive as open_tables
from dateline.contract import from_json
from dateline.corroboration.renewing import open_archive, renew
from filling import contents
from older_archives import OLDER, make_older

READINGS = Path(__file__).parents[1] / "readings" / "packs.jsonl.gz"
COUNT = 8


@pytest.fixture(scope="module")
def readings():
    with gzip.open(READINGS, "rt", encoding="utf-8") as lines:
        return [from_json(line) for _, line in zip(range(COUNT), lines, strict=False)]


@pytest.fixture(scope="module")
def today(readings, tmp_path_factory):
    """What an archive holds that this version filled."""
    by_id = {one.article.id: one for one in readings}
    with open_tables(tmp_path_factory.mktemp("today") / "a.duckdb") as archive:
        ingest.add(
            [one.article for one in readings],
            archive,
            read=lambda batch: (by_id[one.id] for one in batch),
            version=readings[0].version,
        )
        return contents(archive)


@pytest.mark.parametrize("changes", [1, 5, 9, OLDER[-1]])
def test_what_follows_from_the_articles_is_that_of_a_new_archive(tmp_path, readings, today, changes, caplog):
    path = make_older(tmp_path / "a.duckdb", changes, readings)
    with caplog.at_level(logging.WARNING), open_archive(path, read_only=True) as archive:
        held = contents(archive)
    assert {table for table in today if held[table] != today[table]} == set()
    assert today["incident_reports"]
    assert today["stories"]
    assert f"its {COUNT} articles are compared" in caplog.text


def test_it_is_done_once(tmp_path, readings, caplog):
    path = make_older(tmp_path / "a.duckdb", 1, readings[:2])
    open_archive(path, read_only=True).close()
    caplog.clear()
    with caplog.at_level(logging.WARNING), open_archive(path, read_only=True) as archive:
        assert archive.select("FROM renewals_due") == []
    assert caplog.text == ""


def test_it_is_done_although_the_first_try_was_stopped(tmp_path, readings, today, monkeypatch):
    path = make_older(tmp_path / "a.duckdb", 1, readings)
    with monkeypatch.context() as patch:
        patch.setattr("dateline.corroboration.incidents.renew", stopped)
        with pytest.raises(KeyboardInterrupt):
            open_archive(path, read_only=True)
    with open_archive(path, read_only=True) as archive:
        assert contents(archive) == today


def stopped(archive):
    raise KeyboardInterrupt


def test_writing_renews_too(tmp_path, readings):
    path = make_older(tmp_path / "a.duckdb", 4, readings[:2])
    with open_archive(path) as archive:
        assert archive.select("FROM renewals_due") == []
        assert archive.select("SELECT count(DISTINCT article) AS n FROM story_articles") == [{"n": 2}]
        renew(archive)


def test_an_archive_that_cannot_be_written_is_read_with_what_is_in_it(tmp_path, readings, monkeypatch, caplog):
    path = make_older(tmp_path / "a.duckdb", 4, readings[:2])
    open_tables(path, read_only=True).close()
    with open_tables(path, read_only=True), caplog.at_level(logging.WARNING), open_archive(path, read_only=True) as archive:
        assert len(list(archive.readings())) == 2
    assert "is not up to date" in caplog.text
