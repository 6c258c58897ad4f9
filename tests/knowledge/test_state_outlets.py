import pytest

from dateline.knowledge.state_outlets import is_state_media, state_behind


@pytest.mark.parametrize(
    ("outlet", "state"),
    [
        ("KCNA", "PRK"),
        ("Korean Central News Agency", "PRK"),
        ("North Korea's state-run television", "PRK"),
        ("Egyptian state television", "EGY"),
        ("Iranian state media", "IRN"),
        ("BBC", None),
        ("Nile Courier", None),
    ],
)
def test_the_state_behind_an_outlet(outlet, state):
    assert state_behind(outlet) == state


def test_media_of_a_state_without_a_name_of_their_own():
    assert is_state_media("Syrian state television")
    assert not is_state_media("SANA")
