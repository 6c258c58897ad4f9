"""Folders of readings on the command line: where they are wrong, and how they stand for their archive."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline.archive import open_archive
from dateline.cli.main import main
from gathered import dataset_of, stored_readings, write


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return dataset_of(tmp_path / "many", stored_readings(6)).root


def test_without_ray_the_extra_is_named(capsys, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    status, _, err = run(capsys, "add", "x.txt", "--engine", "ray", "--to", tmp_path / "many")
    assert status == 2
    assert "pip install 'dateline[cluster]'" in err
    assert not (tmp_path / "many").exists()


def test_an_address_is_of_a_cluster(capsys, tmp_path):
    status, _, err = run(capsys, "add", "x.txt", "--address", "10.0.0.1:6379", "--to", tmp_path / "a.duckdb")
    assert status == 2
    assert "--engine ray" in err


def test_one_process_writes_a_file(capsys, folder):
    status, _, err = run(capsys, "add", "x.txt", "--to", folder)
    assert status == 2
    assert "--engine ray" in err


def test_open_puts_the_folder_together_and_then_only_what_is_new(capsys, folder):
    status, _, err = run(capsys, "open", folder, "--update-only")
    assert status == 0
    assert f"6 articles added to {folder / 'archive.duckdb'}" in err
    write(folder, stored_readings(8)[6:], "2024-06-01T00:00:00")
    assert "2 articles added" in run(capsys, "open", folder, "--update-only")[2]
    with open_archive(folder / "archive.duckdb", read_only=True) as archive:
        assert len(archive.article_ids()) == len(set(stored_readings(8)) | set(stored_readings(6)))


def test_open_brings_another_archive_up_to_date(capsys, folder, tmp_path):
    status, _, _ = run(capsys, "open", folder, "--to", tmp_path / "mine.duckdb")
    assert status == 0
    assert not (folder / "archive.duckdb").exists()
    with open_archive(tmp_path / "mine.duckdb", read_only=True) as archive:
        assert len(archive.article_ids()) == 6


def test_a_window_has_an_archive_of_its_own(capsys, folder):
    days = sorted({one.article.published.start for one in stored_readings(6) if one.article.published})
    status, _, err = run(capsys, "open", folder, "--since", days[0], "--until", days[0], "--update-only")
    assert status == 0
    assert (folder / f"archive-{days[0]}..{days[0]}.duckdb").is_file(), err


def test_commands_take_the_folder_for_its_archive(capsys, folder):
    status, _, err = run(capsys, "brief", folder)
    assert status == 2
    assert f"dateline open {folder} --update-only" in " ".join(err.split())
    run(capsys, "open", folder, "--update-only")
    status, out, err = run(capsys, "brief", folder)
    assert (status, err) == (0, "")
    assert out == run(capsys, "brief", folder / "archive.duckdb")[1]


def test_commands_tell_of_readings_that_are_not_in_the_archive_yet(capsys, folder):
    run(capsys, "open", folder, "--update-only")
    write(folder, stored_readings(8)[6:], "2024-06-01T00:00:00")
    status, _, err = run(capsys, "search", folder, "minister")
    assert status == 0
    assert "holds newer readings" in err


def test_a_folder_of_something_else_is_no_archive(capsys, tmp_path):
    status, _, err = run(capsys, "brief", tmp_path)
    assert status == 2
    assert "is a folder" in " ".join(err.replace("│", " ").split())
    status, _, err = run(capsys, "open", tmp_path)
    assert status == 2
    assert "no folder of readings" in err
