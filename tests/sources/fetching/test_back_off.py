"""Waiting after failures."""

import random

from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.fetching import BackOff


@given(st.integers(1, 10_000), st.integers())
def test_waits_double_up_to_a_bound_and_differ(failures, seed):
    back_off = BackOff(first=60, longest=3600, random=random.Random(seed))
    full = min(60 * 2 ** min(failures - 1, 20), 3600)
    assert full / 2 <= back_off.seconds(failures) <= full
