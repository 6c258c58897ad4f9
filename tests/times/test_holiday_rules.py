from datetime import date

import pytest

from dateline.knowledge.holidays import feast_days, holidays, time_names
from dateline.times.holidays import holiday_in, holiday_start


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("fixed 12-26", 2017, "2017-12-26"),
        ("nth 4 thu 11", 2017, "2017-11-23"),
        ("last mon 5", 2018, "2018-05-28"),
        ("easter 1", 2018, "2018-04-02"),
        ("easter -2", 2025, "2025-04-18"),
        ("orthodox 0", 2024, "2024-05-05"),
        ("table yom-kippur", 1973 + 50, "2023-09-25"),
        ("table passover", 2018, "2018-03-31"),
        ("table hanukkah", 2024, "2024-12-26"),
        ("table eid-al-fitr", 2018, "2018-06-15"),
    ],
)
def test_rule_gives_the_day(rule: str, year: int, day: str) -> None:
    assert holiday_start(rule, year) == date.fromisoformat(day)


def test_year_that_the_table_does_not_know_gives_nothing() -> None:
    assert holiday_start("table eid-al-fitr", 1950) is None


def test_every_holiday_has_a_day_in_a_year_of_the_tables() -> None:
    assert [holiday.name for holiday in holidays() if holiday_in(holiday, 2018) is None] == []
    assert len(holidays()) >= 120


def test_no_name_belongs_to_two_holidays() -> None:
    names = [name for holiday in holidays() for name in (holiday.name, *holiday.aliases)]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_names_run_forward() -> None:
    assert [row.name for row in time_names() if row.start > row.end] == []


def test_feasts_come_once_a_year() -> None:
    assert all(day.year == year for (_, year), day in feast_days().items())
