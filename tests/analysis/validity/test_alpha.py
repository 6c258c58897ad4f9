"""Krippendorff's alpha against the worked examples of Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.validity.alpha import agreement


def units(*coders):
    return list(zip(*([None if value == "." else value for value in coder.split()] for coder in coders), strict=True))


def test_binary_values_of_two_coders():
    assert agreement(units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")).alpha == pytest.approx(0.095, abs=5e-4)


def test_nominal_values_of_two_coders():
    found = agreement(units("a a b b d c c c e d d a", "b a b b b c c c e d d d"))
    assert found.alpha == pytest.approx(0.692, abs=5e-4)
    assert (found.units, found.same) == (12, 0.75)
    assert found.low < found.alpha < found.high


def test_four_coders_and_missing_values():
    found = agreement(
        units(
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        )
    )
    assert found.alpha == pytest.approx(0.743, abs=5e-4)
    assert found.units == 11


def test_one_value_alone_has_no_alpha():
    found = agreement(units("a a a", "a a a"))
    assert (found.same, found.alpha, found.low) == (1.0, None, None)


def test_one_coder_has_no_agreement():
    assert agreement([("a",), ("b",)]) is None
    assert agreement([("a", None), (None, "b")]) is None


@given(st.lists(st.tuples(*[st.sampled_from("abc")] * 2), min_size=2, max_size=30))
def test_full_agreement_is_one_and_no_alpha_is_more(pairs):
    found = agreement(pairs)
    assert found.alpha is None or found.alpha <= 1
    if all(a == b for a, b in pairs) and len({a for a, _ in pairs}) > 1:
        assert found.alpha == pytest.approx(1)
