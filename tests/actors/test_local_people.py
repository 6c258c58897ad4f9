"""People of the place where the sentence says that something happened."""

import pytest

from casts import Told


def country(text: str, words: str) -> str | None:
    found = Told(text).actor(words)
    return found.country if found is not None else None


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Local residents said that the bridge in Pakistan had fallen.", "Local residents", "PAK"),
        ("A local journalist said that two men had been shot in Kenya.", "A local journalist", "KEN"),
        ("People in the North Korean capital praised the launch.", "People", "PRK"),
        ("Demonstrators gathered outside the palace in Kenya.", "Demonstrators", "KEN"),
    ],
)
def test_the_place_tells_the_state(text: str, words: str, state: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A journalist said that two men had been shot in Kenya.", "A journalist"),
        ("A local journalist said that Kenya and Uganda had closed the border.", "A local journalist"),
        ("Protesters marched in Egypt and in Jordan.", "Protesters"),
        ("Investors met in Egypt.", "Investors"),
    ],
)
def test_two_places_or_people_from_anywhere_stay_open(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country is None


def test_a_resident_is_of_the_town_and_a_worker_of_the_place_where_he_works() -> None:
    assert country("Kenya and Mali met. A resident of Mombasa cheered.", "A resident") == "KEN"
    assert country("A taxi driver in Kenya cheered.", "A taxi driver") == "KEN"
    assert country("A taxi driver from Kenya cheered in Oslo.", "A taxi driver") == "KEN"
    assert country("A diplomat in Kenya cheered.", "A diplomat") is None
