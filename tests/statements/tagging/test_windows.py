"""Windows cover every sentence once, and hold no more than the network reads."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.statements.tagging.windows import LENGTH, sentence_bounds, windows

SENTENCES = st.lists(st.lists(st.integers(1, 8), min_size=1, max_size=60), min_size=1, max_size=25)


def laid_out(sentences: list[list[int]]) -> tuple[list[int], list[int]]:
    numbers = [n for n, sentence in enumerate(sentences) for _ in sentence]
    return numbers, [size for sentence in sentences for size in sentence]


@given(SENTENCES)
def test_each_word_is_owned_by_exactly_one_window(sentences):
    numbers, pieces = laid_out(sentences)
    found = windows(sentence_bounds(numbers, pieces), pieces)
    owned = sorted(k for w in found for k in range(w.own_begin, w.own_end))
    assert owned == list(range(len(numbers)))
    assert all(w.begin <= w.own_begin < w.own_end <= w.end for w in found)


@given(SENTENCES)
def test_a_window_is_never_longer_than_the_network_reads(sentences):
    numbers, pieces = laid_out(sentences)
    for window in windows(sentence_bounds(numbers, pieces), pieces):
        assert sum(pieces[window.begin : window.end]) <= LENGTH


def test_a_short_text_is_one_window():
    assert windows([0, 5, 9], [1] * 9) == [(0, 9, 0, 9)]


def test_a_long_sentence_is_cut():
    assert sentence_bounds([0] * 500, [1] * 500) == [0, LENGTH, 2 * LENGTH, 500]
