from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.publication_date import inferred_publication, is_plausible, parse_days, stated_publication

DAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    "value",
    [
        "2025-03-12", "2025-03-12T18:04:11.000Z", "20250312", "2025/03/12", "12 March 2025", "March 12, 2025",
        "Mar. 12, 2025", "Wed, 12 Mar 2025 18:04:11 GMT", "Wednesday 12th March 2025", "13/03/2025", "1741802651",
    ],
)  # fmt: skip
def test_dates_as_fields_give_them(value):
    expected = date(2025, 3, 13) if value == "13/03/2025" else DAY
    assert parse_days(value) == (expected, expected)


def test_a_field_claims_no_more_than_it_says():
    assert parse_days("2017-12") == (date(2017, 12, 1), date(2017, 12, 31))
    assert parse_days("2017") == (date(2017, 1, 1), date(2017, 12, 31))


@pytest.mark.parametrize("value", ["", "yesterday", "03/04/2025", "2025-13-01", "2025-02-30", "Friday 12 March 2025"])
def test_what_cannot_be_understood_or_contradicts_itself_is_no_date(value):
    assert parse_days(value) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_iso_days_come_back(day):
    assert parse_days(day.isoformat()) == (day, day)


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(value):
    parse_days(value)


def test_plausible_years():
    assert is_plausible((date(1900, 1, 1),) * 2, DAY)
    assert not is_plausible((date(1899, 12, 31),) * 2, DAY)
    assert is_plausible((date(2025, 3, 14),) * 2, DAY)
    assert not is_plausible((date(2025, 3, 15),) * 2, DAY)


@pytest.mark.parametrize(
    "line",
    [
        "LONDON, March 12, 2025 (AFP) - Ministers met on Tuesday.",
        "ADDIS ABABA, Ethiopia, 12 March 2025 – Ministers met on Tuesday.",
        "Example Tribune, Addis Ababa, Wednesday 12 March 2025",
        "By the Courier newsroom, Cairo, 12 March 2025",
        "Published on 12 March 2025",
    ],
)
def test_datelines_and_credit_lines_date_a_text(line):
    assert inferred_publication("A headline", [line]) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "LONDON, March 12 (Reuters) - Ministers met.",
        "The war began on 12 March 2025.",
        "On March 12, 2025, ministers met in London and agreed on nothing at all, said an aide.",
        "Since the treaty of 12 March 2025 the two have not spoken.",
    ],
)
def test_dates_inside_sentences_do_not(line):
    assert inferred_publication("A headline", [line]) is None


def test_a_headline_dates_a_text_only_with_a_fitting_day_name():
    assert inferred_publication("World Briefing, Wednesday 12 March 2025: transcript", []) == DAY
    assert inferred_publication("World Briefing, Friday 12 March 2025: transcript", []) is None
    assert inferred_publication("What we learned, 12 March 2025", []) is None


def test_stated_twice_without_a_gap():
    assert stated_publication(["Share", "Published On 12 Mar 202512 Mar 2025"]) == DAY
