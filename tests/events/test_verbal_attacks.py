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
