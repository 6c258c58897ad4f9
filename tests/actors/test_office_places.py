"""Offices whose state is told by the place at the end of their phrase."""

from casts import Told


def country(text: str, words: str) -> str | None:
    found = Told(text).actor(words)
    return found.country if found is not None else None


def test_the_place_of_an_office_tells_its_state() -> None:
    assert country("Tarek Shirzad, the police chief of Balkh province in Afghanistan, spoke.", "Tarek Shirzad") == "AFG"
    assert country("A nurse at a hospital in Kenya spoke.", "A nurse") == "KEN"


def test_a_mission_is_not_of_the_state_where_it_is() -> None:
    assert country("The head of the delegation in Kenya spoke.", "The head") is None
    assert country("Soldiers at a hospital in Kenya spoke.", "Soldiers") is None


def test_a_campaign_is_of_the_state_of_who_runs() -> None:
    text = "Emmanuel Macron won. Ines Duval, a spokeswoman for the Macron campaign, cheered."
    assert country(text, "Ines Duval") == "FRA"
    assert country("Ines Duval, a spokeswoman for the campaign, cheered.", "Ines Duval") is None
