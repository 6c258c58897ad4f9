import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.map.clipping import Box, clipped_line, clipped_ring

BOX = Box(0, 0, 10, 10)
pairs = st.tuples(st.floats(-30, 30), st.floats(-30, 30))


@given(st.lists(pairs, min_size=3, max_size=20))
def test_what_is_left_of_a_ring_lies_in_the_box(points):
    left = clipped_ring(np.array(points), BOX)
    assert left.shape[1] == 2
    assert ((left >= -1e-9) & (left <= 10 + 1e-9)).all()


def test_half_of_a_square():
    left = clipped_ring(np.array([[-5.0, 2.0], [5.0, 2.0], [5.0, 4.0], [-5.0, 4.0]]), BOX)
    assert {tuple(point) for point in left.tolist()} == {(0.0, 2.0), (5.0, 2.0), (5.0, 4.0), (0.0, 4.0)}


def test_a_ring_around_the_box_becomes_the_box():
    left = clipped_ring(np.array([[-5.0, -5.0], [15.0, -5.0], [15.0, 15.0], [-5.0, 15.0]]), BOX)
    assert {tuple(point) for point in left.tolist()} == {(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)}


def test_a_line_that_leaves_and_returns_is_two():
    line = np.array([[1.0, 1.0], [2.0, 1.0], [2.0, -9.0], [4.0, -9.0], [5.0, -9.0], [5.0, 1.0], [6.0, 1.0]])
    assert [part.tolist()[0] for part in clipped_line(line, BOX)] == [[1.0, 1.0], [5.0, -9.0]]


def test_a_line_elsewhere_is_none():
    assert list(clipped_line(np.array([[20.0, 1.0], [30.0, 1.0]]), BOX)) == []
