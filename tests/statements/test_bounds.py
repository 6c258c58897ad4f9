"""Bounds that characters decide: whole quotations and brackets, no asides, connectives or participles of the writer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import document, reading
from dateline.records import Span
from dateline.statements.bounds import bounded
from dateline.statements.draft import Draft

CONTENTS = [
    ("But, Ana Ruiz said, the facts are not complete.", ["the facts are not complete"]),
    (
        "OSLO (Reuters) - The missile flew 250 kilometers (155 miles), Ana Ruiz said.",
        ["The missile flew 250 kilometers (155 miles)"],
    ),
    ("(CNN) Norway will not apologize for it, Ana Ruiz said on Friday.", ["Norway will not apologize for it"]),
    ("The navy left the port, Ana Ruiz said, claiming that Norway now held it.", ["The navy left the port"]),
    (
        "Ana Ruiz spoke in Oslo. Ole Berg, she said, noting that they had met twice, was a friend.",
        ["Ole Berg … was a friend"],
    ),
    (
        "Ana Ruiz said on Friday that her way was “making a difference,” wading into new disputes with Norway.",
        ["that her way was “making a difference"],
    ),
    (
        "They shouted “total destruction” in the port, according to the Oslo News Agency, the state news service.",
        ["They shouted “total destruction” in the port"],
    ),
    (
        "Norway dismissed remarks by Ana Ruiz - who had said Norway “may end” - as stupid.",
        ["Norway “may end"],
    ),
    (
        "The visit pleased Norway.\n\nThe benefits of reconciliation\n\n"
        "Demonstrating the power of reconciliation can be an important example, some diplomats say.",
        ["Demonstrating the power of reconciliation can be an important example"],
    ),
]


@pytest.mark.parametrize(("text", "contents"), CONTENTS)
def test_content(text, contents):
    found = [" … ".join(text[a:b] for a, b in s.content) for s in reading(text).statements]
    assert [content for content in found if content in contents] == contents


def test_a_quotation_that_opens_within_the_content_closes_within_it():
    text = "Ana Ruiz said she was “very perplexed and deeply saddened” by it."
    made = document(text)
    short = text.index("she"), text.index(" and")
    draft = Draft("say", (Span(9, 13),), (Span(*short),), None, "say + clause", 0.8)
    assert [made.words(span) for span in bounded(made, draft).content] == ["she was “very perplexed and deeply saddened"]


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(1, 40))
def test_every_content_stays_within_the_text(start, length):
    text = "But (CNN) the port, which “may close (at noon)” – who knows – is open, Ana Ruiz said."
    made = document(text)
    span = Span(start, min(start + length, len(text)))
    draft = Draft("say", (Span(text.index("said"), len(text) - 1),), (span,), None, "say + clause", 0.8)
    for kept in bounded(made, draft).content:
        assert 0 <= kept.start <= kept.end <= len(text)
