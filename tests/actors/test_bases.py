"""Where somebody has his seat by an adjective in "-based" before the noun or the name."""

import pytest

from casts import Told


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("The Istanbul-based conglomerate sold its shares.", "The Istanbul-based conglomerate", "TUR"),
        ("The California-based company closed its plant.", "The California-based company", "USA"),
        ("A London-based group said that fighting went on in Syria.", "A London-based group", "GBR"),
        ("Syria burned. The U.S.-based expert Nadia Ferrin said that the truce would fail.", "Nadia Ferrin", "USA"),
        ("Nadia Ferrin, a Berlin-based analyst, said that the truce would fail.", "Nadia Ferrin", "DEU"),
    ],
)
def test_a_base_tells_the_state(text: str, words: str, state: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Beijing-based Western diplomat said that the talks had failed.", "A Beijing-based Western diplomat"),
        ("An analyst at a London-based firm said that prices would rise.", "An analyst"),
        ("The Washington-based group's director, Olga Brandt, resigned.", "Olga Brandt"),
    ],
)
def test_a_base_abroad_or_of_somebody_else_tells_nothing(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country is None


def test_somebody_with_a_base_may_deal_with_the_world() -> None:
    found = Told("Olga Brandt, a London-based international economist, said that prices would rise.").actor("Olga Brandt")
    assert found is not None
    assert found.country == "GBR"
