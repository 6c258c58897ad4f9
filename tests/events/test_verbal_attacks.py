"""Attacks with words, or with paper, are no attacks."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's attack on Nepal for failing to negotiate was blunt.",
        "Kenya's verbal attack on Nepal was blunt.",
        "A statement of Kenya attacked the government of Nepal.",
    ],
)
def test_words_accuse(coded, text):
    article = coded(text)
    assert {e.type for e in article.events} == {"ACCUSE"}
    assert article.sides(article.only("ACCUSE")) == ({"KEN"}, {"NPL"})


def test_a_deed_of_the_same_name_assaults(coded):
    assert "ASSAULT" in {e.type for e in coded("Kenya's attack on Nepal in May was brutal.").events}


def test_leaflets_harm_nobody_and_rockets_do(coded):
    assert "ASSAULT" not in {e.type for e in coded("Kenya is bombarding Nepal with leaflets.").events}
    assert "ASSAULT" in {e.type for e in coded("Kenya is bombarding Nepal with rockets.").events}


@pytest.mark.parametrize(
    "text",
    [
        "President William Ruto of Kenya attacked Nepal, calling its government weak.",
        "President William Ruto of Kenya targeted Nepal in a series of tweets.",
        "Kenya launched a blistering attack on Nepal.",
        "Kenya's lawyers mounted an attack on the witnesses from Nepal.",
    ],
)
def test_what_is_said_meanwhile_makes_it_words(coded, text):
    types = {e.type for e in coded(text).events}
    assert "ACCUSE" in types
    assert "ASSAULT" not in types


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a village in Nepal, saying it hid soldiers.",
        "Kenya launched a deadly attack on Nepal.",
        "President William Ruto of Kenya hit Nepal with missiles, saying it was weak.",
    ],
)
def test_weapons_and_rebels_do_not_speak(coded, text):
    assert "ASSAULT" in {e.type for e in coded(text).events}
