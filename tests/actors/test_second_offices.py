"""What somebody is said to be beside the name: second offices, seats, universities of a place, callings, courtesy titles."""

import pytest

from casts import Told
from dateline.records import Span

KHALIL = "Ali Hassan Khalil is the finance minister of Lebanon. {} Khalil said that the bank would open."


@pytest.mark.parametrize(
    ("text", "words", "name", "state"),
    [
        (
            "Margot Dahlin, Sweden's foreign minister and former special envoy of the U.N. chief, spoke.",
            "former special envoy",
            "Margot Dahlin",
            "SWE",
        ),
        (
            "Ian Bergman, a Middle East specialist and vice president of the American Policy Council, spoke.",
            "Ian Bergman",
            "Ian Bergman",
            "USA",
        ),
        (
            "Paul Chambers is associate professor of history at the University of Kentucky.",
            "Paul Chambers",
            "Paul Chambers",
            "USA",
        ),
        (
            "Dan Fredericks, who served as the State Department's coordinator, spoke.",
            "Dan Fredericks",
            "Dan Fredericks",
            "USA",
        ),
        ("Anna Weiss, a well-known sociologist in India, said so.", "Anna Weiss", "Anna Weiss", "IND"),
        ("The foreign minister in Cairo, Sherif Naggar, hailed the vote.", "Sherif Naggar", "Sherif Naggar", "EGY"),
        ("VP Pence said that the alliance would hold.", "VP Pence", "Mike Pence", "USA"),
        ("A South Korea-based researcher agreed.", "A South Korea-based researcher", "South Korea-based researcher", "KOR"),
    ],
)
def test_what_stands_with_a_name_tells_who_and_of_which_state(text: str, words: str, name: str, state: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert (found.name, found.country) == (name, state)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Foreign students in Egypt said that they were afraid.", "Foreign students"),
        ("Rick Gorman, a UN expert at the European Council on Foreign Relations, spoke.", "Rick Gorman"),
        ("Diplomats from Iran, Europe, China and Russia are expected to meet.", "Diplomats"),
        ("Tim Strand, chairman of the Chamber of Commerce in China, spoke.", "Tim Strand"),
        ("Hank Berger, a diplomat in China, spoke.", "Hank Berger"),
    ],
)
def test_guests_experts_groups_and_envoys_are_not_of_the_place(text: str, words: str) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country is None


def test_an_expert_on_an_organisation_is_not_of_it() -> None:
    found = Told("Rick Gorman, a UN expert at the European Council on Foreign Relations, spoke.").actor("Rick Gorman")
    assert found is not None
    assert found.code == "EDU"


def test_a_white_house_correspondent_is_a_journalist() -> None:
    found = Told("ABC News Chief White House Correspondent Jon Karlin asked.").actor("Jon Karlin")
    assert found is not None
    assert found.code == "USA MED"


def test_a_state_may_be_called_a_member() -> None:
    told = Told("Pence will visit Montenegro, the alliance's newest member, in May.")
    assert told.name("the alliance's newest member") == "Montenegro"


def test_who_left_for_an_organisation_is_of_it() -> None:
    found = Told("European Commission Vice President Jyrki Katainen said so.").actor("Jyrki Katainen")
    assert found is not None
    assert (found.country, found.code) == (None, "IGO EEC")


@pytest.mark.parametrize(("title", "same"), [("Mr.", True), ("Ms.", False), ("Mrs.", False)])
def test_a_courtesy_title_of_the_other_gender_is_somebody_else(title: str, same: bool) -> None:
    told = Told(KHALIL.format(title))
    known, named = told.actor("Ali Hassan Khalil"), told.actor(f"{title} Khalil")
    assert known is not None
    assert named is not None
    assert (known.id == named.id) is same


def test_a_given_name_that_is_a_verb() -> None:
    assert Told("CNN journalist Will Rigby commented on it.").name("journalist Will Rigby") == "Will Rigby"


def test_a_table_knows_the_gender_better_than_the_given_name() -> None:
    text = "Sen. Ben Cardin spoke.\n\nSen. Lindsey Graham, South Carolina, said that it was safe. But he said it had to be kept."
    told = Told(text)
    start = text.index("he said it had")
    he = told.cast.of_span(Span(start, start + len("he")))
    assert he is not None
    assert told.cast.actor(he).name == "Lindsey Graham"
