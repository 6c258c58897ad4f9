"""The state of a named person whom no table knows."""

import pytest

from casts import Told

FAMILY = "Kenya and Egypt met. Egyptian lawyer Omar Dorin arrived. {} came later. Kenya objected."


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Egypt objected. The United States voted. Congressman Walter Pellman spoke.", "Walter Pellman", "USA"),
        ("Pavel Dorin is a Russian spy, he said.", "Pavel Dorin", "RUS"),
        ("Karen Oldfield, The Washington Post, said that the talks had failed.", "Karen Oldfield", "USA"),
        ("People in Pyongyang praised the launch. Ri Song Nam, 38, said that he was proud.", "Ri Song Nam", "PRK"),
        (FAMILY.format("The lawyer's wife, Leila Dorin,"), "Leila Dorin", "EGY"),
    ],
)
def test_office_people_outlet_crowd_and_kin_tell_a_state(text: str, name: str, state: str) -> None:
    found = Told(text).actor(name)
    assert found is not None
    assert found.country == state


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pavel Dorin is not a Russian spy.", "Pavel Dorin"),
        ("Pavel Dorin is a Russian expert.", "Pavel Dorin"),
        (FAMILY.format("Leila Dorin"), "Leila Dorin"),
    ],
)
def test_what_is_denied_studied_or_shared_by_chance_tells_nothing(text: str, name: str) -> None:
    found = Told(text).actor(name)
    assert found is not None
    assert found.country is None


def test_the_institution_named_with_a_director_lends_its_sector() -> None:
    found = Told("“It is so,” says Ann Sulla, director of the Cyber Project at Harvard University's Belfer Center.").actor(
        "Ann Sulla"
    )
    assert found is not None
    assert found.code == "USA EDU"
    other = Told("“It is so,” says Ann Sulla, director of the Cyber Project.").actor("Ann Sulla")
    assert other is not None
    assert other.country is None
