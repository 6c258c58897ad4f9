"""What is kept in memory: never more than asked for, and nothing of a transaction that failed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from dateline.archive import Archive, open_archive
from dateline.archive.memory import Kept


def _squares(keys: Collection[int]) -> dict[int, int]:
    return {key: key * key for key in keys if key >= 0}


def test_only_what_is_not_kept_is_fetched() -> None:
    fetched: list[int] = []

    def fetch(keys: Collection[int]) -> dict[int, int]:
        fetched.extend(keys)
        return _squares(keys)

    kept = Kept[int, int](10)
    assert kept.get([1, 2, 2], fetch) == {1: 1, 2: 4}
    assert kept.get([2, 3, -1], fetch) == {2: 4, 3: 9}
    assert fetched == [1, 2, 3, -1]


def test_the_oldest_go_first_and_what_is_asked_for_comes_whole() -> None:
    kept = Kept[int, int](2)
    assert kept.get([1, 2, 3, 4], _squares) == {1: 1, 2: 4, 3: 9, 4: 16}
    assert kept.get([3, 4], lambda _: {}) == {3: 9, 4: 16}
    assert kept.get([1, 2], lambda _: {}) == {}


def test_what_was_dropped_is_fetched_again() -> None:
    kept = Kept[int, str](10)
    kept.put({1: "one"})
    kept.drop([1, 7])
    assert kept.get([1], lambda keys: dict.fromkeys(keys, "another")) == {1: "another"}


def test_nothing_outlives_a_transaction_that_fails(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.duckdb") as archive:
        archive.memory.of("numbers", 5).put({1: "written"})
        with pytest.raises(ZeroDivisionError):
            _fail(archive)
        assert archive.memory.of("numbers", 5).get([1, 2], lambda _: {}) == {}


def _fail(archive: Archive) -> None:
    with archive.transaction():
        archive.memory.of("numbers", 5).put({2: "not written"})
        raise ZeroDivisionError


def test_a_set_is_fetched_once_until_all_is_let_go(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.duckdb") as archive:
        archive.memory.once("names", lambda: {"one"}).add("two")
        assert archive.memory.once("names", set) == {"one", "two"}
        archive.memory.clear()
        assert archive.memory.once("names", set) == set()
