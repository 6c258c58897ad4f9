import pytest

from dateline.corroboration.parties import Party, is_proper_name, parties_of, party_of, person_of
from dateline.records import Actor, Article, Reading


@pytest.mark.parametrize(
    ("actor", "name", "is_state"),
    [
        (Actor("1", "Russia", "state", "RUS", "RUS"), "Russia", True),
        (Actor("2", "Sergey Lavrov", "person", "RUS", "RUS GOV"), "Russia", True),
        (Actor("3", "Foreign Ministry of Russia", "government_body", "RUS", "RUS GOV"), "Russia", True),
        (Actor("4", "John Park", "person", "USA", "USA"), "John Park", False),
        (Actor("5", "Gazprom", "company", "RUS", "RUS BUS"), "Gazprom", False),
        (Actor("6", "United Nations", "intergovernmental", None, "IGO UNO"), "United Nations", False),
        (Actor("7", "M23", "armed_group", None, "COD REB"), "M23", False),
    ],
)
def test_officials_stand_for_their_state(actor, name, is_state):
    party = party_of(actor)
    assert (party.name, party.is_state) == (name, is_state)


def test_groups_are_taken_apart():
    actors = (
        Actor("k", "Kim Jong Un", "person", "PRK", "PRK GOV"),
        Actor("t", "Donald Trump", "person", "USA", "USA GOV"),
        Actor("g", "the two leaders", "people", members=("k", "t")),
    )
    article = Article("a", "h", "s", None, None, None, None, None, None, "text")
    assert parties_of(Reading(article, actors), ("g", "unknown")) == (
        Party("PRK", "North Korea", True),
        Party("USA", "United States", True),
    )


@pytest.mark.parametrize(
    ("one", "other"), [("Donald J. Trump", "Donald Trump"), ("Kim Jong-un", "Kim Jong Un"), ("the Kremlin", "Kremlin")]
)
def test_spellings_of_one_name_are_one_party(one, other):
    assert person_of(Actor("1", one, "other")) == person_of(Actor("2", other, "other"))


@pytest.mark.parametrize("name", ["Moon Jae-in", "Kim Jong Un", "M23", "van der Bellen", "UN Security Council", "Reuters"])
def test_proper_names(name):
    assert is_proper_name(name)


@pytest.mark.parametrize(
    "name", ["report", "senior White House official", "American - leaning magazine", "U.S. officials", "three Americans", ""]
)
def test_descriptions_are_no_proper_names(name):
    assert not is_proper_name(name)
