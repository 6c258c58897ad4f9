"""Which words a time belongs to."""

from __future__ import annotations

from datetime import date

import pytest

TUESDAY = (date(2024, 5, 7), date(2024, 5, 7))

CASES = [
    ("Italy tested missiles in 2016 and 2017.", "MOBILIZE", (date(2016, 1, 1), date(2017, 12, 31))),
    (
        "Italy's president will meet Iran's president in late May or early June.",
        "CONSULT",
        (date(2024, 5, 21), date(2024, 6, 10)),
    ),
    (
        "Prices have risen since March, when Italy imposed an embargo on Qatar.",
        "SANCTION",
        (date(2024, 3, 1), date(2024, 3, 31)),
    ),
    ("Italy's summit with Iran planned for June has drawn protests.", "CONSULT", (date(2024, 6, 1), date(2024, 6, 30))),
    ("Italy's talks with Iran would take place in June, it said.", "CONSULT", (date(2024, 6, 1), date(2024, 6, 30))),
    ("Italy and Kenya will hold two days of drills starting on Monday.", "MOBILIZE", (date(2024, 5, 13), date(2024, 5, 13))),
    ("Italy said in a statement released on Tuesday that it rejected the plan.", "REJECT", TUESDAY),
    ("After Italy expelled a Russian diplomat on Tuesday, Iran said it was glad.", "SANCTION", TUESDAY),
    ("The test comes just two days after Italy fired a missile.", "MOBILIZE", (date(2024, 5, 8), date(2024, 5, 8))),
    ("Italy closed a border post until further notice on Tuesday over Iran's threats.", "SANCTION", TUESDAY),
    ("Italy attacked the region surrounding Tobruk in 2019.", "ASSAULT", (date(2019, 1, 1), date(2019, 12, 31))),
]


@pytest.mark.parametrize(("sentence", "event_type", "expected"), CASES)
def test_the_time_belongs_to_the_event(coded, sentence, event_type, expected):
    found = coded(sentence).only(event_type).date
    assert found is not None
    assert (found.start, found.end) == expected


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Italy has praised Kenya since its election in 2016.", "SUPPORT"),
        ("Italy praised a Kenyan released from prison on Tuesday.", "SUPPORT"),
    ],
)
def test_the_time_belongs_to_something_else(coded, sentence, event_type):
    found = coded(sentence).only(event_type).date
    assert found is None or found.basis == "published"


def test_the_second_of_two_times_may_be_of_another_event(coded):
    article = coded("Italy praised Kenya in 2016, and in 2017 it accused Iran of piracy.")
    assert article.only("SUPPORT").date.end == date(2016, 12, 31)
    assert article.only("ACCUSE").date.start == date(2017, 1, 1)
