import pytest

from dateline.knowledge.event_signs import BIAS, weights


def test_what_holds_for_every_event_has_a_row():
    assert weights()[BIAS].heard < 0


@pytest.mark.parametrize("kind", ["ACCUSE", "REQUEST", "THREATEN", "ASSAULT"])
def test_what_is_always_done_to_somebody_is_less_sure_where_nobody_is_named(kind):
    assert weights()[f"target: {kind} nobody"].heard + weights()["target: nobody"].heard < weights()[f"type: {kind}"].heard


def test_rules_alone_hear_no_network():
    assert all(row.alone == 0 for sign, row in weights().items() if sign.startswith("network"))
