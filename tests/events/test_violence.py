"""Who did a deed of violence that a noun, a passive or a clause beside it tells."""

import pytest

TOLD = [
    ("Two Sudanese soldiers were killed in a raid by Egypt.", {"EGY"}),
    ("Two Sudanese soldiers were killed when Egyptian jets bombed their post.", {"EGY"}),
    ("Two Sudanese soldiers were killed when the Egyptian minister arrived.", set()),
    ("Two Sudanese soldiers were killed in a raid.", set()),
    ("Two Sudanese soldiers were killed on orders of the Egyptian government.", {"EGY"}),
    ("Two Sudanese soldiers were killed on the border of the Egyptian province.", set()),
    ("France denied any role in the attack on Libya.", {"FRA"}),
    ("France spoke of its role in Africa after the attack on Libya.", set()),
    ("Egypt's army has been responsible for most of the attacks on Libya.", {"EGY"}),
    ("Macron authorized relief flights and mounted air strikes on Libya.", {"FRA"}),
    ("Macron mourned the victims of air strikes on Libya.", set()),
    ("The envoys spoke of the attack on Libya that they have blamed on Egypt.", {"EGY"}),
    ("The envoys spoke of the attack on Libya that has worried Egypt.", set()),
]


@pytest.mark.parametrize(("sentence", "source"), TOLD)
def test_who_did_it(coded, sentence, source):
    article = coded(sentence)
    found = [article.sides(e)[0] for e in article.events if e.type == "ASSAULT"]
    assert found == [source] or (not source and not found)


VICTIMS = [
    ("The 2001 French invasion that toppled Egypt's government was short.", {"FRA"}, {"EGY"}),
    ("A French raid in Libya that killed two Egyptian soldiers was short.", {"FRA"}, {"EGY"}),
    ("The French raid that worried an army was short.", {"FRA"}, set()),
]


@pytest.mark.parametrize(("sentence", "sources", "targets"), VICTIMS)
def test_whom_a_relative_clause_tells_to_be_hurt(coded, sentence, sources, targets):
    article = coded(sentence)
    assert (sources, targets) in [article.sides(e) for e in article.events if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("again", "targets"), [("the French strikes were short", {"LBY"}), ("any French strikes in Mali would be short", {"MLI"})]
)
def test_an_attack_told_again_is_upon_whom_it_was(coded, again, targets):
    article = coded(f"French strikes on Libya began on Monday. On Friday the minister said {again}.")
    assert article.sides(article.events[-1]) == ({"FRA"}, targets)


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
    article = coded(sentence)
    imposed = next(e for e in article.events if article.words(e) == "imposed")
    assert article.sides(imposed)[0] == source
