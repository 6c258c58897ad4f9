"""People and names that only the article as a whole tells: the harmed, officials named before, lists, glued names, titles."""

import datetime

import pytest

from casts import Told

IRAQ = (
    "Iraq sent troops to the border. Iraqi officials met in Baghdad, and the Iraqi army moved north. "
    "Baghdad said that the road was open. {} Iraq will vote in May."
)
LONG_LIST = (
    "They may choose Austria, Belgium, Brazil, Canada, Chile, Cuba, Denmark, Egypt, Finland, France, Ghana, Greece and Haiti."
)


def country(text: str, words: str) -> str | None:
    told = Told(text)
    found = told.cast.of_span(told.span(words))
    return told.cast.actor(found).country if found else None


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        (IRAQ.format("The attack killed dozens of men, women and children near the bridge."), "women", "IRQ"),
        (IRAQ.format("Hardliners inside Iran objected."), "Hardliners", "IRN"),
        ("The US sent envoys. U.S. officials met them there. Officials said that they would leave.", "Officials", "USA"),
        (f"{LONG_LIST} {IRAQ.format('Senior officials left.')}", "Senior officials", "IRQ"),
        ("Hong Kong voted. China objected. Police in Hong Kong fired at protesters. Hong Kong is tense.", "protesters", "HKG"),
    ],
)
def test_the_article_tells_the_state(text: str, words: str, state: str) -> None:
    assert country(text, words) == state


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        (IRAQ.format("Gen. Rasheed Dulani said so."), "Rasheed Dulani", "IRQ"),
        (IRAQ.format("Naef al-Dulani, 55, said that he had fled."), "Naef al-Dulani", "IRQ"),
    ],
)
def test_officers_and_aged_bystanders_are_of_the_state_spoken_of(text: str, name: str, state: str) -> None:
    found = Told(text).actor(name)
    assert found is not None
    assert found.country == state


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("He said that Shady James Comey had lied.", "James Comey", "James Comey"),
        ("They met when Citizen Trump sold houses. The United States voted.", "Trump", "Donald Trump"),
        ("Queen Elizabeth drank tea with the visitors.", "Elizabeth", "Elizabeth II"),
    ],
)
def test_known_names_within_longer_ones(text: str, words: str, name: str) -> None:
    found = Told(text, datetime.date(2018, 7, 14)).actor(words)
    assert found is not None
    assert found.name == name


def test_ships_keep_the_names_that_they_were_given() -> None:
    assert "Abraham Lincoln" not in Told("The banner hung on USS Abraham Lincoln in May.").names()
