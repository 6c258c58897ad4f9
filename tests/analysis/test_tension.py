"""The index of two states: each incident once, on its day, by period."""

from datetime import date

import pytest

from dateline.analysis.tension import tension
from digests import MONDAY, Told, crisis_archive, digest_of, weeks_after


@pytest.fixture
def archive(tmp_path):
    told = [
        Told(date(2018, 1, 2), -4.0),
        Told(date(2018, 1, 7), 7.0),
        Told(date(2018, 1, 22), -2.0, days=None),
        Told(date(2018, 1, 1), -10.0, days=31),
        Told(date(2018, 1, 22), -5.0, standing="claimed"),
        Told(date(2018, 1, 22), 8.0, standing="planned"),
        Told(date(2018, 1, 22), 8.0, standing="hypothetical"),
        Told(date(2018, 1, 22), 8.0, standing="denied"),
        Told(date(2018, 1, 22), -9.0, pair=("KOR", "USA")),
    ]
    with digest_of(tmp_path / "a.duckdb", told) as opened:
        yield opened


def test_weights_are_summed_by_week_and_quiet_weeks_are_there(archive):
    index = tension(archive, "PRK", "USA")
    assert [(p.start, p.balance, p.incidents) for p in index.periods] == [
        (date(2018, 1, 1), 3.0, 2), (date(2018, 1, 8), 0.0, 0), (date(2018, 1, 15), 0.0, 0), (date(2018, 1, 22), -2.0, 1)
    ]  # fmt: skip
    first, second = index.periods[:2]
    assert (first.cooperation, first.conflict, first.quad, first.mean) == (7.0, -4.0, (1, 0, 1, 0), 1.5)
    assert second.mean is None
    assert index.periods[-1].end == date(2018, 1, 28)


def test_the_order_of_the_states_does_not_matter(archive):
    assert tension(archive, "USA", "PRK") == tension(archive, "PRK", "USA")


def test_what_is_dated_too_widely_is_left_out_and_said_so(archive):
    """A date of a whole month says no week."""
    by_week, by_month = tension(archive, "PRK", "USA"), tension(archive, "PRK", "USA", "month")
    assert (by_week.incidents, by_week.undated, by_week.left_out) == (3, 1, 1)
    assert (by_month.incidents, by_month.balance, by_month.left_out) == (4, -9.0, 0)


def test_claims_count_on_demand_and_what_did_not_happen_never(archive):
    assert tension(archive, "PRK", "USA", claimed=True).periods[-1].balance == -7.0
    assert tension(archive, "PRK", "USA", claimed=True).incidents == 4


def test_bounds_cut_the_outer_periods_and_stay_when_nothing_happened(archive):
    index = tension(archive, "PRK", "USA", since=date(2018, 1, 4), until=date(2018, 2, 6))
    assert (index.periods[0].start, index.periods[0].end, index.periods[0].balance) == (date(2018, 1, 4), date(2018, 1, 7), 7.0)
    assert (index.periods[-1].start, index.periods[-1].end) == (date(2018, 2, 5), date(2018, 2, 6))
    assert index.left_out == 1
    assert tension(archive, "PRK", "USA", since=weeks_after(9)).left_out == 0


def test_states_that_never_met_have_no_periods(archive):
    assert tension(archive, "FRA", "USA").periods == ()


def test_the_crisis_read_by_hand(tmp_path):
    """One walkout however many outlets tell it; what is denied and what is only claimed stays out."""
    with crisis_archive(tmp_path / "c.duckdb") as archive:
        index = tension(archive.digested(), "ETH", "SDN", "day")
    days = {p.start: (p.balance, p.incidents) for p in index.periods if p.incidents}
    assert days[date(2025, 3, 12)] == (-6.0, 2)
    assert days[date(2025, 4, 2)] == (1.0, 1)
    assert MONDAY not in days
