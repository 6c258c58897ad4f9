"""People of a state who are not the state."""

import pytest

from casts import Told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Many Peruvians voted.", "Peruvians"),
        ("The vote angered young Kenyans.", "Kenyans"),
        ("Those Danes who stayed at home were fined.", "Danes"),
        ("Thousands of Norwegians marched.", "Norwegians"),
        ("A majority of Kenyans rent their homes.", "Kenyans"),
    ],
)
def test_some_of_a_people_are_people(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.kind == "people"
    assert found.code == f"{found.country} CVL"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Kenyans signed the pact.", "The Kenyans"),
        ("Peruvians and Danes met.", "Danes"),
        ("Norway accused the clever Danes of fraud.", "Danes"),
    ],
)
def test_a_people_as_a_whole_is_the_state(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.kind == "state"


def test_the_nation_may_be_that_of_its_people() -> None:
    told = Told("Ghana waited. Many Kenyans were afraid when the army left the nation.")
    assert told.name("the nation") == "Kenya"


def test_those_of_a_people_are_not_the_one_named_before() -> None:
    told = Told("French Prime Minister Manuel Valls spoke of those French who fight. France agreed.")
    assert told.name("those French") == "French"
    assert told.name("France") == "France"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peruvians voted on Sunday.", "Peruvians"),
        ("Kenyans live in fear of floods.", "Kenyans"),
        ("The flood killed Kenyans and their cattle.", "Kenyans"),
        ("The bill protects the lives of Danes.", "Danes"),
        ("The tax limits Peruvians' access to medicine.", "Peruvians"),
        ("He is well liked among Norwegians.", "Norwegians"),
    ],
)
def test_who_lives_votes_or_suffers_is_the_people(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert (found.kind, found.code) == ("people", f"{found.country} CVL")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peruvians signed the pact.", "Peruvians"),
        ("The Kenyans voted for the resolution.", "The Kenyans"),
        ("Norway warned Danes.", "Danes"),
    ],
)
def test_who_deals_with_states_is_the_state(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.kind == "state"


def test_the_government_after_a_people_is_theirs() -> None:
    told = Told("Norway watched. Peruvians protested on Sunday. The government closed the schools.")
    found = told.actor("The government")
    assert found is not None
    assert found.country == "PER"
