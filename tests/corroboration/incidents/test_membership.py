"""Which accounts stand in which incidents: what is kept in memory is what is stored."""

from pathlib import Path

import pytest

from dateline.archive import Archive, open_archive
from dateline.corroboration.incidents import membership, store
from dateline.corroboration.incidents.membership import MEMBERS, incident_of, incidents_with


@pytest.fixture
def archive(tmp_path: Path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def report(archive: Archive, opened: bool, incident: str, *numbers: int) -> None:
    rows = [
        {"incident": incident, "number": number, "article": "art", "event": f"ev{number}", "score": 1.0, "reason": "told"}
        for number in numbers
    ]
    membership.add(archive, rows, {incident} if opened else ())


def both(archive: Archive, *numbers: int) -> dict[str, tuple[int, ...]]:
    """From memory, which must be what is stored."""
    kept = incidents_with(archive, numbers)
    places = incident_of(archive, numbers)
    archive.memory.clear()
    assert (incidents_with(archive, numbers), incident_of(archive, numbers)) == (kept, places)
    return kept


def test_reports_are_added_to_an_incident_that_is_kept_and_to_one_that_is_not(archive):
    report(archive, True, "inc_a", 1, 2)
    report(archive, False, "inc_a", 3)
    archive.memory.clear()
    report(archive, False, "inc_a", 4)
    assert both(archive, 4) == {"inc_a": (1, 2, 3, 4)}


def test_the_first_reports_stand_for_a_large_incident(archive):
    report(archive, True, "inc_a", *range(1, 21))
    report(archive, False, "inc_a", *range(21, 41))
    assert both(archive, 40) == {"inc_a": tuple(range(1, MEMBERS + 1))}


def test_an_incident_goes_on_in_the_one_that_took_it_in(archive):
    report(archive, True, "inc_a", 1, 4)
    report(archive, True, "inc_b", 2, 3)
    report(archive, True, "inc_c", 5)
    store.move(archive, {"inc_b": "inc_a"})
    store.move(archive, {"inc_a": "inc_c"})
    assert both(archive, 3) == {"inc_c": (1, 2, 3, 4, 5)}


def test_what_is_taken_apart_is_forgotten(archive):
    report(archive, True, "inc_a", 1, 2)
    store.drop_reports(archive, ["inc_a"])
    assert both(archive, 1, 2) == {}
