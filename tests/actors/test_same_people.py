"""Crowds whose state the article tells elsewhere, and those who are not of the state beside them."""

import datetime

import pytest

from casts import Told

IN_2015 = datetime.date(2015, 5, 10)


@pytest.mark.parametrize(
    ("text", "words", "name", "state"),
    [
        ("It said that the Syrian Kurds had left. Turkey attacked Kurds near the border.", "Kurds near", "Kurds", "SYR"),
        ("Trump spoke. Last summer, a minister in Putin's cabinet resigned.", "a minister in", "minister", "RUS"),
        ("He fights al Qaeda in Yemen.", "al Qaeda", "al-Qaeda", None),
        ("King Abdullah of Jordan met the envoy in Amman.", "King Abdullah", "Abdullah II", "JOR"),
        (
            "President Obama's controversial former green jobs czar, Van Jones, has served on the board.",
            "Van Jones",
            "Van Jones",
            "USA",
        ),
        (
            "Eswar Prasad, a former China expert at the International Monetary Fund who now teaches at Cornell University, said so.",
            "Eswar Prasad",
            "Eswar Prasad",
            "USA",
        ),
        (
            "It is hard, says Ann Reed, a senior fellow at the Center for American Progress, a think tank stocked with allies.",
            "a think tank",
            "Center for American Progress",
            "USA",
        ),
        (
            "Washington slapped sanctions on Russian officials and the companies they own.",
            "they",
            "Russian officials",
            "RUS",
        ),
    ],
)
def test_who_and_of_which_state(text: str, words: str, name: str, state: str | None) -> None:
    found = Told(text, IN_2015).actor(words.removesuffix(" near").removesuffix(" in"), int(words.endswith(" near")))
    assert found is not None
    assert (found.name, found.country) == (name, state)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Obama has increased assistance to rebel forces. Lavrov said arming the rebels would be wrong.", "rebel forces"),
        ("Moscow protects Russian-speakers in eastern Ukraine.", "Russian-speakers"),
        ("A meeting of the International Syria Support Group failed.", "International Syria Support Group"),
    ],
)
def test_the_state_beside_them_is_not_theirs(text: str, words: str) -> None:
    found = Told(text, IN_2015).actor(words)
    assert found is not None
    assert found.country is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She wants to reassure the community that they can deal with it.", "that"),
        ("It was the biggest purchase from our farmers, which is about $15 billion.", "which"),
        ('Trump tweeted: "FAKE NEWS - A TOTAL POLITICAL WITCH HUNT!"', "NEWS"),
        ("It will get a proven multirole fighter.", "fighter"),
    ],
)
def test_nobody_is_meant(text: str, words: str) -> None:
    assert Told(text, None).actor(words) is None


def test_a_dateline_abroad_is_not_whose_government_it_is() -> None:
    text = "BEIRUT — Syria bombed Douma. Syrian troops won. Syrian planes flew to the Syrian coast. Rescuers left. Shops closed. The government agreed."
    assert Told(text, IN_2015).name("The government") == "Syria"


def test_without_a_day_a_surname_is_no_leader_of_a_state_that_is_not_named() -> None:
    found = Told("Anyone claiming the kingdom knew that Jesus was coming.", None).actor("Jesus")
    assert found is not None
    assert found.country is None
