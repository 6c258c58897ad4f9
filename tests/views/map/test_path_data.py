"""A path runs through the points it is made of."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.map.path_data import path_data

coordinates = st.floats(-2000, 2000).map(lambda value: round(value, 1))
points = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=30)


def followed(data: str) -> list[tuple[float, float]]:
    """The points that a path runs through."""
    numbers = [float(n) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", data.replace("h0", ""))]
    x, y = numbers[:2]
    found = [(x, y)]
    for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x, y))
    return found


@given(points)
def test_a_path_runs_through_its_points(line: list[tuple[float, float]]) -> None:
    without_repeats = [p for i, p in enumerate(line) if not i or p != line[i - 1]]
    for got, wanted in zip(followed(path_data(np.array(line))), without_repeats, strict=True):
        assert got == pytest.approx(wanted, abs=1e-6)


def test_the_shortest_words_that_say_it() -> None:
    assert path_data(np.array([[0.5, 1.0], [1.5, -0.54], [1.5, -0.54], [500.0, 0.0]]), closed=True) == "M.5 1l1-1.5 498.5 .5z"
    assert path_data(np.array([[1.0, 2.0]])) == "M1 2h0"
    assert path_data(np.zeros((0, 2))) == ""
