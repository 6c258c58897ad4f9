"""Sending out: envoys and states by a penalty, one's own people by coercion, captives by a rescue."""

import pytest

CASES = [
    ("Chile ordered ten Peruvian diplomats out of the country.", "SANCTION", {"CHL"}, {"PER"}),
    ("Chile ordered the closure of the Peruvian consulate in Arica.", "SANCTION", {"CHL"}, {"PER"}),
    ("Chile ordered two Peruvian diplomats to leave the country.", "SANCTION", {"CHL"}, {"PER"}),
    ("Chile barred a Peruvian company from exporting copper.", "SANCTION", {"CHL"}, {"PER"}),
    ("Chile ordered strikes on a Peruvian base.", "ASSAULT", {"CHL"}, {"PER"}),
    ("Chile ordered the Peruvian villagers out.", "COERCE", {"CHL"}, {"PER"}),
    ("Chile ordered the arrest of two Peruvian officers.", "COERCE", {"CHL"}, {"PER"}),
    ("Chile ordered two Peruvian firms to leave the country.", "REQUEST", {"CHL"}, {"PER"}),
]


@pytest.mark.parametrize(("sentence", "event_type", "source", "target"), CASES)
def test_who_is_sent_out_decides(coded, sentence, event_type, source, target):
    article = coded(sentence)
    assert article.sides(article.only(event_type)) == (source, target)


def test_a_state_is_kicked_out_of_a_group_as_a_penalty(coded):
    assert {e.type for e in coded("Peru was kicked out of the bloc by Chile.").events} == {"SANCTION"}


def test_a_rescue_is_no_release(coded):
    assert "AID" in {e.type for e in coded("Chilean troops freed ten hostages in a raid.").events}
    assert "RETREAT" in {e.type for e in coded("Chile freed ten hostages on Monday.").events}
