"""Change points: where the mean weight of incidents turns, and the incidents behind it."""

import random
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis import change_points as module
from dateline.analysis.change_points import change_points, changes_of
from dateline.analysis.tension import Period, tension
from dateline.analysis.weighted_mean_cost import WeightedMean
from digests import MONDAY, Told, digest_of, weeks_after


def week(number, *weights):
    start = MONDAY + timedelta(weeks=number)
    up, down = sum(w for w in weights if w > 0), sum(w for w in weights if w < 0)
    return Period(start, start + timedelta(days=6), up, down, len(weights), (0, 0, 0, 0))


def series(levels, each=4, seed=0, spread=2.0):
    """Weeks with so many incidents whose weights lie around the levels."""
    drawn = random.Random(seed)
    return [week(n, *(drawn.gauss(level, spread) for _ in range(each))) for n, level in enumerate(levels)]


def test_a_turn_is_found_in_its_week():
    (found,) = changes_of(series([-4.0] * 12 + [3.0] * 12))
    assert found.start == MONDAY + timedelta(weeks=12)
    assert (found.towards, found.incidents_before, found.incidents_after) == ("cooperation", 48, 48)
    assert found.before == pytest.approx(-4, abs=0.7)
    assert found.after == pytest.approx(3, abs=0.7)


def test_two_turns_are_told_apart():
    found = changes_of(series([3.0] * 10 + [-6.0] * 10 + [2.0] * 10))
    assert [(c.start - MONDAY).days // 7 for c in found] == [10, 20]
    assert [c.towards for c in found] == ["conflict", "cooperation"]


@pytest.mark.parametrize("length", [6, 12, 40])
def test_noise_is_hardly_ever_taken_for_a_turn(length):
    found = [changes_of(series([-1.0] * length, seed=seed, spread=4.0)) for seed in range(100)]
    assert sum(map(bool, found)) <= 4


def test_one_weight_only_is_no_turn():
    assert changes_of([week(n, -2.0, -2.0) for n in range(20)]) == ()


def test_more_articles_are_no_turn():
    """Twenty incidents a week after one a week make a larger sum of the same kind."""
    found = 0
    for seed in range(50):
        quiet, loud = series([-2.0] * 15, each=1, seed=seed), series([-2.0] * 15, each=20, seed=seed + 50)
        found += bool(changes_of([*quiet, *(move(period, n) for n, period in enumerate(loud, start=15))]))
    assert found <= 2


def test_quiet_weeks_between_are_nothing():
    (found,) = changes_of([p for n, q in enumerate(series([-4.0] * 12 + [3.0] * 12)) for p in (move(q, 2 * n), week(2 * n + 1))])
    assert found.start == MONDAY + timedelta(weeks=24)


def move(period, number):
    start = MONDAY + timedelta(weeks=number)
    return Period(start, start + timedelta(days=6), period.cooperation, period.conflict, period.incidents, period.quad)


def test_a_handful_of_incidents_is_no_turn():
    assert changes_of([week(n, -5.0 if n < 5 else 5.0) for n in range(8)]) == ()


def test_without_ruptures_nothing_is_found_and_it_can_be_said(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert not module.can_find_changes()
    assert changes_of(series([-4.0] * 12 + [3.0] * 12)) == ()


def test_behind_a_turn_stand_the_weightiest_most_widely_reported_incidents(tmp_path):
    before = [Told(weeks_after(n) + timedelta(days=d), -5.0 + d) for n in range(10) for d in range(3)]
    after = [Told(weeks_after(n) + timedelta(days=d), 3.0 + d) for n in range(10, 20) for d in range(3)]
    told = [
        *before,
        *after,
        Told(weeks_after(10), 7.0, outlets=9),
        Told(weeks_after(10), -9.0, outlets=30),
        Told(weeks_after(19), 9.0, outlets=50),
    ]
    with digest_of(tmp_path / "a.duckdb", told) as archive:
        (found,) = change_points(archive, tension(archive, "PRK", "USA"), each=3)
        assert found.start == weeks_after(10)
        assert found.behind == ("i60", "i32", "i35")


WEIGHTS = st.lists(st.tuples(st.floats(-10, 10), st.integers(1, 30)), min_size=2, max_size=20)


@given(WEIGHTS, st.data())
def test_the_cost_is_the_squared_distance_of_all_incidents(weights, data):
    start = data.draw(st.integers(0, len(weights) - 1))
    end = data.draw(st.integers(start + 1, len(weights)))
    means = np.repeat([m for m, _ in weights[start:end]], [w for _, w in weights[start:end]])
    cost = WeightedMean().fit(np.array(weights, dtype=float))
    assert cost.error(start, end) == pytest.approx(float(((means - means.mean()) ** 2).sum()), abs=1e-6)


def test_dates_are_those_of_the_first_period_after(tmp_path):
    assert changes_of(series([-4.0] * 12 + [3.0] * 12))[0].start == date(2018, 3, 26)
