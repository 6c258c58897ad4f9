"""Whom articles name, from memory and from the archive."""

from pathlib import Path

import pytest

from dateline.archive import Archive, open_archive
from dateline.corroboration.identity.company import company_of, forget, shared, take_in
from dateline.records import Actor, Article, Reading

LAVROV, BANK, RUSSIA = Actor("a_1", "Sergey Lavrov", "person"), Actor("a_2", "Bank", "company"), Actor("a_3", "Russia", "state")


def reading(key: str, *actors: Actor) -> Reading:
    return Reading(Article(key, key, key, "Post", None, None, None, "en", None, f"text {key}"), actors)


@pytest.fixture
def archive(tmp_path: Path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def test_memory_says_what_is_stored(archive: Archive):
    told = [reading("one", LAVROV, RUSSIA), reading("two", BANK, LAVROV), reading("three", RUSSIA)]
    archive.add(*told)
    take_in(archive, told)
    kept = dict(company_of(archive, ["one", "two", "three"]))
    forget(archive)
    assert kept == company_of(archive, ["one", "two", "three"]) == {"one": {"a_1"}, "two": {"a_1", "a_2"}, "three": set()}


def test_shared_is_who_stands_in_articles_of_both():
    company = {"one": frozenset({"a_1"}), "two": frozenset({"a_1", "a_2"}), "three": frozenset({"a_2"})}
    assert shared((["one", "three"], ["two"]), company) == {"a_1", "a_2"}
    assert shared((["one"], ["three"]), company) == set()
