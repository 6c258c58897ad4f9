import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.map.projection import HALF_HEIGHT, HALF_WIDTH, project, turned

longitudes, latitudes = st.floats(-180, 180), st.floats(-90, 90)


def at(longitude, latitude, central=0.0):
    x, y = project(np.array([longitude]), np.array([latitude]), central)
    return float(x[0]), float(y[0])


@given(longitudes, latitudes)
def test_the_map_has_edges(longitude, latitude):
    x, y = at(longitude, latitude)
    assert abs(x) <= HALF_WIDTH + 1e-9
    assert abs(y) <= HALF_HEIGHT + 1e-9


def test_its_corners_are_those_of_the_paper():
    assert at(180, 0) == pytest.approx((HALF_WIDTH, 0))
    assert at(0, 90)[1] == pytest.approx(HALF_HEIGHT)
    assert at(180, 90)[0] / at(180, 0)[0] == pytest.approx(0.5922, abs=1e-3)


@given(longitudes, latitudes, latitudes)
def test_what_lies_farther_north_is_drawn_higher(longitude, one, other):
    south, north = sorted((one, other))
    assert at(longitude, south)[1] <= at(longitude, north)[1]


@given(longitudes, longitudes, latitudes)
def test_what_lies_farther_east_is_drawn_to_the_right(one, other, latitude):
    west, east = sorted((one, other))
    assert at(west, latitude)[0] <= at(east, latitude)[0]


@given(st.floats(-170, 170), st.floats(-85, 85))
def test_areas_keep_their_size(longitude, latitude):
    step = 1e-4
    (west, _), (east, _) = at(longitude - step, latitude), at(longitude + step, latitude)
    south, north = at(longitude, latitude - step)[1], at(longitude, latitude + step)[1]
    true = math.radians(2 * step) ** 2 * math.cos(math.radians(latitude))
    assert (east - west) * (north - south) == pytest.approx(true, rel=1e-3)


@given(longitudes, longitudes)
def test_turned_is_the_same_meridian_nearby(longitude, central):
    near = turned(longitude, central)
    assert abs(near - central) <= 180 + 1e-9
    assert math.cos(math.radians(near)) == pytest.approx(math.cos(math.radians(longitude)), abs=1e-9)
