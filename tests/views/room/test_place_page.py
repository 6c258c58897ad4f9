"""Where incidents took place."""

from dataclasses import replace
from datetime import date

import pytest
from tests.crisis import crisis
from tests.digests import add_readings

from dateline.records import Place
from dateline.views.room.place_page import place_page
from dateline.web.snapshot import take_snapshot

KHARTOUM = Place("Khartoum", "SDN", 15.5, 32.5)
WHOLE = Place("Sudan", "SDN", None, None)


@pytest.fixture(scope="module")
def placed(tmp_path_factory):
    path = tmp_path_factory.mktemp("places") / "placed.duckdb"
    readings = [
        replace(reading, events=tuple(replace(e, place=WHOLE if e.type == "ACCUSE" else KHARTOUM) for e in reading.events))
        for reading in crisis().readings
    ]
    add_readings(path, readings)
    snapshot = take_snapshot(path)
    with snapshot.reader() as reader:
        yield reader
    snapshot.close()


def test_incidents_without_a_place_are_counted(reader):
    page = place_page(reader)
    assert page.places == ()
    assert page.unplaced == page.total > 0


def test_a_place_and_a_whole_state(placed):
    page = place_page(placed)
    found = {place.name: place for place in page.places}
    assert set(found) == {"Khartoum", "Sudan"}
    assert found["Sudan"].is_state
    assert not found["Khartoum"].is_state
    assert (found["Khartoum"].latitude, found["Khartoum"].longitude) == (15.5, 32.5)
    assert sum(place.incidents for place in page.places) + page.unplaced == page.total
    assert found["Sudan"].conflict == found["Sudan"].incidents


def test_narrowed_by_time_and_party(placed):
    everything = place_page(placed).total
    assert 0 < place_page(placed, since=date(2025, 3, 13)).total < everything
    assert 0 < place_page(placed, about="Egypt").total < everything
    assert place_page(placed, until=date(2000, 1, 1)).places == ()
