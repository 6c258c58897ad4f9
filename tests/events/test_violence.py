"""Who did a deed of violence that a noun, a passive or a clause beside it tells."""

import pytest

TOLD = [
    ("Two Sudanese soldiers were killed in a raid by Egypt.", {"EGY"}),
    ("Two Sudanese soldiers were killed when Egyptian jets bombed their post.", {"EGY"}),
    ("Two Sudanese soldiers were killed when the Egyptian minister arrived.", set()),
    ("Two Sudanese soldiers were killed in a raid.", set()),
    ("France denied any role in the attack on Libya.", {"FRA"}),
    ("France spoke of its role in Africa after the attack on Libya.", set()),
    ("Egypt's army has been responsible for most of the attacks on Libya.", {"EGY"}),
    ("Macron authorized both relief flights and air strikes on Libya.", {"FRA"}),
    ("Macron mourned the victims of air strikes on Libya.", set()),
    ("The envoys spoke of the attack on Libya that they have blamed on Egypt.", {"EGY"}),
    ("The envoys spoke of the attack on Libya that has worried Egypt.", set()),
]


@pytest.mark.parametrize(("sentence", "source"), TOLD)
def test_who_did_it(coded, sentence, source):
    article = coded(sentence)
    found = [article.sides(e)[0] for e in article.events if e.type == "ASSAULT"]
    assert found == [source] or (not source and not found)


def test_an_attack_taken_up_is_that_of_whoever_was_told_to_make_it(coded):
    article = coded("Egypt attacked the Libyan port of Tobruk on Monday. The attack killed two Libyan sailors.")
    assert {country for e in article.events if e.type == "ASSAULT" for country in article.sides(e)[0]} == {"EGY"}


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("U.S. sanctions imposed in May have hurt Chad.", {"USA"}),
        ("Iran sanctions imposed in May have hurt trade.", set()),
    ],
)
def test_whose_sanctions_were_imposed(coded, sentence, source):
    assert coded(sentence).sides(coded(sentence).only("SANCTION"))[0] == source
