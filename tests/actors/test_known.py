"""Names of the tables in the text."""

import datetime

import pytest

from casts import Told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He wrote to the United States Congress.", "Congress"),
        ("Members of al Qaeda in the Arabian Peninsula fled.", "al-Qaeda in the Arabian Peninsula"),
        ("The Pakistan Taliban met.", "Pakistani Taliban"),
    ],
)
def test_longer_names_of_known_bodies(text: str, name: str) -> None:
    assert name in Told(text).names()
    assert not {"United States", "al-Qaeda", "Pakistan", "Taliban"} & Told(text).names()


def test_whom_a_group_is_for_or_against_is_in_its_name():
    told = Told("Jets hit pro-Danish militias and anti-Norwegian parties.")
    assert {"pro-Danish militias", "anti-Norwegian parties"} <= told.names()


def test_agents_are_of_the_sort_of_their_agency():
    told = Told("FBI agents searched the house. CIA agents watched. Three Danish agents fled.")
    assert [told.actor(w).code for w in ("FBI agents", "CIA agents", "Danish agents")] == ["USA COP", "USA SPY", "DNK SPY"]


def test_contractors_are_armed_only_where_that_is_said():
    told = Told("The blast killed a Danish contractor. Norwegian security contractors returned fire.")
    assert [told.actor(w).code for w in ("Danish contractor", "security contractors")] == ["DNK BUS", "NOR UAF"]


def test_a_commission_for_two_states_is_of_its_own():
    told = Told("The U.S.-China Economic and Security Review Commission told Congress so.")
    assert "U.S.-China Economic and Security Review Commission" in told.names()


def test_who_is_elected_is_the_one_whom_the_table_has_so():
    told = Told("Donald Trump met the mayor. On Monday the President-elect denied it himself.", datetime.date(2016, 12, 13))
    assert told.name("the President-elect") == told.name("Donald Trump") == "Donald Trump"
