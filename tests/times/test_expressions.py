import importlib.util
from datetime import date
from pathlib import Path

import pytest

from dateline.records import DateInterval, Published
from dateline.times import TimeExpression, find_times

_spec = importlib.util.spec_from_file_location("times_table", Path(__file__).with_name("table.py"))
_table = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_table)
ROWS = [[cell.strip() for cell in line.split(" | ")] for line in _table.CASES.strip().splitlines()]


def published(day: str, end: str | None = None) -> Published:
    return Published(date.fromisoformat(day), date.fromisoformat(end or day), "given")


def bounds(interval: DateInterval | None) -> list[str] | None:
    return interval and [bound.isoformat() if bound else "-" for bound in (interval.start, interval.end)]


def told(text: str, day: str = "2025-03-12") -> dict[str, TimeExpression]:
    return {text[slice(*found.span)]: found for found in find_times(text, published(day))}


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} {row[2]}" for row in ROWS])
def test_expression_means_these_days(row: list[str]) -> None:
    day, sentence, expression, *wanted = row
    found = told(sentence, day)
    assert expression in found
    assert bounds(found[expression].interval) == wanted[:2]
    assert bounds(found[expression].future_interval) == (wanted[2:] or None)


def test_table_is_large_enough() -> None:
    assert len(ROWS) >= 120


@pytest.mark.parametrize(
    "text",
    [
        "Officials may say so. They may 5 times.",
        "Theresa May said no, by May or by any other.",
        "The unions will march again.",
        "The Sunday Times reported it. The Mail on Sunday did not.",
        "It took a second or two.",
        "Some 1,500 people and 2000 troops were sent.",
        "They burned down in 2000 homes.",
        "Egypt beat Sudan 2-1.",
        "He is 1959 metres up.",
        "They pray every Friday and on Sundays.",
        "The April 6 Youth Movement called for it.",
        "the Winter Olympics and the spring water",
        "The second half was better than the last quarter century.",
        "It was the first test since 2011 and the worst violence since January.",
        "The fall of Aleppo shook them.",
        "She is the most senior official to go there in years.",
        "a deal that would last ten years",
        "Overnight Energy: a summary; they took an overnight flight",
        "It is 10/03/2025 or perhaps 03/10/2025.",
        "on February 30 and 31 June",
        "the third time in two years",
        "He left. A day later nobody knew.",
        "in 300 B.C. and in 1200 BC",
        "paid $2017 and 2019.5 for 20190",
        "the arab spring and Black Friday and Super Tuesday",
    ],
)
def test_traps_give_no_date(text: str) -> None:
    assert list(told(text)) == []


def test_without_publication_only_explicit_dates_are_found() -> None:
    text = "On Tuesday, and on March 3, he spoke. He was born on 2 May 1950, in 1975, in March 2018 and in January he left."
    found = find_times(text, None)
    assert [text[slice(*e.span)] for e in found] == ["2 May 1950", "1975", "March 2018"]


def test_uncertain_publication_gives_an_interval_around_both_readings() -> None:
    found = find_times("They met on Sunday.", published("2025-03-08", "2025-03-10"))
    assert bounds(found[0].interval) == ["2025-03-09", "2025-03-09"]
    found = find_times("They met on Monday.", published("2025-03-08", "2025-03-10"))
    assert bounds(found[0].interval) == ["2025-03-03", "2025-03-10"]
    assert found[0].interval.precision == "other"


def test_certain_year_survives_an_uncertain_day() -> None:
    found = find_times("16 tests this year", published("2017-03-01", "2017-11-30"))
    assert bounds(found[0].interval) == ["2017-01-01", "2017-12-31"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on Tuesday", "day"),
        ("last week", "week"),
        ("in January", "month"),
        ("the third quarter of 2024", "quarter"),
        ("in 1959", "year"),
        ("the 1990s", "decade"),
        ("the 19th century", "other"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    assert [e.interval.precision for e in told(text).values()] == [precision]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("CAIRO, March 10 (Reuters) - Egypt", "dateline"),
        ("the 2003 invasion", "modifier_year"),
        ("a deadly 2003 invasion", "modifier_year"),
        ("since the Cold War", "name"),
        ("They met on Monday, a day after he left.", "clause_apart"),
    ],
)
def test_kinds_that_date_something_else_than_the_clause(text: str, kind: str) -> None:
    assert kind in [e.kind for e in told(text).values()]


def test_no_day_is_counted_from_a_week() -> None:
    assert list(told("He resigned last week. The next day he left.")) == ["last week"]


def test_story_is_not_counted_on_from_two_sentences_before() -> None:
    assert list(told("He spoke on March 3. Nobody came. Two days later he left.")) == ["March 3"]


def test_the_verb_before_a_count_is_no_part_of_it() -> None:
    assert "coming one week" not in told("The raid, coming one week after a strike, was the second.")


def test_saturday_after_last_weekend_is_that_of_the_weekend() -> None:
    found = told("Last weekend\n\nAt the council on Saturday, they voted.", "2017-08-12")
    assert bounds(found["Saturday"].interval) == ["2017-08-05", "2017-08-05"]
    assert bounds(told("At the council on Saturday, they voted.", "2017-08-12")["Saturday"].interval) == ["2017-08-12"] * 2


def test_a_day_after_opens_a_sentence_on_the_news_of_the_day() -> None:
    text = "The president on Wednesday urged them to act.\n\nA day after he threatened war, he called for talks."
    assert bounds(told(text, "2017-09-20")["A day after"].interval) == ["2017-09-19", "2017-09-19"]
    assert "A day after" not in told(text.replace("Wednesday", "12 June"), "2017-09-20")


def test_a_city_in_small_letters_stands_in_a_dateline_with_its_agency() -> None:
    assert told("La Paz, Sep 22 (EFE).- Chile closed the post.", "2023-09-22")["Sep 22"].kind == "dateline"
    assert told("On Sunday, Sep 24 (a holiday) it reopened.", "2023-09-22")["Sunday, Sep 24"].kind != "dateline"


def test_a_month_is_that_of_the_year_just_named() -> None:
    assert bounds(told("Their tests in 2017, among them one in July, were the first.")["July"].interval) == [
        "2017-07-01",
        "2017-07-31",
    ]
    assert bounds(told("It won in 2017. It lost in July.")["July"].interval) == ["2024-07-01", "2024-07-31"]
    assert bounds(told("It won in 2017 and will lose in May.")["May"].future_interval) == ["2025-05-01", "2025-05-31"]


def test_of_three_or_four_weeks_the_four_are_meant() -> None:
    assert bounds(told("They will meet in the next three or four weeks.")["the next three or four weeks"].interval) == [
        "2025-03-12",
        "2025-04-09",
    ]


def test_an_open_end_keeps_the_time_that_was_named() -> None:
    since, on = told("since March 2, when they met")["since March 2"], told("on March 2, when they met")["March 2"]
    assert (bounds(since.interval), bounds(since.closed)) == (["2025-03-02", "-"], ["2025-03-02", "2025-03-02"])
    assert on.closed is None


def test_what_comes_so_long_after_something_comes_now() -> None:
    assert bounds(told("The test comes just two days after they met.")["two days after"].interval) == ["2025-03-10", "2025-03-10"]
    assert told("The test came two days after they met.") == {}
