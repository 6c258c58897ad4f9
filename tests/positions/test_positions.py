"""Sentences, and who stands where on what."""

import pytest

from articles import reading

STANCES = [
    ("Portugal backs the joint patrol plan.", "Portugal", "joint patrol plan", "support"),
    ("Portugal is against the joint patrol plan.", "Portugal", "joint patrol plan", "oppose"),
    ("Portugal does not support the joint patrol plan.", "Portugal", "joint patrol plan", "oppose"),
    ("Portugal no longer supports the joint patrol plan.", "Portugal", "joint patrol plan", "oppose"),
    ("Portugal turned down a French plan to share the catch.", "Portugal", "plan to share the catch", "oppose"),
    ("Portugal turned down a French plan to share the catch.", "France", "plan to share the catch", "support"),
    ("Portugal voiced support for the joint patrol plan.", "Portugal", "joint patrol plan", "support"),
    ("Portugal would accept the joint patrol plan only if Spain lifted its ban.", "Portugal", "joint patrol plan", "conditional"),
    ("Portugal favours a “boats for fish” deal with Spain.", "Portugal", "boats for fish", "support"),
    ("The bloc urged Portugal to accept the joint patrol plan.", "bloc", "joint patrol plan", "support"),
    ("Spain said no to the joint patrol plan.", "Spain", "joint patrol plan", "oppose"),
    ("Greece has given its blessing to the joint patrol plan.", "Greece", "joint patrol plan", "support"),
    ("The bloc urged Portugal to sign the joint patrol plan.", "bloc", "joint patrol plan", "support"),
    ("Portugal has refused to join the joint patrol plan.", "Portugal", "joint patrol plan", "oppose"),
    ("Portugal will not sign the joint patrol plan.", "Portugal", "joint patrol plan", "oppose"),
    ("Portugal can live with the joint patrol plan.", "Portugal", "joint patrol plan", "support"),
    ("Portugal is studying the joint patrol plan.", "Portugal", "joint patrol plan", "neutral"),
    ("Portugal did not rule out a naval blockade.", "Portugal", "naval blockade", "neutral"),
    ("Portugal called for an end to the fishing embargo.", "Portugal", "fishing embargo", "oppose"),
    ("Portugal urged Spain to lift the fishing embargo.", "Portugal", "fishing embargo", "oppose"),
    ("Spain said Portugal stood prepared to open a telephone line between the navies.", "Portugal", "telephone line", "support"),
    ("Spain and Portugal have agreed to link their navies by a hotline.", "Portugal", "hotline", "support"),
    (
        "Ana Ruiz, Spain's foreign minister, suggested that unarmed observers be posted there.",
        "Ana Ruiz",
        "unarmed observers",
        "support",
    ),
    (
        "Spain would go to the Lisbon conference only on condition that Portugal paid.",
        "Spain",
        "Lisbon conference",
        "conditional",
    ),
    (
        "“Portugal and Spain must start talks,” said Ana Ruiz of Greece.",
        "Ana Ruiz",
        "talks between Portugal and Spain",
        "support",
    ),
    ("Portugal called the joint patrol plan a disaster.", "Portugal", "joint patrol plan", "oppose"),
    ("Spain mocked the harbour scheme drawn up in Lisbon. Portugal was not amused.", "Portugal", "harbour scheme", "support"),
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


def test_a_courtesy_is_no_condition():
    found = reading("NATO is prepared to open a telephone line between the navies tonight, if they want it.").positions
    assert [(p.stance, p.condition) for p in found] == [("support", None)]


def test_an_ellipsis_takes_up_the_proposal_spoken_of():
    found = reading("Spain backs the joint patrol plan. Portugal would join only if Spain paid for it.")
    assert {(found.actor(p.actor).name, p.proposal, p.stance) for p in found.positions} == {
        ("Spain", "joint patrol plan", "support"),
        ("Portugal", "joint patrol plan", "conditional"),
    }


def test_what_is_demanded_is_not_the_proposal():
    found = reading("Portugal would accept the joint patrol plan if Spain lifted its ban. Spain has ruled that out.")
    assert [p.stance for p in found.positions if found.actor(p.actor).name == "Spain"] == []


def test_a_spokesman_of_a_body_speaks_for_it():
    found = reading("The European Union has a new envoy. EU envoy Matteo Brunelli unveiled the joint patrol plan.")
    assert {found.actor(p.actor).name for p in found.positions} == {"European Union"}


def test_one_position_for_a_state_and_those_who_speak_for_it():
    found = reading("Portugal backs the joint patrol plan. Portugal's prime minister, Ana Ruiz, supports the joint patrol plan.")
    assert len([p for p in found.positions if p.proposal == "joint patrol plan"]) == 1


OTHER_NAMES = [
    ("Spain accepts the joint patrol mission, which people here call the blue-flag plan.", "joint patrol mission", "blue-flag plan"),
    ("Spain proposed a joint inquiry. Portugal turned the inquiry down.", "joint inquiry", "inquiry"),
    ("Spain came with a plan to close both ports. The shipping moratorium was rejected by Portugal.",
     "shipping moratorium", "plan to close both ports"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "other"), OTHER_NAMES)
def test_other_names_of_one_proposal(text, name, other):
    assert any(other in p.other_names for p in reading(text).positions if p.proposal == name)


NONE = [
    "Portugal may sign the joint patrol plan.",
    "Should Spain launch strikes on Portugal, Greece will act.",
    "Unless both are willing to enter into meaningful talks, Portugal will wait.",
    "Ana Ruiz plans to speak in Lisbon.",
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
