"""Looks are kept in the archive, or beside it while another program writes it."""

import pytest

from dateline.archive import open_archive
from dateline.archive.looks import beside, keep_look, last_look
from dateline.errors import ArchiveError


@pytest.fixture
def path(tmp_path):
    open_archive(tmp_path / "a.duckdb").close()
    return tmp_path / "a.duckdb"


def seen(path, name):
    with open_archive(path, read_only=True) as archive:
        look = last_look(archive, name)
    return look and look.state


def test_each_name_has_its_own_last_look(path):
    assert seen(path, "mine") is None
    assert keep_look(path, "mine", "one") == path
    keep_look(path, "yours", "other")
    keep_look(path, "mine", "two")
    assert (seen(path, "mine"), seen(path, "yours")) == ("two", "other")


def test_an_archive_that_cannot_be_written_keeps_it_beside_itself(path):
    keep_look(path, "my look/1", "one")
    held = open_archive(path, read_only=True)
    with held:
        kept = keep_look(path, "my look/1", "two")
        assert kept == beside(path, "my look/1")
        assert last_look(held, "my look/1").state == "two"
    assert keep_look(path, "my look/1", "three") == path
    assert not kept.exists()
    assert seen(path, "my look/1") == "three"


def test_a_damaged_file_is_an_error(path):
    beside(path, "mine").write_text("{}")
    with pytest.raises(ArchiveError, match="delete the file"):
        seen(path, "mine")


def test_names_that_differ_in_signs_alone_have_files_of_their_own(path):
    names = ("anna b", "anna_b", "anna/b", "Анна", "Инна")
    assert len({beside(path, name) for name in names}) == len(names)
    assert beside(path, "anna_b").name == "a.duckdb.look-anna_b.json"
