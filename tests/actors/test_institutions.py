"""Whose state somebody is of by the institution, the town or the article as a whole; names that are no actors."""

from collections import Counter

import pytest

from casts import Told
from dateline.knowledge.institutions import load_institutions
from dateline.knowledge.states import load_states
from dateline.knowledge.tables import DATA

STATES = {state.iso3 for state in load_states()}


def test_every_institution_has_a_state_and_stands_once() -> None:
    rows = load_institutions()
    assert len(rows) >= 800
    assert {row.country for row in rows} <= STATES
    assert {row.kind for row in rows} <= {"other", "company", "government_body"}
    assert all(row.code.startswith(f"{row.country} ") and row.source for row in rows)
    names = Counter(name for row in rows for name in row.all_names)
    assert [name for name, n in names.items() if n > 1] == []
    assert "source:" in (DATA / "institutions.tsv").read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize(
    ("text", "who", "code"),
    [
        ("Anna Tolliver, a professor at Yonsei University, agreed.", "Anna Tolliver", "KOR EDU"),
        ("Anna Tolliver, professor at Yonsei University's Graduate School of Studies, agreed.", "Anna Tolliver", "KOR EDU"),
        ("Ben Cole, a fellow at the Foundation for Defense of Democracies, disagreed.", "Ben Cole", "USA EDU"),
        ("Carl Dove, who heads the Lowy Institute, left.", "Carl Dove", "AUS EDU"),
        ("Dora Elm is a lecturer at Yonsei University.", "Dora Elm", "KOR EDU"),
        ("Fay Gorse, a professor at Sungshin University in Seoul, agreed.", "Fay Gorse", "KOR EDU"),
        ("Ann Reed, 65, of Mount Gilead, Ohio, said no.", "Ann Reed", "USA CVL"),
    ],
)
def test_a_person_is_of_the_state_of_the_institution_or_town(text: str, who: str, code: str) -> None:
    found = Told(text).actor(who)
    assert found is not None
    assert found.code == code


def test_people_of_the_place_beside_them() -> None:
    told = Told("He told lawmakers in Seoul that it was over. In Israel, where leaders met, nothing happened.")
    assert told.actor("lawmakers").country == "KOR"  # type: ignore[union-attr]
    assert told.actor("leaders").country == "ISR"  # type: ignore[union-attr]


def test_officials_of_the_state_that_the_article_is_about() -> None:
    lead = "Ukraine's government met in Kiev. Ukraine's parliament met too. Ukraine mourned. Ukraine's president spoke."
    told = Told(f"{lead} The officials agreed with Ukraine's president.")
    assert told.actor("The officials").country == "UKR"  # type: ignore[union-attr]
    told = Told(f"{lead} Russia sent troops. The officials agreed with Moscow.")
    assert told.actor("The officials").country is None  # type: ignore[union-attr]


def test_an_abbreviation_of_two_bodies() -> None:
    assert Told("Turkey attacked the SDF in Syria. The SDF said so.").name("The SDF") == "Syrian Democratic Forces"


def test_waters_and_american_towns_are_no_states() -> None:
    names = Told("The missile fell into the Sea of Japan. Meg Ash, a homemaker from Lebanon, Ohio, said so.").names()
    assert not {"Japan", "Lebanon"} & names


@pytest.mark.parametrize("name", ["Thomas Jefferson", "Qaddafi", "Edward Snowden", "Qassim Suleimani"])
def test_people_of_the_past_and_of_the_news(name: str) -> None:
    found = Told(f"{name} said that he was right. Mr. {name.split()[-1]} left.").actor(name)
    assert found is not None
    assert found.country in ("USA", "LBY", "IRN")


def test_a_father_is_not_of_the_clergy() -> None:
    assert Told("Her father, Jim Tolliver, left.").actor("Jim Tolliver").code == "CVL"  # type: ignore[union-attr]


def test_a_ministry_written_small_is_the_same() -> None:
    one, other = Told("The South Korean foreign ministry said no."), Told("The South Korean Foreign Ministry said no.")
    assert one.actor("ministry").id == other.actor("Ministry").id  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("A professor at the University of Bologna agreed.", "A professor", "ITA"),
        ("A lecturer at Tilburg University agreed.", "A lecturer", "NLD"),
        ("A professor at the University of Salamanca agreed.", "A professor", None),
        ("A professor at Goldberg University agreed.", "A professor", None),
        ("Kenya voted. The mayor of Kisumu agreed.", "The mayor", "KEN"),
        ("Kenya voted. A critic of Kisumu agreed.", "A critic", None),
    ],
)
def test_a_city_tells_the_state_of_its_university_and_mayor(text: str, words: str, state: str | None) -> None:
    found = Told(text).actor(words)
    assert found is not None
    assert found.country == state


def test_a_surname_that_speaks_is_the_person_of_that_name() -> None:
    text = 'Secretary of State Rex Tillerson spoke. Senator Chris Coons left.\n\n"We need a strategy," Coons said, echoing calls.'
    assert Told(text).name("Coons", 1) == "Chris Coons"


def test_a_ministry_in_short_is_the_one_named_before() -> None:
    told = Told("Russia's Foreign Ministry said it had summoned him. China waited. The Foreign Ministry also posted video.")
    found = told.actor("The Foreign Ministry")
    assert found is not None
    assert found.country == "RUS"
    told = Told("China waited. The Foreign Ministry also posted video. Norway's Foreign Ministry did not.")
    found = told.actor("The Foreign Ministry")
    assert found is None or found.country != "NOR"
