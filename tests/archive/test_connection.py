"""Files that cannot be opened, each with its remedy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from dateline.archive import open_archive
from dateline.archive.migrations import MIGRATIONS
from dateline.errors import ArchiveError


def test_a_text_file_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 1000)
    with pytest.raises(ArchiveError, match=r"notes\.txt.*no DuckDB file"):
        open_archive(path)


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="it is a folder"):
        open_archive(tmp_path)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="make the folder first"):
        open_archive(tmp_path / "no" / "a.duckdb")


def test_a_missing_archive_is_not_made_for_reading(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no such archive"):
        open_archive(tmp_path / "a.duckdb", read_only=True)
    assert not (tmp_path / "a.duckdb").exists()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE sales (amount INTEGER)")
    with pytest.raises(ArchiveError, match=r"another program.*sales"):
        open_archive(path)


def test_an_archive_that_is_being_written_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    code = f"from dateline.archive import open_archive\nwith open_archive({str(path)!r}):\n    print('open', flush=True)\n    input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        with pytest.raises(ArchiveError, match="another program has it open"):
            open_archive(path)
        with pytest.raises(ArchiveError, match="another program has it open"):
            open_archive(path, read_only=True)
        writer.communicate("\n")
    open_archive(path, read_only=True).close()


def test_two_modes_in_one_program_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with open_archive(path), pytest.raises(ArchiveError, match="close that archive first"):
        open_archive(path, read_only=True)


def test_migrations_are_named_with_times_and_run_once(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    open_archive(path).close()
    with open_archive(path) as archive:
        rows = archive.select("SELECT name, applied_at FROM schema_migrations")
    assert [row["name"] for row in rows] == [migration.__name__ for migration in MIGRATIONS]
    assert all(row["applied_at"] for row in rows)


def test_an_archive_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    open_archive(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO schema_migrations VALUES ('m9999_future', now()::TIMESTAMP)")
    with pytest.raises(ArchiveError, match=r"newer version of dateline.*m9999_future.*upgrade"):
        open_archive(path)
