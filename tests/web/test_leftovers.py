"""Copies that a killed room has left behind."""

import signal
import subprocess
import sys

from dateline.web.leftovers import IN_USE, PREFIX, make_folder, remove_folder, remove_leftovers

HOLDS = "import sys, time, pathlib; from dateline.web.leftovers import make_folder; print(make_folder(pathlib.Path(sys.argv[1])), flush=True); time.sleep(600)"


def test_what_a_killed_process_left_is_removed_and_what_is_in_use_stays(tmp_path):
    mine = make_folder(tmp_path)
    foreign = tmp_path / f"{PREFIX}foreign"
    foreign.mkdir()
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        left = tmp_path / other.stdout.readline().strip()
        (left / "copy.duckdb").write_bytes(b"x" * 1000)
        assert remove_leftovers(tmp_path) == []
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert remove_leftovers(tmp_path) == [left]
    assert sorted(tmp_path.iterdir()) == sorted([mine, foreign])
    remove_folder(mine)
    assert list(tmp_path.iterdir()) == [foreign]


def test_a_folder_is_locked_before_it_can_be_found(tmp_path):
    folder = make_folder(tmp_path)
    assert [one.name for one in folder.iterdir()] == [IN_USE]
    remove_folder(folder)


def test_the_temporary_folder_is_looked_through(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert remove_leftovers() == []
