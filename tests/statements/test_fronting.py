"""Pieces of a content that stand before its source."""

import pytest

from articles import document
from dateline.reading import read_document


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The minister spoke of differences he hopes will pay off at the polls.", ["differences", "will pay off at the polls"]),
        ("Spain rejected the plan, which France said was fair.", ["which", "was fair"]),
        ("We heard that Spain has threatened to buy its copper elsewhere.", ["to buy its copper elsewhere"]),
        ("Spain said the plan that France made was fair.", ["the plan that France made was fair"]),
    ],
)
def test_the_fronted_piece_belongs_to_the_content(text, content):
    made = document(text)
    found = [[made.words(span) for span in s.content] for s in read_document(made).statements]
    assert content in found
