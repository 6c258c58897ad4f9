"""Forces and governments of whoever sends, has or forms them; people told by those beside them and by where they serve."""

import pytest

from casts import Told


def country(text: str, words: str) -> str | None:
    found = Told(text).actor(words)
    return found.country if found else None


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Denmark, which has 40 soldiers in Mali, spoke with France.", "40 soldiers", "DNK"),
        ("Denmark and France spoke. Denmark is preparing to send additional troops to Mali.", "additional troops", "DNK"),
        ("Kenya accused Spain of sending fresh troops across the border.", "fresh troops", "ESP"),
        ("Spain has deployed military advisers to Kenya.", "military advisers", "ESP"),
        ("Spain spoke of the need for Kenya to form an inclusive government.", "an inclusive government", "KEN"),
        ("Spain expelled the Kenyan ambassador and three other diplomats.", "three other diplomats", "KEN"),
        ("Spain expelled 20 officials working at the Kenyan embassy.", "20 officials", "KEN"),
    ],
)
def test_of_whoever_commands_or_stands_beside_them(text: str, words: str, state: str) -> None:
    assert country(text, words) == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Spain and Kenya met. Spain has foreign soldiers in Mali.", "foreign soldiers"),
        ("Spain and Kenya met. Spain sent flowers to soldiers.", "soldiers"),
        ("Spain and Kenya met. The Kenyan president and other leaders spoke.", "other leaders"),
        ("Spain and Kenya met. Kenyan officials and other people were there.", "other people"),
        ("Spain and Kenya met. The Kenyan ambassador and three foreign diplomats spoke.", "three foreign diplomats"),
    ],
)
def test_left_open(text: str, words: str) -> None:
    assert country(text, words) is None


def test_the_secretary_of_a_department_of_one_state() -> None:
    assert country("Spain and the United States met. The Secretary of Defense left.", "The Secretary") == "USA"
    assert country("Spain and Kenya met. Frustrated Democrats left.", "Frustrated Democrats") is None


def test_a_researcher_is_of_the_state_of_his_institute() -> None:
    text = "Kenya was quiet. Dana Orr, a Kenya researcher at the Danish think tank Forum for Peace, said so."
    assert country(text, "Dana Orr") == "DNK"
