"""The state of those whose own words do not tell it: by office, speaker, family, outlet, and by what is named around."""

import pytest

from casts import Told
from dateline.knowledge.national_words import is_english_name, kingdoms, national_word, regimes
from dateline.knowledge.outlets import outlet_of_masthead
from dateline.knowledge.states import load_states

IRAQ = (
    "Iraq sent troops to the border. Iraqi officials met in Baghdad, and the Iraqi army moved north. "
    "Baghdad said that protesters had gone home. {} Iraq will vote in May."
)


def country(text: str, words: str) -> str | None:
    told = Told(text)
    found = told.cast.of_span(told.span(words))
    return told.cast.actor(found).country if found else None


@pytest.mark.parametrize("words", ["senior officials", "Protesters", "the civilians", "Two gunmen", "At least 27 people"])
def test_people_of_public_life_are_of_the_state_that_the_text_is_about(words: str) -> None:
    assert country(IRAQ.format(f"{words} were killed near the bridge."), words) == "IRQ"


@pytest.mark.parametrize(
    "words", ["reporters", "Western officials", "foreign leaders", "allies", "officials from several countries", "other parties"]
)
def test_others_may_be_of_any_state(words: str) -> None:
    assert country(IRAQ.format(f"They met {words} near the bridge."), words) is None


def test_where_two_states_are_named_around_it_stays_open() -> None:
    text = "Iraq and Iran met. Iran sent envoys to Iraq. Critics said that Iraq gave way. Iran said that Iraq lied."
    assert country(text, "Critics") is None


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("The United States voted. Democrats said that the bill was bad.", "Democrats", "USA"),
        ("Steve Tolliver, an undersecretary of state, left the United States.", "Steve Tolliver", "USA"),
        ("The mullahs spoke in Iran.", "The mullahs", "IRN"),
        ("“We must protect our citizens,” Vladimir Putin said.", "our citizens", "RUS"),
        ("Mitt Romney arrived. Ann Romney, his wife, came later.", "Ann Romney", "USA"),
        ("Kim Jong Un's aunt, Kim Kyong Hui, has died.", "Kim Kyong Hui", "PRK"),
        ("Saudi Arabia and Turkey met. Turkey guarded the kingdom.", "the kingdom", "SAU"),
        ("North Korean trade pays for the regime and its weapons. China objected.", "the regime", "PRK"),
    ],
)
def test_words_and_kin_tell_a_state(text: str, words: str, state: str) -> None:
    assert country(text, words) == state


def test_a_mountain_is_nobody() -> None:
    told = Told("Adam Mount, an analyst, spoke. Tests took place under Mount Mantap.")
    mount = told.actor("Adam Mount")
    assert mount is not None
    assert all(told.text[s.start : s.end] != "Mount" for s in mount.mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The men were held by the Guardians of the Valley, a rebel group.", "Guardians of the Valley"),
        ("Fighters of the Durruti Column attacked the town.", "Durruti Column"),
    ],
)
def test_armed_groups_that_no_table_knows(text: str, name: str) -> None:
    found = Told(text).actor(name)
    assert found is not None
    assert found.kind == "armed_group"


def test_words_and_names_of_the_tables() -> None:
    states = {state.iso3 for state in load_states()}
    assert kingdoms() | regimes() <= states
    found = national_word("only", ["a", "house", "speaker"])
    assert found is not None
    assert found.country == "USA"
    assert (is_english_name("Scott"), is_english_name("Anna"), is_english_name("Yury")) == (True, None, False)


def test_a_paper_with_a_section_in_its_name_has_a_home() -> None:
    names = ["Fox Online News", "CNN (Web News)", "New York Times - News", "NPR Online News", "The Ruritanian"]
    found = [outlet_of_masthead(name) for name in names]
    assert [outlet.name if outlet else None for outlet in found] == ["Fox News", "CNN", "New York Times", "NPR", None]


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Russia denied that it is arming rebels. Moscow sent troops. Russian media praised Russia.", "rebels", None),
        ("Russia defended its support for pro-Russian separatists in Ukraine.", "pro-Russian separatists", "UKR"),
        ("A bombing in Kabul killed 12 people, including an American soldier.", "12 people", None),
        ("The Pope visited Cairo.", "The Pope", "VAT"),
        ("On Tuesday, media reports in the US claimed that talks had begun.", "media reports", "USA"),
    ],
)
def test_backed_harmed_and_local_people(text: str, words: str, state: str | None) -> None:
    assert country(text, words) == state


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Republican critics objected.", "Republican critics", "USA"),
        ("The critics objected.", "The critics", None),
        ("The United States tried again. Past administrations had failed.", "Past administrations", "USA"),
        ("Norway tried again. Past administrations had failed.", "Past administrations", None),
        ("Raids by Iran and Iran-backed militias went on.", "Iran-backed militias", None),
        ("Raids by Iranian militias went on.", "Iranian militias", "IRN"),
    ],
)
def test_words_that_tell_a_state_or_another_one(text: str, words: str, state: str | None) -> None:
    assert country(text, words) == state


@pytest.mark.parametrize("world", ["South", "Latin", "Central", "North"])
def test_a_part_of_the_world_is_no_state(world: str) -> None:
    told = Told(f"{world} American leaders met in Lima.")
    assert {actor.country for actor in told.cast.actors if "leaders" in actor.name} == {None}
    assert "United States" not in told.names()
