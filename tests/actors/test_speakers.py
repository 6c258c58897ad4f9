"""Who a text comes back to by pronoun, title, description, document or collective when it gives somebody the word."""

import pytest

from casts import Told


def said_last(told: Told) -> str | None:
    """Whom the last "he" of the text means."""
    return told.name("he", told.text.count("he", 0, told.text.rindex(" he ") + 1))


def test_who_is_asked_about_is_not_who_answers() -> None:
    told = Told("Omar Saleh and the doctor quarrelled. Asked whether the doctor had lied, Saleh shrugged. He said it was late.")
    assert told.name("He") == "Omar Saleh"
    told = Told("Rosa Lind smiled. Asked if Trump was to blame, she said no. Asked if Putin was, she said yes.")
    assert told.name("she", 1) == "Rosa Lind"


def test_whom_the_words_are_about_is_not_who_says_them() -> None:
    told = Told("Iran's spokesman, Bahram Qasemi, spoke on Monday. Pompeo's words were clear evidence of guilt, he said.")
    assert told.name("he") == "Bahram Qasemi"


def test_the_last_to_speak_goes_on_speaking() -> None:
    told = Told("Mike Pompeo dismissed it, though Ayman Safadi wrote on Twitter that peace was at risk. “We warn them,” he said.")
    assert told.name("he", 1) == "Ayman Safadi"


def test_a_title_goes_to_its_own_of_two_joint_names() -> None:
    told = Told(
        "Danish Prime Minister Lars Holm and Finance Minister Eva Lund met. The premier said no. The finance minister agreed."
    )
    assert told.name("The premier") == "Lars Holm"
    assert told.name("The finance minister") == "Eva Lund"
    assert told.actor("Lars Holm").country == "DNK"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Defense Secretary Jim Mattis flew to Seoul. The Pentagon chief said no.", "chief", "Jim Mattis"),
        ("U.N. Secretary-General Antonio Guterres came. The U.N. chief said no.", "chief", "Antonio Guterres"),
        ("Rep. Ed Royce welcomed the bill. The California Republican said no.", "Republican", "Ed Royce"),
        ("Sen. Jack Reed warned against it. The senator said no.", "The senator", "Jack Reed"),
        ("Grace Okafor lost her home. The 41-year-old nurse said no.", "nurse", "Grace Okafor"),
        ("Former president Jimmy Carter spoke. The 93-year-old former president said no.", "president", "Jimmy Carter"),
    ],
)
def test_other_words_for_a_person_named_before(text: str, phrase: str, name: str) -> None:
    assert Told(text).name(phrase, text.count(phrase) - 1) == name


def test_another_of_the_same_description_is_another() -> None:
    told = Told("One U.S. official said no. A second U.S. official said yes. Two Lao officials left. Two Lao officials came.")
    assert told.name("One U.S. official") != told.name("A second U.S. official")


def test_a_counted_official_is_nobody_named_before() -> None:
    told = Told("Pentagon official: Lee Marsh died\n\nLee Marsh died in Syria. He had been watched, one U.S. official said.")
    assert told.name("one U.S. official") != "Lee Marsh"


def test_a_son_is_not_the_president_his_father() -> None:
    told = Told("Donald Trump spoke. Donald Trump Jr. said his father was fit. Trump said he was.")
    assert told.name("Trump", 2) == "Donald Trump"
    assert {"Donald Trump", "Donald Trump Jr."} <= told.names()


def test_gender_of_the_given_name_tells_two_of_one_surname_apart() -> None:
    told = Told("Anna Petrov and Boris Petrov met. Ms. Petrov said no. Mr. Petrov said yes.")
    assert told.name("Ms. Petrov") == "Anna Petrov"
    assert told.name("Mr. Petrov") == "Boris Petrov"


def test_a_body_with_a_name_is_no_person_and_comes_back_as_its_kind() -> None:
    told = Told("The Omar Azzam Brigades, a militant group in the hills, fired. The group said it was right.")
    assert told.name("The group") == "Omar Azzam Brigades"
    told = Told("Hyflow, a water company in Manila, said no. The company lost money.")
    assert told.name("The company") == "Hyflow"


def test_the_military_is_that_of_the_state_spoken_of() -> None:
    told = Told("The US military left. Cairo was calm. Shops were open. Egypt has seen attacks, and the military is on alert.")
    assert told.actor("the military").country == "EGY"  # type: ignore[union-attr]


def test_whom_somebody_is_for_or_against_lends_no_country() -> None:
    told = Told("Pro-Russian insurgents said the vote was over.")
    assert told.actor("Pro-Russian insurgents").country is None  # type: ignore[union-attr]


def test_a_spokesman_acts_for_the_state_of_his_body() -> None:
    told = Told("A spokesman for Mali's security council, Idrissa Hassan, said no.")
    assert told.actor("Idrissa Hassan").country == "MLI"  # type: ignore[union-attr]
    told = Told("South Korea's defense ministry said no. A defense ministry official agreed.")
    assert told.actor("A defense ministry official").country == "KOR"  # type: ignore[union-attr]


def test_an_initial_does_not_hide_the_office_holder() -> None:
    told = Told("Pyongyang fell silent. “We can see,” Secretary of State Rex W. Tillerson said.")
    assert told.actor("Rex W. Tillerson").country == "USA"  # type: ignore[union-attr]


def test_several_who_are_police_or_a_party_are_they() -> None:
    told = Told("Police found a knife. They said it was old.")
    assert told.name("They") == "police"
    told = Told("Republicans are citing Iran. They say the deal is bad.")
    assert told.name("They") == "Republican Party"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A statement on the website of the health ministry spoke of 77 dead. The statement said graves were found.", "ministry"),
        ("A report by the Institute for Border Studies said routes were shut. The report said it was late.", "Institute"),
    ],
)
def test_a_text_speaks_for_who_wrote_it(text: str, name: str) -> None:
    phrase = "The statement" if "The statement" in text else "The report"
    assert name in (Told(text).name(phrase) or "")


def test_whom_the_words_are_about_says_them_where_nobody_else_spoke() -> None:
    told = Told("Anna Kuhn reported the plan. Gridlock was part of it. In August, Mark Lane cancelled the trip, he said.")
    assert said_last(told) == "Mark Lane"


def test_who_says_twice_in_one_sentence_is_one() -> None:
    told = Told("It helps if one NATO member is attacked. But Sven Biscop, the director, says there is no need, he says.")
    assert said_last(told) == "Sven Biscop"


def test_it_is_no_party_named_by_its_members() -> None:
    told = Told("Mike Pence answered a report that some Republicans were uneasy. It said that many had met.")
    assert told.name("It") != "Republican Party"


def test_the_statement_is_whose_statement_was_named_before() -> None:
    told = Told("“They agreed,” the White House statement said. “They want peace.” The statement added that talks would go on.")
    assert told.name("The statement") == "White House"
