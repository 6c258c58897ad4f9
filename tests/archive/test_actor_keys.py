"""Keys of names: found in memory as they are stored."""

from pathlib import Path

import pytest

from dateline.archive import Archive, open_archive
from dateline.archive.actor_keys import ActorKeys

PARK, LEE, OTHER = ("a_park", "Park Geun-hye"), ("a_lee", "Lee Nak-yon"), ("a_other", "Park Kyung")


@pytest.fixture
def archive(tmp_path: Path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def stored_anew(archive: Archive) -> dict[str, frozenset[tuple[str, str]]]:
    """What another program finds."""
    archive.memory.clear()
    return ActorKeys(archive).actors(["prk g", "l n", "prk k"])


def test_those_of_one_key_are_found_whether_added_together_or_in_turn(archive):
    keys = ActorKeys(archive)
    keys.add({PARK: ["prk g"], LEE: ["l n"]})
    keys.add({OTHER: ["prk g", "prk k"]})
    found = keys.actors(["prk g", "l n", "prk k", "nobody"])
    assert found == {"prk g": {PARK, OTHER}, "l n": {LEE}, "prk k": {OTHER}}
    assert stored_anew(archive) == found


def test_another_name_of_an_actor_replaces_the_keys_of_the_first(archive):
    keys = ActorKeys(archive)
    keys.add({PARK: ["prk g"], OTHER: ["prk g"]})
    keys.add({("a_park", "Lee Nak-yon"): ["l n"]})
    found = keys.actors(["prk g", "l n"])
    assert found == {"prk g": {OTHER}, "l n": {("a_park", "Lee Nak-yon")}}
    assert stored_anew(archive) == found
