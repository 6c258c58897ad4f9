"""The passages in which a copy differs, with their places in both texts."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.corroboration.copies import differing_passages, is_common
from dateline.records import Span

ORIGINAL = "Egypt recalled its ambassador to Ethiopia on Monday. A strike killed 14 people, the police said. Talks go on."
COPY = "Cairo recalled its ambassador to Ethiopia on Monday. A strike killed four people. Talks go on in Addis Ababa."


def test_what_was_changed_left_out_and_added():
    found = differing_passages(COPY, ORIGINAL)
    assert [(one.kind, one.copy_words, one.original_words) for one in found] == [
        ("changed", "Cairo", "Egypt"),
        ("changed", "four", "14"),
        ("left out", "", "the police said"),
        ("added", "in Addis Ababa", ""),
    ]


def test_equal_words_in_other_marks_and_case_do_not_differ():
    assert differing_passages('He said: "No."', "he said - no") == ()


def test_a_stretch_is_common_where_its_words_stand_in_the_other_text():
    at = COPY.index("recalled its ambassador to Ethiopia")
    assert is_common(COPY, ORIGINAL, Span(at, at + 35))
    assert not is_common(COPY, ORIGINAL, Span(len(COPY) - 12, len(COPY)))


@given(
    st.lists(st.sampled_from(["war", "peace", "talks", "Kim", "."]), max_size=20),
    st.lists(st.sampled_from(["war", "Kim", "and"]), max_size=20),
)
def test_spans_hold_their_words(one, other):
    copy, original = " ".join(one), " ".join(other)
    for passage in differing_passages(copy, original):
        assert copy[slice(*passage.in_copy)] == passage.copy_words
        assert original[slice(*passage.in_original)] == passage.original_words
