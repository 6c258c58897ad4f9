"""Periods: they tile the time, and weeks begin on Monday."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.periods import STEPS, fitting_step, following, spans, start_of

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(DAYS, st.integers(0, 900), st.sampled_from(STEPS))
def test_spans_tile_the_time(since, length, step):
    until = since + timedelta(days=length)
    bounds = list(spans(since, until, step))
    assert (bounds[0][0], bounds[-1][1]) == (since, until)
    assert all(end + timedelta(days=1) == start for (_, end), (start, _) in itertools.pairwise(bounds))
    assert all(start_of(start, step) == start_of(end, step) for start, end in bounds)


@given(DAYS, st.sampled_from(STEPS))
def test_the_next_period_begins_where_this_one_ends(day, step):
    start, after = start_of(day, step), following(day, step)
    assert start <= day
    assert after > day if step == "day" else following(start, step) > day
    assert start_of(following(start, step) - timedelta(days=1), step) == start


def test_weeks_begin_on_monday_and_months_on_the_first():
    assert start_of(date(2018, 3, 11), "week") == date(2018, 3, 5)
    assert start_of(date(2018, 3, 11), "month") == date(2018, 3, 1)
    assert following(date(2017, 12, 1), "month") == date(2018, 1, 1)


@pytest.mark.parametrize(("until", "step"), [("2018-02-01", "day"), ("2020-01-01", "week"), ("2026-01-01", "month")])
def test_the_step_fits_the_time(until, step):
    assert fitting_step(date(2018, 1, 1), date.fromisoformat(until)) == step
