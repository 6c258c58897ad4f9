"""What is kept in memory of actors says the same as what is stored of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.archive import Archive, open_archive
from dateline.corroboration.identity import bring_up_to_date
from dateline.corroboration.identity.profiles import Profile, profiles
from dateline.records import Actor, Article, Published, Reading

LAVROV = Actor("a_1", "Sergey Lavrov", "person", "RUS", "RUS GOV", role="foreign minister", reason="introduced")
SPOKEN_OF = replace(LAVROV, name="Sergei Lavrov", role="minister", reason="introduced")
OFFICIALS = Actor("a_2", "officials", "person", "RUS", "RUS GOV", reason="described by office")
RUSSIA = Actor("a_3", "Russia", "state", "RUS", "RUS", reason="states.tsv: Russia")


def reading(key: str, day: int, *actors: Actor, version: str = "1") -> Reading:
    published = Published(date(2018, 3, day), date(2018, 3, day), "given")
    return Reading(Article(key, key, key, "Post", None, None, None, "en", published, f"text {key}"), actors, version=version)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.duckdb"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with open_archive(path) as opened:
        yield opened


def add(archive: Archive, *readings: Reading) -> None:
    articles = [one.article.id for one in readings]
    before = archive.actors.of_articles(articles)
    archive.add(*readings)
    bring_up_to_date(archive, articles, before, readings)


def kept_and_stored(archive: Archive) -> tuple[dict[str, Profile], dict[str, Profile]]:
    kept = profiles(archive, ["a_1", "a_2", "a_3"])
    archive.memory.clear()
    return kept, profiles(archive, ["a_1", "a_2", "a_3"])


def test_of_several_articles(archive: Archive) -> None:
    add(archive, reading("one", 1, LAVROV, RUSSIA), reading("two", 2, OFFICIALS))
    add(archive, reading("three", 5, SPOKEN_OF, OFFICIALS))
    add(archive, reading("four", 3, SPOKEN_OF))
    kept, stored = kept_and_stored(archive)
    assert kept == stored
    lavrov = kept["a_1"]
    assert (lavrov.name, lavrov.roles, lavrov.articles) == (
        "Sergei Lavrov",
        frozenset({"foreign minister", "minister"}),
        frozenset({"one", "three", "four"}),
    )
    assert (lavrov.first, lavrov.last) == (date(2018, 3, 1), date(2018, 3, 5))
    assert "a_3" not in kept, "a state is known by its code"


def test_of_an_article_that_is_read_again(archive: Archive) -> None:
    add(archive, reading("one", 1, LAVROV), reading("two", 2, SPOKEN_OF))
    add(archive, reading("one", 1, OFFICIALS, version="2"))
    kept, stored = kept_and_stored(archive)
    assert kept == stored
    assert kept["a_1"].articles == frozenset({"two"})


def test_of_an_archive_that_was_there_before(path: Path) -> None:
    with open_archive(path) as first:
        add(first, reading("one", 1, LAVROV))
    with open_archive(path) as again:
        add(again, reading("two", 2, SPOKEN_OF))
        kept, stored = kept_and_stored(again)
    assert kept == stored
    assert kept["a_1"].articles == frozenset({"one", "two"})
