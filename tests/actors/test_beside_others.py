"""Those told by whom they are named beside, and by what explains them."""

import pytest

from casts import Told


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Amina Otieno, a Kenyan nurse, lives with her father, mother and two brothers.", "two brothers", "KEN"),
        ("The raid was the work of Unit 77, an arm of the Serbian army.", "Unit", "SRB"),
        ("The Russian ambassador and three other diplomats left.", "three other diplomats", "RUS"),
    ],
)
def test_those_beside_tell_the_state(text: str, words: str, state: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A nurse lives with a father, a mother and two brothers of a Kenyan friend.", "a mother"),
        ("The raid was the work of Unit 77, an arm of a secret group.", "Unit"),
        ("Unit 77: Serbia's army denies all.", "Unit"),
    ],
)
def test_others_do_not(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is None or found.country is None
