"""Rebels, civilians and minorities are of the state at war within that the article names near them."""

import datetime

import pytest

from casts import Told
from dateline.knowledge.wars import states_at_war

IN_2016 = datetime.date(2016, 5, 2)


def country(text: str, words: str) -> str | None:
    found = Told(text, IN_2016).actor(words)
    return found.country if found else None


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("France and Syria spoke of the truce. The rebels refused it.", "The rebels", "SYR"),
        ("France arms Kurdish fighters. Iraq thanked France.", "Kurdish fighters", "IRQ"),
        ("Germany and Yemen warned that civilians were starving.", "civilians", "YEM"),
        ("France spoke with Ukraine. A shell killed 12 people.", "12 people", "UKR"),
        ("The United States and Iraq met. Shiite militias stayed away.", "Shiite militias", "IRQ"),
    ],
)
def test_of_the_state_at_war(text: str, words: str, state: str) -> None:
    assert country(text, words) == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("France and Spain spoke of the truce. The rebels refused it.", "The rebels"),
        ("Syria and Iraq spoke of the truce. The rebels refused it.", "The rebels"),
        ("France and Syria met. Foreign militias stayed away.", "Foreign militias"),
        ("France and Syria met. Western fighters stayed away.", "Western fighters"),
        ("France quarrelled with Spain. Sunnis quarrelled with Shiites.", "Shiites"),
    ],
)
def test_left_open(text: str, words: str) -> None:
    assert country(text, words) is None


def test_wars_begin_and_end() -> None:
    assert "SYR" in states_at_war(IN_2016)
    assert "LKA" not in states_at_war(IN_2016)
    assert "SYR" not in states_at_war(datetime.date(2009, 1, 1))
    assert "SYR" in states_at_war(None)
