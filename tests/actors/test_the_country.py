"""Which state "the country" is."""

from casts import Told


def test_who_acts_in_the_country_is_of_another_one() -> None:
    told = Told("Envoys spoke of Mali. France will keep its troops in the country.")
    assert told.name("the country") == "Mali"


def test_an_object_is_the_state_that_acts() -> None:
    told = Told("Envoys spoke of Mali. France said that rain had flooded the country.")
    assert told.name("the country") == "France"


def test_of_who_acts_within_it_nothing_is_left() -> None:
    assert Told("France will keep its troops in the country.").name("the country") is None
