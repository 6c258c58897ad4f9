"""Whom a deal, an alliance, an attack or a pronoun names by what was told of it elsewhere."""

import pytest

CASES = [
    # text, type, source, target
    ("Chad commented on Niger's missile test, calling it reckless and dangerous.", "ACCUSE", {"TCD"}, {"NER"}),
    (
        "Norway and Sweden held joint drills in May. Russia in the past has denounced them as a rehearsal for war.",
        "ACCUSE",
        {"RUS"},
        {"NOR", "SWE"},
    ),
    ("Egypt said it was concerned about Niger's missile launches, calling them a provocation.", "ACCUSE", {"EGY"}, {"NER"}),
    ("For decades Chad and Mali have worked to stop the trade. Yet Niger defied these efforts.", "REJECT", {"NER"}, {"TCD", "MLI"}),
    ("The Peru nuclear deal was hard work. Brazil withdrew from the deal in May.", "SANCTION", {"BRA"}, {"PER"}),
    ("Iran signed a treaty with Libya in 2019. Iran withdrew from the treaty in May.", "SANCTION", {"IRN"}, {"LBY"}),
    ("Nepal wrote a pact that limits Laos's exports. Nepal rejected the pact on Monday.", "REJECT", {"NPL"}, {"LAO"}),
    ("Sudan joined the coalition on Wednesday. Niger is proud: the Niger-led coalition patrols the river.", "COOPERATE", {"SDN"}, {"NER"}),
    ("Norway brokered an agreement with Sweden in May.", "CONSULT", {"NOR"}, {"SWE"}),
    ("Sudan joined the coalition on Wednesday. Niger formed the coalition after attacks.", "COOPERATE", {"SDN"}, {"NER"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "source", "target"), CASES)
def test_whom_what_is_taken_up_names(coded, text, event_type, source, target):
    article = coded(text)
    found = [article.sides(e) for e in article.events if e.type == event_type]
    assert (source, target) in found


NOBODY = [
    # text, type
    ("The trade deal with Peru was hard work. Brazil withdrew from the climate deal in May.", "SANCTION"),
    ("Chad has an accord with Libya and an accord with Mali. Chad rejected the accord.", "REJECT"),
    ("Brazil withdrew from the Paris agreement in May.", "SANCTION"),
    ("Sudan joined the coalition in May.", "COOPERATE"),
    ("Chad and Mali met in May. Yet Niger defied these efforts.", "REJECT"),
    ("Chad said it was concerned about Mali and about Niger's raids and tests, calling them a provocation.", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "event_type"), NOBODY)
def test_where_it_is_not_told_whose_it_is(coded, text, event_type):
    article = coded(text)
    assert not [e.targets for e in article.events if e.type == event_type and e.targets]


def test_an_attack_told_again_has_the_victims_told_first(coded):
    article = coded(
        "Gunmen raided a town in Mali on Friday. Niger was responsible for the raid, and carried out the raid at night."
    )
    assert {frozenset(article.sides(e)[1]) for e in article.events if e.type == "ASSAULT"} == {frozenset({"MLI"})}


def test_people_who_are_called_names_are_no_deed(coded):
    article = coded("Chad met ministers of Niger on drills. Mali denounced them as liars.")
    assert article.sides(article.only("ACCUSE"))[0] == {"MLI"}


def test_another_attack_told_in_between_leaves_it_open(coded):
    text = "An attack on a town in Mali killed ten on Monday. Gunmen shot five men in Chad. Niger claimed the attack."
    article = coded(text)
    assert all(article.sides(e)[1] != {"MLI"} for e in article.events if article.sides(e)[0] == {"NER"})
