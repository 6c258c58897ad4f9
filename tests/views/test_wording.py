from datetime import date

import pytest

from dateline.records import DateInterval
from dateline.views.wording import balance_words, chain_words, count, interval_words, listing


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-03-12", "2025-03-12", "12 March 2025"),
        ("2025-03-10", "2025-03-16", "10–16 March 2025"),
        ("2025-03-28", "2025-04-03", "28 March – 3 April 2025"),
        ("2024-12-30", "2025-01-05", "30 December 2024 – 5 January 2025"),
        ("2025-02-01", "2025-02-28", "February 2025"),
        ("2025-01-01", "2025-03-31", "January – March 2025"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("1990-01-01", "1999-12-31", "1990–1999"),
        (None, "2025-03-12", "until 12 March 2025"),
        ("2025-03-12", None, "from 12 March 2025"),
        (None, None, "undated"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(start, end, words):
    bounds = (date.fromisoformat(day) if day else None for day in (start, end))
    assert interval_words(DateInterval(*bounds)) == words


def test_an_unknown_date_is_undated():
    assert interval_words(None) == "undated"


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"), (["A", "B", "C", "D"], "A, B and 2 more")],
)
def test_listing(names, words):
    assert listing(names, 3 if len(names) < 4 else 2) == words


def test_count():
    assert count(1, "copy", "copies") == "1 copy"
    assert count(1200, "event") == "1,200 events"


def test_chain_words():
    assert chain_words(("Daily Express", "Reuters")) == "via Daily Express, via Reuters"
    assert chain_words(()) == ""


def test_balance_words():
    assert balance_words(3.5) == "+3.5"
    assert balance_words(-12.0) == "−12.0"
