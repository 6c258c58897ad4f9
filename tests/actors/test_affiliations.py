"""For whom somebody acts who is named beside a body, an outlet or a party; a calling without a state."""

from casts import Told


def test_the_body_beside_the_name() -> None:
    told = Told(
        "Rachel Lindgren of the US State Department agreed. CNN's Jake Tarrow said so. Fox News host Sam Henley did not. "
        "Nils Bergman from the World Health Organization left."
    )
    assert told.actor("Rachel Lindgren").code == "USA GOV"  # type: ignore[union-attr]
    assert told.actor("CNN's Jake Tarrow").code == "USA MED"  # type: ignore[union-attr]
    assert told.actor("Fox News host Sam Henley").code == "USA MED"  # type: ignore[union-attr]


def test_a_calling_is_a_sector_without_a_state() -> None:
    told = Told("Ann Tolliver, an associate professor of history, laughed. Marcus Nolan, a reporter, took notes.")
    assert told.actor("Ann Tolliver").code == "EDU"  # type: ignore[union-attr]
    assert told.actor("Marcus Nolan").code == "MED"  # type: ignore[union-attr]


def test_a_member_of_a_party_of_the_united_states() -> None:
    told = Told("Democrat Joe Crowther said no to the bill.")
    assert told.actor("Democrat Joe Crowther").country == "USA"  # type: ignore[union-attr]


def test_a_guest_of_a_body_is_not_its_own() -> None:
    told = Told("Maria Tal met with the World Bank. Jon Reed told CNN that it rained.")
    assert told.actor("Maria Tal").country is None  # type: ignore[union-attr]
    assert told.actor("Jon Reed").country is None  # type: ignore[union-attr]
