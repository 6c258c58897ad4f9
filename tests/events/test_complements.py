"""What a word above says about its complement, and what only stands below it."""

from __future__ import annotations

import pytest

CASES = [
    ("Kenya built the unit with the goal of bombing a Somali airfield.", "ASSAULT", "planned"),
    ("Kenya went on to bomb a Somali airfield.", "ASSAULT", "actual"),
    ("Kenya went there to bomb a Somali airfield.", "ASSAULT", "planned"),
    ("Kenya was careful to praise Somalia.", "SUPPORT", "actual"),
    ("Kenya's minister was the most senior official to visit Somalia.", "CONSULT", "actual"),
    ("There were reports Kenya had bombed a Somali airfield.", "ASSAULT", "claimed"),
    ("Omar is the second reporter to be killed by Kenya.", "ASSAULT", "actual"),
    ("Kenya said in a statement that it “condemned” the attack on Somalia.", "ACCUSE", "actual"),
    ("The French government said that President Emmanuel Macron rejected the plan.", "REJECT", "actual"),
    ("Le Monde said that French President Emmanuel Macron rejected the plan.", "REJECT", "claimed"),
    ("“Kenya condemned the attack on Somalia,” its minister said.", "ACCUSE", "claimed"),
    ("It seems unlikely Kenya would bomb the Somali airfield.", "ASSAULT", "hypothetical"),
    ("Analysts say it is unlikely that Kenya will bomb the Somali airfield.", "ASSAULT", "hypothetical"),
    ("Kenya will bomb the Somali airfield.", "ASSAULT", "planned"),
    ("News of the war: Kenya has bombed a Somali airfield.", "ASSAULT", "actual"),
    ("The reason Kenya bombed a Somali airfield is unknown.", "ASSAULT", "actual"),
    ("Kenya gave no indication it plans to bomb a Somali airfield.", "ASSAULT", "hypothetical"),
    ("The mediator told reporters that Kenya had kept its promise to withdraw its troops.", "RETREAT", "claimed"),
    ("Kenyans heeded a call to protest against Somalia.", "PROTEST", "actual"),
    ("Kenya said it was committed to working with Somalia.", "AGREE", "actual"),
    ("“We are open to talks with Somalia,” Kenya's president said.", "AGREE", "actual"),
    ("Kenya's decision to agree to talks with Somalia was welcome.", "AGREE", "actual"),
    ("Kenya's decision to bomb a Somali airfield was condemned.", "ASSAULT", "planned"),
    ("Kenya's talks with Somalia will continue.", "CONSULT", "actual"),
    ("Kenya's summit with Somalia will send a message.", "CONSULT", "planned"),
    ("Kenya's summit with Somalia would take place in June, it said.", "CONSULT", "planned"),
    ("Kenya's summit with Somalia was followed by a dinner.", "CONSULT", "actual"),
    ("Kenya aims to end the war after a week that included Ugandan air strikes on Somalia.", "ASSAULT", "actual"),
    ("Kenya spoke of a desire for Somalia to withdraw its troops.", "RETREAT", "hypothetical"),
]


@pytest.mark.parametrize(("sentence", "event_type", "expected"), CASES)
def test_the_complement(coded, sentence, event_type, expected):
    event = coded(sentence).only(event_type)
    assert event.factuality == expected, event.reason


@pytest.mark.parametrize("sentence", ["Kenyans heard a call to protest.", "The best way to bomb an airfield is by night."])
def test_nothing_is_told_as_done(coded, sentence):
    assert all(event.factuality != "actual" for event in coded(sentence).events if event.type in ("PROTEST", "ASSAULT"))


def test_in_an_imagined_scenario_nothing_happens(coded):
    article = coded("Kenya imagined a scenario in which Somalia bombed an airfield.")
    assert all(event.factuality != "actual" for event in article.events)
