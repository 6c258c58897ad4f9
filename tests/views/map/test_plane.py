"""What maps around one meridian share."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.knowledge.outline import FINEST, country_areas, land_areas
from dateline.views.map.frame import Place, frame_of, world_frame
from dateline.views.map.plane import BEYOND, LAPS, laps_in, level_for, plane_ring


@pytest.mark.parametrize("longitude", [10.0, 127.0, 179.0, -100.0])
def test_whatever_comes_near_the_drawing_is_among_its_laps(longitude: float) -> None:
    frame = frame_of([Place(longitude, 40.0), Place(longitude + 9, 30.0)], 720)
    laps = laps_in(frame)
    for ring in {ring for area in land_areas() for ring in area.rings}:
        for lap in LAPS:
            found = plane_ring(ring, lap, frame.central, 0)
            x, y = (found[:, 0] - frame.left) * frame.scale, (frame.top - found[:, 1]) * frame.scale
            near = (x > -BEYOND) & (x < frame.width + BEYOND) & (y > -BEYOND) & (y < frame.height + BEYOND)
            assert lap in laps.get(ring, ()) or not near.any()


def test_the_world_holds_every_country_and_a_small_map_few() -> None:
    korea = {ring for area in country_areas("PRK") for ring in area.rings}
    assert korea <= set(laps_in(world_frame(720)))
    assert not korea & set(laps_in(frame_of([Place(10.0, 50.0), Place(12.0, 51.0)], 720)))


def test_a_level_is_the_first_whose_points_are_worth_it() -> None:
    assert level_for(0.0) == 0
    assert [level_for(FINEST * 2.0**n * 2) for n in range(4)] == [1, 2, 3, 4]
    assert np.allclose(plane_ring((0,), 0.0, 11.0, 0)[0], plane_ring((0,), 0.0, 11.0, 5)[0])
