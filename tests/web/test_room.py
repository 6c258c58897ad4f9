"""Reading while another program writes."""

import shutil
import subprocess
import sys
import threading

import duckdb
import pytest

from dateline.archive import open_archive
from dateline.errors import ArchiveError
from dateline.views.room.vouching import SEVERAL, origin_counts, vouched_of
from dateline.web import copying
from dateline.web import snapshot as snapshot_module
from dateline.web.publishing import publish
from dateline.web.room import Room
from dateline.web.snapshot import make_copy, take_snapshot

HOLDS = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"


@pytest.fixture
def own(demo_archive, tmp_path):
    return shutil.copy(demo_archive, tmp_path / "own.duckdb")


@pytest.fixture
def writer(own):
    """Another program that holds the archive open for writing."""
    process = subprocess.Popen([sys.executable, "-c", HOLDS, str(own)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.readline()
    yield process
    process.stdin.close()
    process.wait(20)
    process.stdout.close()


def articles(room):
    with room.reader() as reader:
        return reader.select("SELECT count(*) AS number FROM articles")[0]["number"]


def test_an_archive_that_is_being_written_is_refused_at_first(own, writer):
    with pytest.raises(ArchiveError, match="another program"):
        take_snapshot(own)


def test_pages_stay_while_a_program_writes_and_change_after_it(own):
    room = Room(own)
    try:
        before, tag = articles(room), room.snapshot.tag
        assert not room.refresh()
        with open_archive(own) as archive:
            reading = next(iter(archive.readings()))
            with archive.transaction():
                archive.execute("UPDATE articles SET title = 'Changed' WHERE id = ?", [reading.article.id])
        assert room.refresh()
        assert room.snapshot.tag != tag
        assert articles(room) == before
        with room.reader() as reader:
            assert reader.one("SELECT id FROM articles WHERE title = 'Changed'")
    finally:
        room.close()


def test_a_reader_keeps_its_state_while_the_room_changes(own):
    room = Room(own)
    try:
        with room.reader() as reader:
            before = reader.select("SELECT count(*) AS number FROM statements")
            with open_archive(own) as archive, archive.transaction():
                archive.execute("DELETE FROM statements")
            assert room.refresh()
            assert reader.select("SELECT count(*) AS number FROM statements") == before
        with room.reader() as reader:
            assert reader.select("SELECT count(*) AS number FROM digest_statements")[0]["number"] == 0
    finally:
        room.close()


def test_the_archive_is_never_touched(own):
    before = own.read_bytes()
    room = Room(own)
    room.close()
    assert own.read_bytes() == before
    assert sorted(path.name for path in own.parent.iterdir()) == ["own.duckdb"]


def test_what_is_no_archive_is_said(tmp_path):
    with pytest.raises(ArchiveError, match="no such archive"):
        Room(tmp_path / "missing.duckdb")
    (tmp_path / "text.duckdb").write_text("no database")
    with pytest.raises(ArchiveError):
        Room(tmp_path / "text.duckdb")


def test_origins_counted_beforehand_are_those_that_an_incident_shows(room):
    snapshot = room.snapshot
    snapshot.prepare(threading.Event()).join(120)
    with snapshot.reader() as reader:
        several = [row["incident"] for row in reader.select(SEVERAL)]
        counted = reader.known.get("origins", dict)
        assert several
        assert counted.keys() == set(several)
        assert counted == {key: len(vouched_of(reader, key).origins.origins) for key in several}
        assert origin_counts(reader, dict.fromkeys(several, 2) | {"a single report": 1}) == counted | {"a single report": 1}


def test_what_is_prepared_ends_with_the_copy(own):
    snapshot = take_snapshot(own)
    preparing = snapshot.prepare(threading.Event())
    snapshot.close()
    assert not preparing.is_alive()
    assert not own.parent.joinpath(snapshot.copy.file.parent).exists()


def test_watching_goes_on_after_any_failure(own, monkeypatch, caplog):
    room, looks, twice = Room(own), [], threading.Event()

    def refresh():
        looks.append(1)
        if len(looks) > 1:
            twice.set()
        raise duckdb.IOException("no space left")

    monkeypatch.setattr(room, "refresh", refresh)
    try:
        room._watching(0.01)
        assert twice.wait(20)
    finally:
        room.close()
    assert "no space left" in caplog.text


def test_the_copying_process_outlives_any_failure(own, tmp_path, monkeypatch, caplog):
    folder, looks = tmp_path / "copies", []
    folder.mkdir()
    publish(folder, make_copy(own, folder))

    def fails(*_):
        raise duckdb.IOException("no space left")

    monkeypatch.setattr(copying, "make_copy", fails)
    monkeypatch.setattr(copying, "count_origins", fails)
    monkeypatch.setattr(copying, "_stamp", lambda _: (0, 0, 0))
    monkeypatch.setattr(copying, "_ended", lambda *_: len(looks) == 3 or bool(looks.append(1)))
    monkeypatch.setattr(copying.os, "nice", lambda _: 0)
    copying.keep_copies(own, folder, None)
    assert len(looks) == 3
    assert {"who vouches" in one.message for one in caplog.records if one.exc_info} == {True, False}


OPENS = "import duckdb, sys\ntry: duckdb.connect(sys.argv[1]).close()\nexcept duckdb.IOException: print('held off')\nelse: print('let in')"


def test_no_program_may_write_the_archive_while_it_is_copied(own, monkeypatch):
    """To close a file lets go of the locks that the process has on it: the first file copied would let writers in."""
    own.with_name("own.duckdb.wal").touch()
    looked, find_log = [], snapshot_module._log

    def looking(path):
        if path == own:
            tried = subprocess.run([sys.executable, "-c", OPENS, str(path)], capture_output=True, text=True, check=True)
            looked.append(tried.stdout)
        return find_log(path)

    monkeypatch.setattr(snapshot_module, "_log", looking)
    snapshot_module._copy(own, own.with_name("copy.duckdb"))
    assert len(looked) > 2
    assert set(looked) == {"held off\n"}
