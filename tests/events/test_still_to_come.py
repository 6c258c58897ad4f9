"""A deed of a day after the article's is planned, whatever the grammar of its words."""

from datetime import date

import pytest

from articles import article
from dateline.language import parse
from dateline.reading import read_document


def coded(text, published=date(2018, 6, 8)):
    (document,) = parse([article(text, published=published)])
    return [(e.type, e.factuality, e.date.start if e.date else None) for e in read_document(document).events]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump's summit with Kim Jong Un in Singapore on June 12 is the first between the two countries.",
        "Spain and Portugal hold talks in Lisbon on June 20.",
    ],
)
def test_a_meeting_of_a_day_to_come_is_planned(text):
    found = [(kind, factuality) for kind, factuality, _ in coded(text) if kind == "CONSULT"]
    assert found
    assert all(factuality == "planned" for _, factuality in found)


@pytest.mark.parametrize(
    "text", ["Spain and Portugal held talks in Lisbon on June 5.", "Spain and Portugal hold talks in Lisbon on June 9."]
)
def test_a_day_past_or_the_next_one_says_nothing(text):
    assert ("CONSULT", "actual") in [(kind, factuality) for kind, factuality, _ in coded(text)]


def test_a_noun_for_the_meeting_that_is_planned_elsewhere_is_planned_too():
    text = "Donald Trump will meet Kim Jong Un. Critics fear his summit with Kim Jong Un."
    assert {factuality for kind, factuality, _ in coded(text) if kind == "CONSULT"} <= {"planned", "hypothetical"}


def test_a_meeting_that_was_held_stays_so():
    text = "Donald Trump met Kim Jong Un on Tuesday and will meet Kim Jong Un again. Critics praised his summit with Kim Jong Un."
    assert ("CONSULT", "planned") in [(kind, factuality) for kind, factuality, _ in coded(text)]
    assert ("CONSULT", "actual") in [(kind, factuality) for kind, factuality, _ in coded(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump says his summit with Kim Jong Un on June 19 is back on.",
        "Donald Trump plans to raise trade during visits to Japan.",
        "The visit serves Japan in the lead-up to China's meetings with South Korea.",
    ],
)
def test_what_is_told_of_as_ahead_is_not_done(text):
    found = [factuality for kind, factuality, _ in coded(text) if kind == "CONSULT"]
    assert "planned" in found


def test_a_meeting_during_which_something_was_done_was_held():
    text = (
        "Moon Jae-in will meet Kim Jong Un in June. During his meeting with Kim Jong Un he gave him a message, Moon Jae-in said."
    )
    assert {"actual", "claimed"} & {factuality for kind, factuality, _ in coded(text) if kind == "CONSULT"}


def test_a_decision_of_a_day_that_is_past_was_carried_out():
    assert ("SANCTION", "actual") in [
        e[:2] for e in coded("Spain's decision to expel the envoy of Chad last month angered Cuba.")
    ]
    assert ("SANCTION", "planned") in [e[:2] for e in coded("Spain's decision to expel the envoy of Chad angered Cuba.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The protest came after Donald Trump's decision this week to pull out of the nuclear deal with Iran.", "actual"),
        ("The protest came after Donald Trump's decision to pull out of the nuclear deal with Iran.", "planned"),
    ],
)
def test_who_has_decided_to_leave_has_left(text, expected):
    assert {f for kind, f, _ in coded(text) if kind == "SANCTION"} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Donald Trump met Kim Jong Un on Tuesday. Critics deplored Donald Trump's decision to meet Kim Jong Un.", {"actual"}),
        ("Donald Trump will go to Japan. Critics deplored Donald Trump's decision to meet Kim Jong Un.", {"planned"}),
        ("As a result of Donald Trump's agreement to meet Kim Jong Un for a summit last month, oil fell.", {"actual"}),
        ("As a result of Donald Trump's agreement to meet Kim Jong Un for a summit next month, oil fell.", {"planned"}),
    ],
)
def test_a_choice_to_meet_whom_one_has_met_is_carried_out(text, expected):
    assert {f for kind, f, _ in coded(text) if kind == "CONSULT"} == expected


def test_a_planned_meeting_has_the_day_told_elsewhere():
    text = "Critics fear Donald Trump's summit with Kim Jong Un. Donald Trump will meet Kim Jong Un on June 19."
    assert {start for kind, _, start in coded(text) if kind == "CONSULT"} == {date(2018, 6, 19)}
