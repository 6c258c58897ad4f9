"""The invented crisis in an archive with a digest, and a reader of it."""

import pytest
from tests.crisis import crisis
from tests.digests import add_readings

from dateline.views.room.reader import Reader
from dateline.web.snapshot import take_snapshot


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory):
    path = tmp_path_factory.mktemp("room") / "crisis.duckdb"
    add_readings(path, crisis().readings)
    taken = take_snapshot(path)
    yield taken
    taken.close()


@pytest.fixture(scope="session")
def reader(snapshot):
    with snapshot.reader() as reader:
        assert isinstance(reader, Reader)
        yield reader
