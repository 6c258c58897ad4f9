"""Shares of a sample: sums, floors and ties."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.sampling.allocation import equal, proportional

SIZES = st.dictionaries(st.tuples(st.text("abc", max_size=3)), st.integers(1, 500), min_size=1, max_size=30)


def test_largest_remainders_are_rounded_up():
    assert proportional({("a",): 50, ("b",): 30, ("c",): 27}, 10) == {("a",): 5, ("b",): 3, ("c",): 2}
    assert proportional({("a",): 55, ("b",): 29, ("c",): 27}, 10) == {("a",): 5, ("b",): 3, ("c",): 2}


def test_a_small_stratum_gives_one():
    assert proportional({("a",): 990, ("b",): 9, ("c",): 1}, 10) == {("a",): 8, ("b",): 1, ("c",): 1}


def test_equal_shares_pass_on_what_small_strata_lack():
    assert equal({("a",): 100, ("b",): 2, ("c",): 100}, 20) == {("a",): 9, ("b",): 2, ("c",): 9}


@given(SIZES, st.integers(0, 600))
def test_shares_sum_to_the_sample_and_none_is_larger_than_its_stratum(sizes, more):
    n = len(sizes) + more
    for allocate in (proportional, equal):
        shares = allocate(sizes, n)
        assert sum(shares.values()) == min(n, sum(sizes.values()))
        assert all(1 <= shares[key] <= size for key, size in sizes.items())
