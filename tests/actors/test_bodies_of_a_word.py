"""Those told by a body or town of which the article has spoken."""

import pytest

from casts import Told


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("The Brazilian Workers' Party lost. The party's leader said that it would protest.", "The party's leader", "BRA"),
        ("Tehran University was closed. The university's president resigned.", "The university's president", "IRN"),
        ("Colombia's largest union called a strike. Union members cheered.", "Union members", "COL"),
        ("The Polish city of Gdansk mourned. The city's mayor was stabbed.", "The city's mayor", "POL"),
    ],
)
def test_the_body_spoken_of_tells_the_state_of_its_people(text: str, words: str, state: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Brazilian Workers' Party met the French Socialist Party. A party official resigned.", "A party official"),
        ("A Kenyan union met an Egyptian union. Union members cheered.", "Union members"),
        ("Tehran University was closed. The company's president resigned.", "The company's president"),
    ],
)
def test_bodies_of_several_states_or_of_another_word_tell_nothing(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country is None
