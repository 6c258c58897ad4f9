"""Text that is made once."""

import threading

import pytest

from dateline.views.charts.kept_text import cache_folder, kept_text


def test_it_is_made_once_and_by_one_of_several_that_ask(tmp_path):
    made, found = [], []

    def make():
        made.append(True)
        return "täglich\n"

    threads = [threading.Thread(target=lambda: found.append(kept_text("a.js", make, tmp_path / "new"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["täglich\n"] * 4
    assert len(made) == 1


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert kept_text("a.js", lambda: "text", tmp_path / "file") == "text"


def test_a_program_that_fails_leaves_nothing_behind(tmp_path):
    def broken():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept_text("a.js", broken, tmp_path)
    assert kept_text("a.js", lambda: "text", tmp_path) == "text"


def test_the_folder_is_that_of_the_user(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "dateline"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder().name == "dateline"
    assert cache_folder().is_absolute()
