"""States and parties that a phrase counts and no name tells: described where a record needs them."""

import pytest

import dateline


def names(text):
    return {actor.name for actor in dateline.read(text, published="2017-08-11", model=False).actors}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway urged all countries to leave the island.", "all countries"),
        ("Norway asked other governments to leave the island.", "other governments"),
        ("Norway called on all sides to leave the island.", "all sides"),
        ("Norway asked the world to act against Chad.", "world"),
    ],
)
def test_whom_a_phrase_counts(text, name):
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway has friends in all countries.",
        "Norway sails all over the world.",
        "Norway told the truth about countries.",
    ],
)
def test_whom_no_record_needs(text):
    assert names(text) == {"Norway"}
