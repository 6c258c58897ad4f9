"""Products of rows with weights: right, and the same in any company."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import NumpyOps

from dateline.language.parsing.row_products import BLOCK, RowProducts, row_products

SHAPES = [(288, 288), (384, 288), (576, 288), (64, 1024), (64, 384), (96, 64), (96, 50)]
"""Columns and results of the layers that the parser has."""
MOST = 5 * BLOCK // 2


def made(rows: int, columns: int, seed: int) -> numpy.ndarray:
    return numpy.random.default_rng(seed).normal(size=(rows, columns)).astype(numpy.float32)


@pytest.mark.parametrize(("columns", "results"), SHAPES)
def test_products_are_those_of_spacy_but_for_the_rounding_of_sums(columns: int, results: int) -> None:
    rows, weights = made(100, columns, 1), made(results, columns, 2)
    numpy.testing.assert_allclose(row_products(rows, weights), NumpyOps().gemm(rows, weights, trans2=True), rtol=1e-4, atol=1e-4)


@settings(max_examples=60, deadline=None)
@given(shape=st.sampled_from(SHAPES), start=st.integers(0, MOST - 1), number=st.integers(1, MOST))
def test_a_row_gives_the_same_bits_in_any_company(shape: tuple[int, int], start: int, number: int) -> None:
    rows, weights = made(MOST, shape[0], 3), made(shape[1], shape[0], 4)
    part = rows[start : start + number]
    assert (row_products(part, weights) == row_products(rows, weights)[start : start + number]).all()


def test_other_products_are_left_to_thinc() -> None:
    one, other = made(4, 5, 5), made(5, 6, 6)
    numpy.testing.assert_array_equal(RowProducts().gemm(one, other), NumpyOps().gemm(one, other))
    assert RowProducts().gemm(one[:0], other, trans2=False).shape == (0, 6)


def test_results_are_put_where_they_are_wanted() -> None:
    rows, weights, wanted = made(4, 64, 5), made(6, 64, 6), numpy.zeros((5, 6), dtype=numpy.float32)
    RowProducts().gemm(rows, weights, out=wanted[1:], trans2=True)
    numpy.testing.assert_array_equal(wanted[1:], row_products(rows, weights))
    assert not wanted[0].any()
