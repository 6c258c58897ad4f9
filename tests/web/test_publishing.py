"""What one process tells the others of a copy."""

import pytest

from dateline.web.publishing import ORIGINS, NewestTag, NotedOrigins, newest, note_origins, publish
from dateline.web.snapshot import Copy, tag_of


@pytest.fixture
def copy(tmp_path):
    (tmp_path / "one").mkdir()
    return Copy("one", (1, 2, 3), tmp_path / "one" / "one.duckdb")


def test_the_newest_is_the_one_published_last(tmp_path, copy):
    assert newest(tmp_path) is None
    publish(tmp_path, copy)
    assert newest(tmp_path) == copy
    tag = NewestTag(tmp_path)
    assert tag() == tag_of(copy.stamp)
    other = Copy("two", (4, 5, 6), tmp_path / "two" / "two.duckdb")
    publish(tmp_path, other)
    assert newest(tmp_path) == other
    assert tag() == tag_of(other.stamp)


def test_origins_are_read_once_each_and_whole(copy):
    noted = NotedOrigins(copy)
    assert list(noted.fresh()) == []
    note_origins(copy, {"a": 1, "b": 12})
    assert list(noted.fresh()) == [("a", 1), ("b", 12)]
    assert list(noted.fresh()) == []
    with open(copy.file.parent / ORIGINS, "a", encoding="utf-8") as file:
        file.write("c\t3\nd\t4")
    assert list(noted.fresh()) == [("c", 3)]
    with open(copy.file.parent / ORIGINS, "a", encoding="utf-8") as file:
        file.write("5\n")
    assert list(noted.fresh()) == [("d", 45)]
    assert list(NotedOrigins(copy).fresh()) == [("a", 1), ("b", 12), ("c", 3), ("d", 45)]
