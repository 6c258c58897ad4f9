"""Blows struck with penalties are sanctions."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Ghana hit Togo with an export ban on cocoa.",
        "Ghana went after the cotton of Togo with tariffs, hitting Togo hard.",
        "Ghana announced new duties, and the duties target Togo.",
        "Ghana imposed sanctions on two banks but put off targeting Togo.",
        "Ghana raised the matter of its tariff war with Togo.",
    ],
)
def test_a_blow_with_a_penalty_sanctions(coded, text):
    types = {e.type for e in coded(text).events}
    assert "SANCTION" in types
    assert "ASSAULT" not in types


@pytest.mark.parametrize(
    "text",
    [
        "Ghana hit a base in Togo with a missile.",
        "Ghana imposed sanctions on Togo after Togo's army hit a village in Ghana.",
        "Ghana imposed sanctions on Togo for hitting a village.",
    ],
)
def test_a_blow_beside_a_penalty_assaults(coded, text):
    assert "ASSAULT" in {e.type for e in coded(text).events}


def test_to_hit_back_with_a_penalty_sanctions(coded):
    article = coded("Ghana hit back at Togo by announcing new tariffs on its cotton.")
    assert article.sides(article.only("SANCTION")) == ({"GHA"}, {"TGO"})


def test_to_hit_back_with_words_accuses(coded):
    article = coded("Ghana hit back at Togo on Monday.")
    assert article.sides(article.only("ACCUSE")) == ({"GHA"}, {"TGO"})


def test_pressure_by_sanctions_is_no_request(coded):
    assert {e.type for e in coded("Ghana is applying new sanctions pressure on Togo.").events} == {"SANCTION"}
    assert {e.type for e in coded("Ghana is applying new pressure on Togo.").events} == {"REQUEST"}


def test_a_penalty_that_strikes_needs_no_owner(coded):
    article = coded("The new sanctions also target Togo.")
    assert article.sides(article.only("SANCTION")) == (set(), {"TGO"})


def test_a_penalty_told_in_two_verbs_is_one(coded):
    article = coded("Ghana imposed new sanctions targeting Togo.")
    assert article.sides(article.only("SANCTION")) == ({"GHA"}, {"TGO"})
