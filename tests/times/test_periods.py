from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import DateInterval
from dateline.times.periods import hull, last_weekend, nearest_year, plus_months, season, third_of, week_of, year_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_week_runs_monday_to_sunday_around_the_day(day: date) -> None:
    week = week_of(day)
    assert week.start
    assert week.end
    assert week.start <= day <= week.end
    assert (week.start.weekday(), week.end.weekday()) == (0, 6)


@given(DAYS)
def test_the_weekend_has_begun(day: date) -> None:
    weekend = last_weekend(day)
    assert weekend.end
    assert weekend.end <= day


@given(DAYS, st.integers(-500, 500))
def test_months_keep_the_day_or_take_the_last(day: date, months: int) -> None:
    moved = plus_months(day, months)
    assert moved.day == day.day or moved.day >= 28
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months


@given(st.sampled_from([year_of(2018), week_of(date(2025, 3, 12)), season(2017, 12)]))
def test_thirds_make_the_whole(whole: DateInterval) -> None:
    thirds = [third_of(whole, part) for part in (0, 1, 2)]
    assert (thirds[0].start, thirds[2].end) == (whole.start, whole.end)
    assert all(a.end < b.start for a, b in pairwise(thirds))


def test_hull_is_open_where_one_is_open() -> None:
    assert hull(year_of(2018), DateInterval(None, date(2019, 5, 1))) == DateInterval(None, date(2019, 5, 1), "other")


@pytest.mark.parametrize(
    ("month", "day", "today", "weekday", "wanted"),
    [
        (12, 20, date(2025, 1, 5), None, date(2024, 12, 20)),
        (1, 6, date(2024, 12, 28), None, date(2025, 1, 6)),
        (3, 11, date(2025, 12, 1), 0, date(2024, 3, 11)),
        (2, 30, date(2025, 1, 5), None, None),
    ],
)
def test_nearest_year(month: int, day: int, today: date, weekday: int | None, wanted: date | None) -> None:
    assert nearest_year(month, day, today, weekday) == wanted
