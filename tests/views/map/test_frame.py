import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.views.map.frame import BERING, Place, central_meridian, core, frame_of, world_frame

SEOUL, TOKYO, WASHINGTON, PARIS, SYDNEY = (127.0, 37.6), (139.7, 35.7), (-77.0, 38.9), (2.3, 48.9), (151.2, -33.9)
places = st.builds(Place, st.floats(-180, 180), st.floats(-55, 78), st.integers(1, 50))


def frame(*where):
    return frame_of([Place(*degrees) for degrees in where], 720)


@given(st.lists(places, min_size=1, max_size=12))
def test_a_frame_holds_its_places(found):
    one = frame_of(found, 720)
    assert all(one.holds(one.at(place.longitude, place.latitude)) for place in found)
    assert one.width == 720
    assert 0.4 * 720 < one.height < 0.75 * 720


def test_maps_of_nearly_the_same_places_share_a_frame():
    """What lies under the marks is drawn once for all of them."""
    assert frame(SEOUL, TOKYO) == frame(SEOUL, (139.2, 35.3)) == frame((127.5, 37.2), TOKYO)


def test_no_places_show_the_world():
    assert frame_of([], 720) == world_frame(720)


def test_two_capitals_are_shown_nearby():
    assert frame(SEOUL, TOKYO).pixels_a_degree > 8 * world_frame(720).pixels_a_degree


def test_one_place_is_not_magnified_without_end():
    assert frame(SEOUL).pixels_a_degree < 60


def test_the_pacific_is_not_cut_where_all_lies_around_it():
    assert central_meridian([SEOUL[0], WASHINGTON[0]]) == pytest.approx(-155.0, abs=8)
    seoul, washington = (frame(SEOUL, WASHINGTON).at(*place) for place in (SEOUL, WASHINGTON))
    assert seoul[0] < washington[0]


def test_the_usual_map_where_places_lie_all_over_it():
    assert central_meridian([SEOUL[0], WASHINGTON[0], PARIS[0], 80.0, -120.0]) == BERING


def test_core_leaves_out_what_is_far_and_rare():
    found = [Place(*SEOUL, 60), Place(*TOKYO, 35), Place(*SYDNEY, 5)]
    assert core(found) == tuple(found[:2])
    assert core([Place(*SEOUL, 60), Place(*TOKYO, 20), Place(*SYDNEY, 20)])[-1].longitude == SYDNEY[0]
