"""Draws: repeatable, without regard to order, each unit once, and each with the same chance."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.sampling.drawing import Unit, draw
from dateline.errors import ArchiveError

UNITS = [Unit(f"u{n}", ("big" if n % 10 else "small", f"m{n % 7}")) for n in range(100)]


def test_one_seed_draws_one_sample_whatever_the_order():
    assert draw(UNITS, 20, "s") == draw(list(reversed(UNITS)), 20, "s")
    assert draw(UNITS, 20, "s") != draw(UNITS, 20, "t")


def test_strata_are_formed_by_as_many_keys_as_the_number_allows():
    by_first = draw(UNITS, 10, "s")
    assert (by_first.strata, by_first.strata_by) == (2, 1)
    assert Counter(one.stratum for one in by_first.drawn) == {"big": 9, "small": 1}
    assert draw(UNITS, 20, "s").strata == 14
    assert draw(UNITS, 1, "s").strata_by == 0


def test_weights_add_up_to_the_population_of_each_stratum():
    sample = draw(UNITS, 33, "s", "equal")
    assert sum(one.weight for one in sample.drawn) == pytest.approx(100)
    small = [one.weight for one in sample.drawn if one.stratum.startswith("small")]
    assert sum(small) == pytest.approx(10)


def test_each_unit_of_a_stratum_has_the_same_chance():
    units = [Unit(f"u{n}", ("all", f"m{n % 5}")) for n in range(20)]
    drawn = Counter(one.id for seed in range(2000) for one in draw(units, 4, str(seed)).drawn)
    assert set(drawn) == {unit.id for unit in units}
    assert all(abs(count - 400) < 80 for count in drawn.values())


@given(st.integers(1, 120), st.text(max_size=5))
def test_nothing_is_drawn_twice(n, seed):
    drawn = [one.id for one in draw(UNITS, n, seed).drawn]
    assert len(drawn) == len(set(drawn)) == min(n, 100)


def test_nothing_to_draw_is_an_error():
    with pytest.raises(ArchiveError, match="5 of 0 cannot be drawn"):
        draw([], 5, "s")
