"""Whose people these are by the persons who are named among them, or as the same."""

import pytest

from casts import Told


def country(text: str, words: str) -> str | None:
    found = Told(text).actor(words)
    return found.country if found is not None else None


MINISTERS = "French minister Luc Marsan spoke. Russian minister Pavel Dorin left. "
LAWYERS = "Russian lawyer Pavel Dorin and Russian lawyer Oleg Bratin spoke. "
TEACHER = "Russian teacher Pavel Dorin fled. "


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Russian minister Pavel Dorin spoke. Aides, including Pavel Dorin, will resign.", "Aides", "RUS"),
        (f"{LAWYERS}Critics including Pavel Dorin and Oleg Bratin were arrested.", "Critics", "RUS"),
        (f"{TEACHER}The suspect was Pavel Dorin.", "The suspect", "RUS"),
        ("The gunman was Pavel Dorin, a Russian teacher.", "The gunman", "RUS"),
    ],
)
def test_those_named_among_them_tell_the_state(text: str, words: str, state: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{MINISTERS}Officials such as Luc Marsan and Pavel Dorin will resign.", "Officials"),
        ("Russian lawyer Pavel Dorin spoke. Critics including Pavel Dorin were arrested.", "Critics"),
        (f"{TEACHER}The suspect was not Pavel Dorin.", "The suspect"),
    ],
)
def test_persons_of_two_states_too_few_or_denied_tell_nothing(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country is None


def test_as_many_names_as_are_counted_explain_the_noun() -> None:
    text = "He asked this of either of the past two secretaries, Hillary Clinton and John Kerry."
    assert country(text, "the past two secretaries") == "USA"
    assert (
        country("He asked this of either of the past two secretaries, Hillary Clinton said.", "the past two secretaries") is None
    )
