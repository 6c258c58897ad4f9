"""In how many articles each term stands, counted on as articles come."""

from pathlib import Path

import pytest

from dateline.archive import open_archive, story_profiles


@pytest.fixture
def archive(tmp_path: Path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def test_counts_add_up_and_rows_are_summed_up_now_and_then(archive, monkeypatch):
    monkeypatch.setattr(story_profiles, "LEAST_ROWS", 3)
    terms, rows = archive.story_profiles, []
    for _ in range(5):
        terms.count({7: 1, 8: 2}, terms.counts([7, 8]))
        rows.append(archive.select("SELECT count(*) AS n FROM story_terms")[0]["n"])
    assert terms.counts([7, 8, 9]) == {7: 5, 8: 10}
    archive.memory.clear()
    assert terms.counts([7, 8, 9]) == {7: 5, 8: 10}
    assert rows == [2, 4, 2, 4, 2]
