"""From probabilities to cues and roles."""

from itertools import pairwise, product

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from dateline.statements.tagging.decoding import SWITCH, content_words, cue_marks, log_odds, source_run


def rows(*inside_begin):
    return numpy.array([[1 - i, b, i - b] for i, b in inside_begin], dtype=numpy.float32)


def test_a_cue_is_a_run_of_likely_words():
    found = list(cue_marks(rows((0.1, 0.1), (0.9, 0.8), (0.8, 0.1), (0.2, 0.0)), 0.5))
    assert [(m.first, m.last) for m in found] == [(1, 2)]
    assert round(found[0].probability, 2) == 0.85


def test_a_word_that_begins_a_cue_ends_the_one_before():
    assert [(m.first, m.last) for m in cue_marks(rows((0.9, 0.8), (0.9, 0.8)), 0.5)] == [(0, 0), (1, 1)]


def odds(*chances):
    p = numpy.array(chances, dtype=numpy.float32)
    return numpy.log(p) - numpy.log(1 - p)


def test_a_single_doubtful_word_does_not_break_a_content():
    doubtful = odds(0.98, 0.98, 0.4, 0.98)[None]
    assert content_words(doubtful).tolist() == [[True, True, True, True]]
    assert content_words(doubtful, switch=0.0).tolist() == [[True, True, False, True]]


def test_a_single_likely_word_is_no_content():
    assert not content_words(odds(0.02, 0.7, 0.02, 0.02)[None]).any()


@given(arrays.arrays(numpy.int8, (3, 7), elements=st.integers(-9, 9)).map(lambda a: a.astype(numpy.float32)))
def test_without_a_cost_of_switching_each_likely_word_is_content(values):
    assert (content_words(values, switch=0.0) == (values > 0)).all()


@given(arrays.arrays(numpy.float32, (1, 6), elements=st.floats(-9, 9, width=32)))
def test_no_other_choice_of_content_is_worth_more(values):
    def worth(chosen):
        changes = sum(a != b for a, b in pairwise(chosen))
        return sum(v for v, c in zip(values[0].tolist(), chosen, strict=True) if c) - changes * SWITCH

    best = max(worth(chosen) for chosen in product([False, True], repeat=6))
    assert worth(content_words(values)[0].tolist()) == pytest.approx(best, abs=1e-3)


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=12))
def test_the_source_is_the_run_that_is_worth_most(values):
    run = source_run(numpy.array(values, dtype=numpy.float32))
    best = max(sum(values[a:b]) for a in range(len(values)) for b in range(a + 1, len(values) + 1))
    assert (sum(values[slice(*run)]) if run else 0) == max(best, 0)


def test_log_odds_of_one_half_are_zero():
    assert abs(float(log_odds(numpy.log(numpy.array([0.5], dtype=numpy.float32)))[0])) < 1e-5
