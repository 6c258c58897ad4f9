"""Sentences, and who stands where on what."""

import pytest

from articles import reading

STANCES = [
    ("Portugal backs the joint patrol plan.", "Portugal", "joint patrol plan", "support"),
    ("Portugal is against the joint patrol plan.", "Portugal", "joint patrol plan", "oppose"),
    ("Portugal does not support the joint patrol plan.", "Portugal", "joint patrol plan", "oppose"),
    ("Portugal turned down a French plan to share the catch.", "Portugal", "plan to share the catch", "oppose"),
    ("Portugal turned down a French plan to share the catch.", "France", "plan to share the catch", "support"),
    ("Portugal voiced support for the joint patrol plan.", "Portugal", "joint patrol plan", "support"),
    ("Portugal would accept the joint patrol plan only if Spain lifted its ban.", "Portugal", "joint patrol plan", "conditional"),
    ("Portugal favours a “boats for fish” deal with Spain.", "Portugal", "boats for fish", "support"),
    ("The bloc urged Portugal to accept the joint patrol plan.", "bloc", "joint patrol plan", "support"),
    ("Spain said no to the joint patrol plan.", "Spain", "joint patrol plan", "oppose"),
    ("Greece has given its blessing to the joint patrol plan.", "Greece", "joint patrol plan", "support"),
]


@pytest.mark.parametrize(("text", "actor", "proposal", "stance"), STANCES)
def test_stance(text, actor, proposal, stance):
    found = reading(text)
    assert (actor, proposal, stance) in {(found.actor(p.actor).name, p.proposal, p.stance) for p in found.positions}


def test_a_plan_pointed_back_to():
    found = reading(
        "The European Union has drawn up a joint patrol plan. Portugal could accept the text only if Spain paid for it."
    )
    stances = {found.actor(p.actor).name: (p.proposal, p.stance) for p in found.positions}
    assert stances["European Union"] == ("joint patrol plan", "support")
    assert stances["Portugal"] == ("joint patrol plan", "conditional")


def test_a_condition_is_kept_in_its_words():
    text = "Portugal would accept the joint patrol plan only if Spain lifted its ban."
    (position,) = [p for p in reading(text).positions if p.stance == "conditional"]
    assert position.condition is not None
    assert "Spain lifted its ban" in text[slice(*position.condition)]


NONE = [
    "Portugal may support the joint patrol plan.",
    "If Portugal backs the joint patrol plan, Spain will follow.",
    "Portugal and Spain signed a fishing pact.",
    "The plan is good.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_stance(text):
    assert reading(text).positions == ()


def test_a_plan_that_is_only_his_or_hers_shows_no_support():
    assert [p.stance for p in reading("Ana Ruiz flew home. Paulo Dias mocked her harbour plan.").positions] == ["oppose"]
