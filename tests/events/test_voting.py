"""Who votes for sanctions imposes them; who votes for a thing agrees to it."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The UN Security Council voted to introduce a set of punishing sanctions on Nepal.",
        "The UN Security Council voted to add 15 men linked to the programs of Nepal to a blacklist.",
        "Trump was impressed with the UN Security Council's vote to hit Nepal with sanctions.",
    ],
)
def test_a_vote_for_penalties_is_a_sanction(coded, text):
    event = coded(text).only("SANCTION")
    assert event.factuality == "actual"
    assert event.targets


def test_any_other_vote_agrees(coded):
    assert "AGREE" in {e.type for e in coded("The UN Security Council voted to send observers to Nepal.").events}
