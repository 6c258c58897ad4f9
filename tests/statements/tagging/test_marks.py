"""Marks of the network as spans of the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles import document
from dateline.models import load_attribution_network
from dateline.statements import tag, words_of
from dateline.statements.tagging.decoding import CueMark
from dateline.statements.tagging.marks import marks
from dateline.statements.tagging.tagging import Attribution, Tagged

TEXT = "“We will not sign it,” Ana Ruiz said. “Not now, and never without France.”"


def attributed(content, text=TEXT):
    words = words_of(document(text))
    cue = words.texts.index("said")
    return document(text), Tagged(words, (Attribution(CueMark(cue, cue, 0.9), (cue - 1,), tuple(content), 0.9, 0.9),))


def contents(made, tagged):
    return [[made.words(span) for span in mark.content] for mark in marks(made, tagged)]


def test_a_quotation_of_which_most_is_content_is_content_as_a_whole():
    made, tagged = attributed([1, 2, 3, 4])
    assert contents(made, tagged) == [["We will not sign it,"]]


def test_a_quotation_that_is_hardly_touched_is_left_alone():
    made, tagged = attributed([1, 2, 3, 4, 5, len(words_of(document(TEXT)).texts) - 3])
    assert contents(made, tagged)[0][-1] == "France"


def test_punctuation_alone_is_no_content():
    words = words_of(document(TEXT))
    made, tagged = attributed([words.texts.index(".")])
    assert contents(made, tagged) == []


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet="abc ABC.,'\"“”\n-–é😀", max_size=200))
def test_spans_lie_within_any_text(body):
    made = document(f"Spain said {body}")
    tagged = tag(words_of(made), load_attribution_network(), 0.05)
    for mark in marks(made, tagged):
        for start, end in (mark.cue, *mark.source, *mark.content):
            assert 0 <= start < end <= len(made.article.text)
