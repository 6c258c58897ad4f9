"""Whom an answer answers, by the words for what is answered."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "whom"),
    [
        ("Kenya's president has refused calls from the Ugandan minister to open the border.", "REJECT", {"UGA"}),
        ("Rejecting a truce that Uganda had requested, Kenya sent more troops.", "REJECT", {"UGA"}),
        ("Kenya balked at Uganda's plan.", "REJECT", {"UGA"}),
        ("Kenya has pressed for a deal with Uganda.", "REQUEST", {"UGA"}),
        ("Kenya's Foreign Ministry repeated a call for Uganda to change its policies.", "REQUEST", {"UGA"}),
        ("Kenyan troops fired on Ugandans surging towards the fence.", "ASSAULT", {"UGA"}),
    ],
)
def test_who_made_or_asked_for_it(coded, text, event_type, whom):
    code = coded(text)
    assert code.countries(code.only(event_type).targets) == whom


def test_a_plan_about_somebody_is_not_theirs(coded):
    code = coded("Kenya rejected the plan for Uganda.")
    assert not code.countries(code.only("REJECT").targets)


@pytest.mark.parametrize(
    ("text", "event_type", "whom"),
    [
        ("Egypt was pleased. Hamas accepted the Egyptian-brokered truce.", "AGREE", {"EGY"}),
        ("Egypt was angry. Israel refused to accept Egyptian-proposed terms.", "REJECT", {"EGY"}),
        ("China has resisted U.S. calls for a complete embargo.", "REJECT", {"USA"}),
        ("The Danish minister condemned the launch by North Korea.", "ACCUSE", {"PRK"}),
        ("George W. Bush led the invasion of Iraq.", "ASSAULT", {"IRQ"}),
    ],
)
def test_whose_the_thing_is_by_its_modifiers(coded, text, event_type, whom):
    code = coded(text)
    assert code.countries(code.only(event_type).targets) == whom
