"""Windows cover every sentence once, and hold no more than the network reads."""

import random
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.statements.tagging.windows import LENGTH, Window, sentence_bounds, windows

SENTENCES = st.lists(st.lists(st.integers(1, 8), min_size=1, max_size=60), min_size=1, max_size=25)


def laid_out(sentences: list[list[int]]) -> tuple[list[int], list[int]]:
    numbers = [n for n, sentence in enumerate(sentences) for _ in sentence]
    return numbers, [size for sentence in sentences for size in sentence]


def ranked(sentences: list[list[int]]) -> list[int]:
    return [crc32(repr((n, sentence)).encode()) for n, sentence in enumerate(sentences)]


def cut(numbers: list[int], pieces: list[int], ranks: list[int] | None = None) -> list[Window]:
    bounds = sentence_bounds(numbers, pieces)
    return windows(bounds, pieces, ranks if ranks and len(ranks) == len(bounds) - 1 else list(range(len(bounds) - 1)))


@given(SENTENCES)
def test_each_word_is_owned_by_exactly_one_window(sentences):
    numbers, pieces = laid_out(sentences)
    found = cut(numbers, pieces)
    owned = sorted(k for w in found for k in range(w.own_begin, w.own_end))
    assert owned == list(range(len(numbers)))
    assert all(w.begin <= w.own_begin < w.own_end <= w.end for w in found)


@given(SENTENCES)
def test_a_window_is_never_longer_than_the_network_reads(sentences):
    numbers, pieces = laid_out(sentences)
    for window in cut(numbers, pieces):
        assert sum(pieces[window.begin : window.end]) <= LENGTH


def test_a_short_text_is_one_window():
    assert windows([0, 5, 9], [1] * 9, [1, 2]) == [(0, 9, 0, 9)]


@pytest.mark.parametrize("seed", range(20))
def test_copies_with_other_beginnings_soon_have_the_same_windows(seed):
    draw, found = random.Random(seed), []
    common = [draw.choices((1, 1, 2, 3), k=draw.randint(5, 25)) for _ in range(120)]
    for length in draw.sample(range(1, 25), 2):
        beginning = [[1] * length]
        numbers, pieces = laid_out([*beginning, *common])
        before = sum(map(len, beginning))
        found.append({(w.begin - before, w.end - before) for w in cut(numbers, pieces, [0] * len(beginning) + ranked(common))})
    assert found[0] & found[1]


def test_a_long_sentence_is_cut():
    assert sentence_bounds([0] * 500, [1] * 500) == [0, LENGTH, 2 * LENGTH, 500]
