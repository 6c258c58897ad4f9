"""A blind coder's values against the program's."""

import pytest

from dateline.views.sheets.comparing import alike, bounds, compare, same_name, same_parties, shared

KOREA = frozenset({"North Korea", "Pyongyang", "DPRK"})
TRUMP = frozenset({"Donald Trump", "Trump"})


@pytest.mark.parametrize("given", ["North Korea; Trump", "President Donald Trump; Pyongyang", "the DPRK;Donald Trump"])
def test_the_same_parties_under_other_names(given):
    assert same_parties(given, (KOREA, TRUMP))


@pytest.mark.parametrize("given", ["North Korea", "", "North Korea; Trump; China", "South Korea; Trump", "Pyongyang; DPRK"])
def test_other_parties(given):
    assert not same_parties(given, (KOREA, TRUMP))


def test_nobody_is_nobody():
    assert same_parties("", ())
    assert not same_parties("", (KOREA,))


def test_names():
    assert same_name("the White House", "White House")
    assert not same_name("North Korea", "South Korea")
    assert not same_name("the", "The Hague")


def test_dates_are_intervals():
    assert bounds("2018-02") == bounds("2018-02-01/2018-02-28")
    assert bounds("2018") == ("2018-01-01", "2018-12-31")
    assert bounds("../2018-05-01") == ("..", "2018-05-01")
    assert bounds("soon") == "soon"
    assert bounds("2018-13") == "2018-13"


def test_values_of_two_coders_are_written_alike():
    assert alike("source", "Trump;  The DPRK") == alike("source", "the dprk; trump.")
    assert alike("date", "2018-02") == alike("date", "2018-02-01/2018-02-28")
    assert alike("source", "Trump") != alike("source", "Pence")


def test_shared_words():
    assert shared("will not sign a paper", "We will not sign a paper") > 0.9
    assert shared("", "") == 1
    assert shared("", "said") == 0


def test_a_row_without_an_event_is_wrong_in_its_type_alone():
    assert compare("events", {"type": "NONE"}, {"type": "AID"}, {}) == {"type": "wrong"}


def test_fields_are_judged_one_by_one():
    given = {"type": "AID", "source": "Trump", "date": "2018-05-01", "place": "", "factuality": "planned"}
    machine = {"type": "AID", "date": "2018-05-01", "place": "Seoul", "factuality": "actual"}
    judged = compare("events", given, machine, {"source": (TRUMP,)})
    assert {field for field, code in judged.items() if code == "wrong"} == {"place", "factuality"}
