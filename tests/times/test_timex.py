"""Values as annotators of newswire write them (TIMEX3); the 2nd of November 1989 is a Thursday, the 12th of March 2025 a Wednesday."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import BadRecord
from dateline.times import Timex, find_dates

CASES = """
1989-11-02 | Net income in the third quarter rose. | the third quarter | 1989-Q3
1989-11-02 | Third-quarter profit in the period rose. | Third-quarter | 1989-Q3
1989-11-02 | Profit in the third quarter was up from a year earlier. | a year earlier | 1988-Q3
1989-11-02 | Profit in the third quarter beat the year-ago period's. | the year-ago period | 1988-Q3
1989-11-02 | It fell below the year-earlier level. | the year-earlier level | 1988
1989-11-02 | Sales rose a year ago. | a year ago | 1988
1989-11-02 | It expects fourth-quarter growth. | fourth-quarter | 1989-Q4
1989-11-02 | The latest quarter was weak. | The latest quarter | 1989-Q3
1989-11-02 | 1998's first quarter was weak. | 1998's first quarter | 1998-Q1
1989-11-02 | In fiscal 1998 it grew. | fiscal 1998 | FY1998
1989-11-02 | In fiscal year 1998 it grew. | fiscal year 1998 | FY1998
1989-11-02 | It was approved for FY98. | FY98 | FY1998
1989-11-02 | the current fiscal year | the current fiscal year | FY1990
1989-11-02 | It was sold by year-end. | year-end | 1989
1989-11-02 | the nine months ended Sept. 30 | nine months | P9M
1989-11-02 | the nine months ended Sept. 30 | Sept. 30 | 1989-09-30
1989-11-02 | in the year ended March 31 | March 31 | 1989-03-31
1989-11-02 | Tuesday's edition, dated 11/02/89, said it. | 11/02/89 | 1989-11-02
1989-11-02 | They met on Nov. 2 again. | Nov. 2 | 1989-11-02
1989-11-02 | He left late Thursday. | late Thursday | 1989-11-02
1989-11-02 | They met in the 1990s. | the 1990s | 199
1989-11-02 | They met in the '80s. | the '80s | 198
1989-11-02 | They met in the late eighties. | the late eighties | 198
1989-11-02 | It began in mid-1989. | mid-1989 | 1989
1989-11-02 | It began in the 20th century. | the 20th century | 19
1989-11-02 | the October 1987 crash | October 1987 | 1987-10
2025-03-12 | the February assassination shook them | February | 2025-02
2025-03-12 | It began in 2017. That April they met. | That April | 2017-04
2025-03-12 | They met last week. | last week | 2025-W10
2025-03-12 | They met two weeks ago. | two weeks ago | 2025-W09
2025-03-12 | They met two and a half years ago. | two and a half years ago | 2022
2025-03-12 | over the weekend they met | the weekend | 2025-W10-WE
2025-03-12 | They met last summer. | last summer | 2024-SU
2025-03-12 | They met on Tuesday evening. | Tuesday evening | 2025-03-11TEV
2025-03-12 | They met last night. | last night | 2025-03-11TNI
2025-03-12 | They met overnight. | overnight | 2025-03-11TNI
2025-03-12 | They met at 3 p.m. on Tuesday. | 3 p.m. on Tuesday | 2025-03-11T15:00
2025-03-12 | They met on Tuesday at 10:30 a.m. EST. | Tuesday at 10:30 a.m. EST | 2025-03-11T10:30
2025-03-12 | It struck at 0430 GMT. | 0430 GMT | 2025-03-12T04:30
2025-03-12 | They met on Christmas Day 1991. | Christmas Day 1991 | 1991-12-25
2025-03-12 | They will meet on Friday. | Friday | 2025-03-14
2025-03-12 | They met on Friday. | Friday | 2025-03-07
2025-03-12 | A summit is planned for Friday. | Friday | 2025-03-14
2025-03-12 | The talks begin on Friday. | Friday | 2025-03-14
2025-03-12 | He proposed it in January. | January | 2025-01
2025-03-12 | a three-day visit | three-day | P3D
2025-03-12 | a 10-year plan | 10-year | P10Y
2025-03-12 | the 36-year-old minister | 36-year-old | P36Y
2025-03-12 | for two and a half years | two and a half years | P2.5Y
2025-03-12 | for an hour and a half | an hour and a half | PT1.5H
2025-03-12 | for half a century | half a century | P50Y
2025-03-12 | for nearly three decades | three decades | P3DE
2025-03-12 | for twenty-five minutes | twenty-five minutes | PT25M
2025-03-12 | For years they fought. | years | PXY
2025-03-12 | several weeks of fighting | several weeks | PXW
2025-03-12 | years-long war | years-long | PXY
2025-03-12 | in the past five years | the past five years | P5Y
2025-03-12 | in recent weeks | recent weeks | PXW
2025-03-12 | They met two days after the vote. | two days | P2D
2025-03-12 | every Tuesday they meet | every Tuesday | XXXX-WXX-2
2025-03-12 | On Sundays they meet. | Sundays | XXXX-WXX-7
2025-03-12 | every two weeks they meet | every two weeks | P2W
2025-03-12 | a daily briefing | daily | P1D
2025-03-12 | twice a week they meet | a week | P1W
2025-03-12 | They now meet. | now | PRESENT_REF
2025-03-12 | They recently met. | recently | PAST_REF
2025-03-12 | in the near future | the near future | FUTURE_REF
2025-03-12 | in the past, many times | the past | PAST_REF
2025-03-12 | One day they will meet. | One day | FUTURE_REF
"""
ROWS = [[cell.strip() for cell in line.split(" | ")] for line in CASES.strip().splitlines()]
PIECES = st.sampled_from(
    "on Tuesday,|the|last|next|week|May|may|12|3|2018|since|by|two days|later|ago|a day after|early|late|mid-|month|year.|Easter|quarter|in"
    "|fiscal|FY98|every|half a|and a half|century|a.m.|at noon|3 p.m.|three-day|recently|the past|future|now|will|met|they|\n|’s|11/02/89".split(
        "|"
    )
)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} {row[2]}" for row in ROWS])
def test_value(row: list[str]) -> None:
    found = {timex.text: timex for timex in find_dates(row[1], row[0])}
    assert row[2] in found
    assert found[row[2]].value == row[3]


def test_lengths_sets_and_references_have_a_type_and_no_interval() -> None:
    found = find_dates("They now meet every Tuesday for two hours.", date(2025, 3, 12))
    assert [(t.type, t.start, t.end, t.precision) for t in found] == [
        ("DATE", None, None, None),
        ("SET", None, None, None),
        ("DURATION", None, None, None),
    ]


def test_bounds_open_the_interval_and_stay_out_of_the_span() -> None:
    since, until = find_dates("They have fought since Monday and will until June 2026.", "2025-03-12")
    assert (since.text, since.value, since.start, since.end) == ("Monday", "2025-03-10", date(2025, 3, 10), None)
    assert (until.text, until.value, until.start, until.end) == ("June 2026", "2026-06", None, date(2026, 6, 30))


def test_a_range_of_years_is_two_expressions() -> None:
    assert [t.value for t in find_dates("It grew from 2015 to 2016.", None)] == ["2015", "2016"]


@pytest.mark.parametrize(
    "text",
    [
        "a second chance",
        "the Daily Telegraph",
        "as soon as possible",
        "its future",
        "walked past him",
        "the electric current of the",
    ],
)
def test_traps_are_no_times(text: str) -> None:
    assert find_dates(text, "2025-03-12") == []


def test_without_a_day_only_explicit_dates_have_an_interval() -> None:
    found = find_dates("On Tuesday he said it began on 3 May 2011 and lasted two days.", None)
    assert [(t.text, t.start) for t in found] == [("3 May 2011", date(2011, 5, 3)), ("two days", None)]


def test_a_day_that_is_none_is_an_error() -> None:
    with pytest.raises(BadRecord, match="YYYY-MM-DD"):
        find_dates("on Tuesday", "last week")


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join), st.dates(date(1950, 1, 1), date(2035, 12, 31)))
def test_expressions_lie_in_the_text_in_order_with_intervals_that_run_forward(text: str, day: date) -> None:
    found = find_dates(text, day)
    done = 0
    for timex in found:
        assert done <= timex.span.start < timex.span.end <= len(text)
        assert timex.text == text[timex.span.start : timex.span.end]
        assert timex.value
        assert timex.start is None or timex.end is None or timex.start <= timex.end
        assert (timex.start or timex.end) is None or timex.precision is not None
        done = timex.span.end
    assert found == find_dates(text, day)
    assert all(isinstance(timex, Timex) for timex in found)
