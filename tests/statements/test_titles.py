"""Titles of programmes and works in quotation marks are no words of anybody."""

import pytest

from articles import document, reading
from dateline.statements.titles import names_a_work

TITLES = [
    "Ana Ruiz told CBS’ “Face the Nation.”",
    'Ana Ruiz told ABC\'s "This Week" that Spain would wait.',
    "“Hardball” Host Chris Matthews lamented the rise of the hawks.",
    "Ana Ruiz told “Fox News Sunday” host Chris Wallace that Spain would wait.",
    "Ana Ruiz spoke on “Meet the Press” on Sunday.",
    "The “Harbour Tonight” programme was cancelled.",
]


@pytest.mark.parametrize("text", TITLES)
def test_a_title_stands_where_a_name_stands(text):
    made = document(text)
    assert [names_a_work(made, quotation) for quotation in made.quotations] == [True]


SPOKEN = [
    "Ana Ruiz told the port’s workers “we will not go back.”",
    "“Never Again,” Ana Ruiz said.",
    "“Spain will wait” was the answer of the minister.",
    "Ana Ruiz spoke of “Paid Hands” in the port.",
]


@pytest.mark.parametrize("text", SPOKEN)
def test_other_quotations_are_none(text):
    made = document(text)
    assert not any(names_a_work(made, quotation) for quotation in made.quotations)


@pytest.mark.parametrize("text", [TITLES[0], TITLES[2]])
def test_nobody_says_a_title(text):
    found = reading(text)
    words = [text[a:b] for s in found.statements for a, b in s.content]
    assert not any(title in content for content in words for title in ("Face the Nation", "Hardball"))
