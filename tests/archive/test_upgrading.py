"""Archives of every older version are brought up to date by whoever opens them, and nothing in them is lost."""

from __future__ import annotations

import gzip
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb
import pytest

from dateline.archive import open_archive
from dateline.archive.connection import connect
from dateline.archive.migrations import MIGRATIONS, pending
from dateline.contract import from_json
from dateline.errors import ArchiveError, OldArchive
from dateline.records import Reading
from older_archives import OLDER, make_older

READINGS = Path(__file__).parents[1] / "readings" / "packs.jsonl.gz"
NOBODY = 65534


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, ...]:
    with gzip.open(READINGS, "rt", encoding="utf-8") as lines:
        return tuple(from_json(line) for _, line in zip(range(4), lines, strict=False))


@pytest.mark.parametrize("changes", OLDER)
def test_an_archive_of_any_older_version_opens_for_reading(tmp_path, readings, changes, caplog):
    path = make_older(tmp_path / "a.duckdb", changes, readings)
    with caplog.at_level(logging.WARNING), open_archive(path, read_only=True) as archive:
        assert {one.article.id: one for one in archive.readings()} == {one.article.id: one for one in readings}
        assert len(archive.select("FROM schema_migrations")) == len(MIGRATIONS)
        assert archive.select("SELECT since_change FROM renewals_due") == [{"since_change": MIGRATIONS[-1].__name__}]
    assert f"{path} was written by an older version" in caplog.text
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        open_archive(path, read_only=True).close()
    assert caplog.text == ""


def test_a_new_file_leaves_nothing_to_be_done_and_warns_of_nothing(tmp_path, caplog):
    with caplog.at_level(logging.WARNING), open_archive(tmp_path / "a.duckdb") as archive:
        assert archive.select("FROM renewals_due") == []
    assert caplog.text == ""


def test_what_fails_halfway_is_gone_and_the_rest_stands(tmp_path, readings, monkeypatch):
    path = make_older(tmp_path / "a.duckdb", 3, readings)
    done = (*MIGRATIONS[:5], broken)
    with monkeypatch.context() as patch:
        patch.setattr("dateline.archive.migrations.MIGRATIONS", done)
        patch.setattr("dateline.archive.upgrading.MIGRATIONS", done)
        with pytest.raises(OldArchive, match=r"(?s)could not be changed: .*no_such.*what was there before is unharmed"):
            open_archive(path, read_only=True)
    with closing(connect(path, read_only=True)) as connection:
        assert pending(connection) == MIGRATIONS[5:]
        assert connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'half'").fetchall() == []
    with open_archive(path, read_only=True) as archive:
        assert len(list(archive.readings())) == len(readings)


def broken(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("CREATE TABLE half (n INTEGER); INSERT INTO no_such VALUES (1)")


def test_a_locked_archive_of_an_older_version_says_so(tmp_path, readings):
    path = make_older(tmp_path / "a.duckdb", 9, readings)
    code = f"import duckdb\nheld = duckdb.connect({str(path)!r}, read_only=True)\nprint('open', flush=True)\ninput()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "open\n"
        with pytest.raises(OldArchive, match=r"a\.duckdb: an older version.*another program has it open \(wait until that ends"):
            open_archive(path, read_only=True)
        reader.communicate("\n")
    open_archive(path, read_only=True).close()


def test_an_archive_of_an_older_version_that_may_not_be_written_says_so(tmp_path, readings):
    path = make_older(tmp_path / "a.duckdb", 9, readings)
    with (
        as_somebody_who_may_only_read(path),
        pytest.raises(OldArchive, match=r"you may not write there.*copy it and open the copy"),
    ):
        open_archive(path, read_only=True)
    with closing(connect(path, read_only=True)) as connection:
        assert pending(connection) == MIGRATIONS[9:]


def test_an_archive_of_a_newer_version_is_left_alone(tmp_path):
    path = tmp_path / "a.duckdb"
    open_archive(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO schema_migrations VALUES ('m9999_future', now()::TIMESTAMP)")
    with pytest.raises(ArchiveError, match=r"a\.duckdb: .*newer version of dateline.*upgrade"):
        open_archive(path, read_only=True)


@contextmanager
def as_somebody_who_may_only_read(path: Path) -> Iterator[None]:
    """The superuser may write whatever the file says, so that another's rights are taken."""
    folder = path.parent
    for one in (folder, *folder.parents):
        if one.stat().st_uid == os.getuid() and one != Path("/"):
            one.chmod(one.stat().st_mode | 0o055)
    path.chmod(0o444)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)
