"""From probabilities to cues and roles."""

from itertools import pairwise, product

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from dateline.statements.tagging.decoding import content_words, cue_marks, edge_worth, log_odds, source_run


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


def constant(values, worth):
    return content_words(values, *(numpy.full_like(values, worth) for _ in "be"))


def test_a_single_doubtful_word_does_not_break_a_content():
    doubtful = odds(0.98, 0.98, 0.4, 0.98)[None]
    assert constant(doubtful, -1.5).tolist() == [[True, True, True, True]]
    assert constant(doubtful, 0.0).tolist() == [[True, True, False, True]]


def test_a_single_likely_word_is_no_content():
    assert not constant(odds(0.02, 0.7, 0.02, 0.02)[None], -1.5).any()


def test_a_likely_edge_draws_the_bound_to_it():
    hazy = odds(0.1, 0.6, 0.6, 0.98, 0.98)[None]
    begin, end = numpy.full_like(hazy, -3), numpy.full_like(hazy, -3)
    begin[0, 3] = 3
    assert content_words(hazy, begin, end).tolist() == [[False, False, False, True, True]]


def test_edges_cost_the_more_the_less_likely_they_are():
    worth = edge_worth(odds(0.1, 0.5, 0.9), switch=1.0, share=0.5)
    assert worth[0] < worth[1] < worth[2]
    assert worth[1] == -1.0


@given(arrays.arrays(numpy.int8, (3, 7), elements=st.integers(-9, 9)).map(lambda a: a.astype(numpy.float32)))
def test_without_a_cost_of_switching_each_likely_word_is_content(values):
    assert (constant(values, 0.0) == (values > 0)).all()


FLOATS = st.floats(-9, 9, width=32)


@given(*(arrays.arrays(numpy.float32, (1, 6), elements=FLOATS) for _ in "obe"))
def test_no_other_choice_of_content_is_worth_more(values, begin, end):
    def worth(chosen):
        total = sum(v for v, c in zip(values[0].tolist(), chosen, strict=True) if c)
        for k, (a, b) in enumerate(pairwise(chosen)):
            total += (b and not a) * begin[0, k + 1].item() + (a and not b) * end[0, k].item()
        return total

    best = max(worth(chosen) for chosen in product([False, True], repeat=6))
    assert worth(content_words(values, begin, end)[0].tolist()) == pytest.approx(best, abs=1e-3)


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=12))
def test_the_source_is_the_run_that_is_worth_most(values):
    run = source_run(numpy.array(values, dtype=numpy.float32))
    best = max(sum(values[a:b]) for a in range(len(values)) for b in range(a + 1, len(values) + 1))
    assert (sum(values[slice(*run)]) if run else 0) == max(best, 0)


def test_log_odds_of_one_half_are_zero():
    assert abs(float(log_odds(numpy.log(numpy.array([0.5], dtype=numpy.float32)))[0])) < 1e-5
