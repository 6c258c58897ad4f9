"""The pairs of states that moved most."""

from datetime import timedelta

import pytest

from dateline.analysis.moved_pairs import pairs_moved
from digests import Told, digest_of, weeks_after


def turned(pair, before, after, each=1):
    return [Told(weeks_after(n) + timedelta(days=d), before if n < 10 else after, pair) for n in range(20) for d in range(each)]


@pytest.fixture
def archive(tmp_path):
    told = [
        *turned(("PRK", "USA"), -5.0, 3.0, each=2),
        *turned(("KOR", "USA"), 2.0, -6.0),
        *turned(("CHN", "USA"), -1.0, -1.5),
        *turned(("FRA", "USA"), -9.0, 9.0)[:6],
    ]
    with digest_of(tmp_path / "a.duckdb", told) as opened:
        yield opened


def test_the_largest_change_of_most_incidents_comes_first(archive):
    """As large a change in half as many incidents is a smaller one; six incidents are none."""
    found = pairs_moved(archive)
    assert [(m.tension.one, m.names[0]) for m in found] == [("PRK", "North Korea"), ("KOR", "South Korea"), ("CHN", "China")]
    first = found[0]
    assert (first.turn.start, first.turn.before, first.turn.after) == (weeks_after(10), -5.0, 3.0)
    assert (first.turn.incidents_before, first.turn.incidents_after, first.size) == (20, 20, round(8 * 10**0.5, 2))
    assert first.tension.incidents == 40


def test_only_the_time_asked_for_counts(archive):
    found = pairs_moved(archive, since=weeks_after(0), until=weeks_after(9) + timedelta(days=6))
    assert [(m.tension.one, m.size) for m in found] == [("PRK", 0.0)]
    assert len(pairs_moved(archive, limit=1)) == 1
