"""Harm that is vowed or held ready is threatened; help is promised."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Kenya vowed to levy tariffs on Uganda.",
        "Kenya is willing to slap tariffs on Uganda.",
        "Kenya is prepared to order strikes on Uganda.",
        "Kenya is prepared to take action against Uganda.",
        "Kenya has vowed to never allow Uganda to close the lake.",
        "Kenya has vowed to make Uganda pay for the wall.",
        "Kenya vowed to bring the Ugandan killers to justice.",
    ],
)
def test_harm_is_threatened(coded, text):
    types = {e.type for e in coded(text).events}
    assert "THREATEN" in types
    assert "AGREE" not in types


@pytest.mark.parametrize(
    "text",
    [
        "Kenya vowed to send medicine to Uganda.",
        "Kenya is willing to lift sanctions on Uganda.",
        "Kenya is prepared to meet Uganda.",
        "Kenya vowed to bring the two sides together with Uganda.",
    ],
)
def test_help_is_promised(coded, text):
    assert "THREATEN" not in {e.type for e in coded(text).events}
