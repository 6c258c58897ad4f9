from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.paragraphs import paragraphs
from dateline.language.quotations import quotations

CASES = [
    ("He said “we will wait” and left.", ["we will wait"]),
    ('He said "we will wait" and left.', ["we will wait"]),
    ("He said ''we will wait'' and left.", ["we will wait"]),
    ("‘We will wait,’ he said.", ["We will wait,"]),
    ("'We will wait,' he said.", ["We will wait,"]),
    ("“One,” he said. “Two.”", ["One,", "Two."]),
    ("The soldiers’ families waited. ‘We don’t know,’ one said.", ["We don’t know,"]),
    ("'The ministers' plan isn't ours,' he said.", ["The ministers' plan isn't ours,"]),
    ("In the '90s it wasn't so.", []),
    ("“She told me ‘go home’ and I went,” he said.", ["She told me ‘go home’ and I went,"]),
    ("Rock 'n' roll isn't dead.", []),
    ('A 5" pipe burst.', []),
    ("He called it «a farce» on Monday.", ["a farce"]),
]


def words(text):
    return [text[p.start : p.end] for q in quotations(text, paragraphs(text)) for p in q.parts]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_between_marks(text, expected):
    assert words(text) == expected


def test_a_quotation_over_paragraphs_opens_each_and_closes_the_last():
    text = "“We came.\n\n“We saw.\n\n“We left,” she said."
    (found,) = quotations(text, paragraphs(text))
    assert [text[p.start : p.end] for p in found.parts] == ["We came.", "We saw.", "We left,"]
    assert found.closed


def test_an_unclosed_quotation_ends_with_its_paragraph():
    text = "“We came and nobody spoke.\n\nThe next day was calm."
    (found,) = quotations(text, paragraphs(text))
    assert [text[p.start : p.end] for p in found.parts] == ["We came and nobody spoke."]
    assert not found.closed


@given(st.text(alphabet="ab “”\"'‘’.,\n", max_size=60))
def test_spans_lie_in_the_text_in_order_and_apart(text):
    found = quotations(text, paragraphs(text))
    assert all(0 <= q.outer.start <= q.start <= q.end <= q.outer.end <= len(text) for q in found)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
