"""Who is asked, and not whom the thing asked for is against."""

import pytest

ASKED_OF_OTHERS = [
    "Norway called for action against Sweden.",
    "Norway asked for military intervention against Sweden.",
    "Norway demanded strong measures against Sweden.",
    "Norway called for the release of two Swedes.",
]


@pytest.mark.parametrize("sentence", ASKED_OF_OTHERS)
def test_what_is_asked_for_against_somebody_or_for_his_freedom_is_not_asked_of_him(coded, sentence):
    article = coded(sentence)
    assert article.sides(article.only("REQUEST")) == ({"NOR"}, set())


def test_whoever_is_to_act_against_somebody_is_asked(coded):
    article = coded("Norway called for a campaign by Denmark against Sweden.")
    assert article.sides(article.only("REQUEST")) == ({"NOR"}, {"DNK"})


def test_pressure_is_agreed_upon_with_others(coded):
    article = coded("Norway and Denmark agreed to maximise pressure on Sweden.")
    assert article.sides(article.only("AGREE")) == ({"NOR", "DNK"}, set())
