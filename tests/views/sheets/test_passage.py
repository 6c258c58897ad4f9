"""Passages: the marked words in their sentences, and nothing of the article changed."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Span
from dateline.views.sheets.passage import Mark, passage

TEXT = "Title\n\nFirst things first. Sudan walked out of talks, it said. The end."


def mark(words, *signs):
    start = TEXT.index(words)
    return Mark(Span(start, start + len(words)), *signs)


def test_words_are_marked_in_their_place():
    assert passage(TEXT, [mark("walked out")]) == TEXT.replace("walked out", "[[walked out]]")


def test_marks_of_several_spans_nest():
    found = passage(TEXT, [mark("said", "{C: ", "}"), mark("Sudan walked out of talks"), mark("Sudan", "{S: ", "}")])
    assert "[[{S: Sudan} walked out of talks]], it {C: said}." in found


def test_a_long_article_is_cut_at_sentences():
    text = "Before it. " * 200 + "Sudan left. " + "After it. " * 200
    start = text.index("left")
    found = passage(text, [Mark(Span(start, start + 4))])
    assert found.startswith("Before it. Before it.")
    assert found.endswith("After it.")
    assert "Sudan [[left]]." in found
    assert len(found) < 1100


@given(st.text("ab. \n", min_size=1, max_size=60), st.data())
def test_without_its_marks_it_is_a_stretch_of_the_article(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert passage(text, [Mark(Span(start, end))]).replace("[[", "").replace("]]", "") in text
