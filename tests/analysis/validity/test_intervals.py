"""Shares and intervals: known values, weights, clusters, and bounds that hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.validity.intervals import Scored, share_of, share_of_clusters, wilson

UNITS = st.lists(
    st.builds(Scored, st.sampled_from([0.0, 0.5, 1.0]), st.floats(0.1, 50), st.sampled_from("abc"), st.sampled_from("xyz")),
    min_size=1,
    max_size=60,
)


def test_wilson_of_known_counts():
    # Newcombe 1998, "Two-sided confidence intervals for the single proportion", Stat. Med. 17, table I.
    assert wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15 / 148, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=5e-5)


def test_equal_weights_in_one_stratum_are_nearly_wilson():
    share = share_of([Scored(1.0)] * 81 + [Scored(0.0)] * 182)
    assert (share.share, share.low, share.high) == pytest.approx((81 / 263, 0.2553, 0.3662), abs=5e-4)


def test_weights_move_the_share_and_widen_the_interval():
    heavy = share_of([Scored(1.0, 9.0)] * 5 + [Scored(0.0, 1.0)] * 45)
    assert heavy.share == pytest.approx(0.5)
    plain = share_of([Scored(1.0)] * 25 + [Scored(0.0)] * 25)
    assert heavy.high - heavy.low > plain.high - plain.low


def test_units_that_come_together_tell_less():
    units = [Scored(float(article % 2), cluster=str(article)) for article in range(6) for _ in range(20)]
    alone, together = share_of(units), share_of_clusters(units)
    assert together.share == alone.share == 0.5
    assert together.effective < 8
    assert together.high - together.low > 2 * (alone.high - alone.low)


def test_nothing_has_no_share():
    assert share_of([]) is None
    assert share_of_clusters([]) is None


@given(UNITS)
def test_the_share_lies_in_its_interval(units):
    for found in (share_of(units), share_of_clusters(units)):
        assert 0 <= found.low <= found.share + 1e-12
        assert found.share - 1e-12 <= found.high <= 1
        assert found.effective + 1e-9 >= 1
        assert found.effective <= len(units) + 1e-9


def test_where_nothing_varies_no_more_is_known_than_there_are_clusters():
    one = share_of_clusters([Scored(float(n % 2), weight=1 / 3, cluster="a") for n in range(40)])
    assert one.effective == pytest.approx(1)
    assert one.high - one.low > 0.7
    two = share_of_clusters([Scored(1.0, cluster=str(n % 2)) for n in range(40)])
    assert two.effective == pytest.approx(2)
    assert two.low < 0.5
