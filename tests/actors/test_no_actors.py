"""What looks like somebody and is nobody."""

import pytest

from casts import Told


@pytest.mark.parametrize(
    "text",
    [
        "The man died of a nerve agent.",
        "Solar panels and labor camps were mentioned.",
        "A stance aims at results, and the tour says so.",
        "He has no enemy and fears any adversary.",
        "They spoke of the leadership that only we can provide.",
        "“No, sir,” he answered.",
        "In Gaza City, shops were closed.",
    ],
)
def test_nobody(text: str) -> None:
    assert not {a.name for a in Told(text).cast.actors} - {"man"}


def test_a_photographer_is_nobody() -> None:
    assert all(a.kind != "person" for a in Told("AP Photo/Eugenio Rossi").cast.actors)


def test_a_predicate_is_its_subject() -> None:
    told = Told("Marta Rojas was elected president. Peter Novak is a diplomat. “We are hostages,” she said.")
    assert told.names() == {"Marta Rojas", "Peter Novak"}


def test_the_sanctions_regime_is_no_state() -> None:
    told = Told("Iran complained about the sanctions regime.")
    assert told.name("regime") is None


def test_irregular_forces_are_not_the_states_own() -> None:
    told = Told("Russia warned Ukraine. The pro-independence forces shelled a village.")
    found = told.actor("forces")
    assert found is None or found.country is None


def test_whoever_studies_a_state_is_not_of_it() -> None:
    told = Told("North Korea analyst Arun Mehta said the test had failed.")
    assert told.actor("Arun Mehta").country is None  # type: ignore[union-attr]


def test_roles_name_no_files() -> None:
    told = Told("President Barack Obama spoke. Defense Secretary Rex Tillerson left. Foreign Minister Boris Johnson came.")
    assert all("tsv" not in f"{a.role} {a.role_conflict}" for a in told.cast.actors)


def test_without_a_day_the_table_gives_what_never_changes() -> None:
    told = Told("Rex Tillerson met Boris Johnson, the foreign secretary.", day=None)
    tillerson, johnson = told.actor("Rex Tillerson"), told.actor("Boris Johnson")
    assert tillerson is not None
    assert johnson is not None
    assert (tillerson.code, tillerson.role_from) == ("USA GOV", None)
    assert johnson.code == "GBR GOV"


def test_two_groups_of_the_same_states_are_two_actors() -> None:
    told = Told("Greece and Iran said no. The Iranian and Greek delegations left.")
    ids = [a.id for a in told.cast.actors]
    assert len(ids) == len(set(ids))


def test_the_body_named_comes_before_the_pronoun() -> None:
    told = Told("French President Emmanuel Macron spoke to Donald Trump as his CIA director listened.")
    assert told.actor("director").country == "USA"  # type: ignore[union-attr]


def test_a_rank_before_a_full_stop_is_a_part_of_the_name() -> None:
    told = Told("The guards were holding Sgt. Novak, an aide said.")
    assert "Sgt" not in told.names()


def test_a_part_of_a_state_is_a_place_where_a_capital_would_be_one() -> None:
    assert Told("Planes hit houses throughout Gaza.").name("Gaza") is None
    told = Told("Israel built roads in the West Bank. Gaza said that it was ready. Rockets were fired by Gaza.")
    assert told.name("West Bank") is None
    assert [told.name("Gaza"), told.name("Gaza", 1)] == ["Palestine", "Palestine"]


def test_a_name_that_goes_on_with_a_number_is_that_of_a_thing() -> None:
    assert "Air Force" not in Told("They flew on Air Force Two Saturday.").names()
    assert "Air Force" in Told("They flew with the Air Force on Saturday.").names()


@pytest.mark.parametrize(
    "text",
    [
        "A poll showed that prices rose.",
        "The memo said that prices rose.",
        "Such bloodshed reminds us that peace is rare.",
        "It was posted on social media.",
        "A bullet hit the man in the head.",
        "The mine is a source of plutonium.",
        "The play raises a host of questions.",
        "Official figures show that prices rose.",
        "They opened a diplomatic channel.",
        "On Yom Kippur, shops were closed.",
        "Villages and settlements were rebuilt.",
    ],
)
def test_texts_deeds_numbers_and_parts_of_the_body_are_nobody(text: str) -> None:
    assert not {a.name for a in Told(text).cast.actors} - {"man"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The head of the clinic said that prices rose.", "The head"),
        ("A source said that prices rose.", "A source"),
        ("The vast majority of farmers say that prices rose.", "The vast majority"),
        ("Local media say that prices rose.", "Local media"),
        ("The host said that prices rose.", "The host"),
    ],
)
def test_the_same_nouns_may_be_somebody(text: str, words: str) -> None:
    assert Told(text).actor(words) is not None


def test_a_statement_is_of_whoever_sent_it() -> None:
    told = Told("A letter from the Kenyan ministry was read out. The letter said that prices rose.")
    assert told.name("The letter") == "Kenyan ministry"


def test_a_president_cut_in_two_and_a_ship_are_no_persons() -> None:
    told = Told("The George W. Bush administration sent the USS Porter.")
    assert all(a.kind != "person" for a in told.cast.actors)


def test_a_nickname_stands_within_one_name() -> None:
    told = Told("Security expert Charles “Cully” Stone said no. Analysts called it “Grim” and left. Stone left.")
    assert told.name("Stone", 1) == "Charles Stone"
    assert sorted(a.name for a in told.cast.actors if a.kind == "person") == ["Charles Stone"]


@pytest.mark.parametrize(
    "text",
    [
        "Rojas's opposition to the bridge was known.",
        "Danish opposition to the pipeline grew.",
        "The forces of reaction gathered, and market forces did the rest.",
        "They slept at the Lindholm military base.",
        "Nobody in his right mind builds a bridge there.",
        "The Pentagon Papers were printed.",
        "Fitch lowered the rating from BBB.",
        "He praised the Trans-Pacific Partnership (TPP) and NAFTA.",
    ],
)
def test_deeds_ideas_sites_and_treaties_are_nobody(text: str) -> None:
    assert Told(text).names() <= {"Rojas", "Denmark", "Fitch"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Danish opposition to President Marta Rojas met in a tent.", "Danish opposition"),
        ("The Danish opposition marched.", "Danish opposition"),
        ("The forces of General Peter Novak retreated.", "Peter Novak"),
        ("Jets bombed the Lindholm military base.", "Lindholm military base"),
        ("They slept at a Danish air base.", "Danish air base"),
        ("The Pentagon denied it.", "Pentagon"),
        ("The Netherlands voted, and BBB won.", "Farmer-Citizen Movement"),
    ],
)
def test_parties_troops_and_bodies_are_somebody(text: str, name: str) -> None:
    assert name in Told(text).names()


def test_nobody_has_a_pronoun_of_his_own() -> None:
    told = Told("Karl Kraus said that no one in his right mind would sign.")
    assert told.actor("his") is None
    assert Told("Karl Kraus said that nobody had seen his bridge, and he laughed.").name("he") == "Karl Kraus"
