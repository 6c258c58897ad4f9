"""Who becomes one actor when articles are added, who does not, and what a user's word weighs."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.archive import Archive, open_archive
from dateline.corroboration.identity import bring_up_to_date, renew
from dateline.records import Actor, Article, Published, Reading, content_id

DAY = date(2018, 3, 1)


def person(name: str, country: str | None = None, role: str | None = None, **more: str) -> Actor:
    code = more.get("code", f"{country} GOV" if country else None)
    kind, reason = more.get("kind", "person"), more.get("reason", "introduced")
    return Actor(content_id("a", name, country, kind), name, kind, country, code, role=role, reason=reason)  # type: ignore[arg-type]


def reading(key: str, *actors: Actor, day: date = DAY, version: str = "1") -> Reading:
    article = Article(key, key, f"{key}.txt", "Post", None, None, None, "en", Published(day, day, "given"), f"text {key}")
    return Reading(article, actors, version=version)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def add(archive: Archive, *readings: Reading) -> None:
    for one in readings:
        before = archive.actors.of_articles([one.article.id])
        archive.add(one)
        bring_up_to_date(archive, [one.article.id], before)


def one_actor(archive: Archive, *actors: Actor) -> bool:
    return len({archive.actors.identity(actor.id) for actor in actors}) == 1


ONE = [
    (person("Vasily Nebenzia", "RUS", "ambassador"), person("Vassily Nebenzya", "RUS", "Russian ambassador")),
    (person("Harry Kazianis", None, "analyst at the Center"), person("Harry J. Kazianis", "USA", "director at the Center")),
    (person("Chuck Schumer", "USA", "Sen."), person("Charles E. Schumer", "USA", "Democratic senator")),
    (person("Otto Warmbier"), person("Otto Warmbier", "USA", "student")),
    (person("Kim Jong Nam", "PRK", "half-brother of Kim"), person("Kim Jong-nam", "PRK", "half-brother")),
    (
        person("South Korean defense ministry", "KOR", kind="government_body"),
        person("South Korean Defense Ministry", "KOR", kind="government_body"),
    ),
]
TWO = [
    (person("Robert Manning", None, "fellow at the Atlantic Council"), person("Robert Manning", "USA", "spokesman")),
    (person("Robert Kelley", "USA"), person("Robert Kelly", "USA")),
    (person("David Lee", "USA", "senator"), person("David Lee", "AUS", "minister")),
    (person("Kim Yong-chol"), person("Kim Yong Chol")),
    (person("Donald Trump", "USA", "president"), person("Donald Trump Jr.", "USA", "president of a company")),
    (person("Francis Walker", "USA", "senator"), person("Frances Walker", "USA", "senator")),
    (
        person("John Bush", "USA", "president", reason="office_holders.tsv: John Bush, president"),
        person("John E. Bush", "USA", "president", reason="office_holders.tsv: John E. Bush, president"),
    ),
    (person("Kelly", "USA", "general"), person("John Kelly", "USA", "general")),
    (person("National Assembly", None, kind="government_body"), person("National Assembly", "KOR", kind="government_body")),
    (person("Ford", "USA", kind="company", reason="proper name"), person("Ford", "USA")),
]


@pytest.mark.parametrize(("a", "b"), ONE, ids=lambda actor: actor.name)
def test_one_actor_under_two_names(archive: Archive, a: Actor, b: Actor) -> None:
    add(archive, reading("x", a), reading("y", b))
    assert one_actor(archive, a, b)
    (decision,) = archive.actors.decisions()
    assert (decision.score or 0) >= 0.85
    assert a.name in decision.reason
    assert "+" in decision.reason


@pytest.mark.parametrize(("a", "b"), TWO, ids=lambda actor: actor.name)
def test_two_actors_stay_two(archive: Archive, a: Actor, b: Actor) -> None:
    add(archive, reading("x", a), reading("y", b))
    assert not one_actor(archive, a, b)


def test_two_full_names_in_one_article_are_two_people(archive: Archive) -> None:
    a, b = person("Michael Cohen", "USA", "lawyer"), person("Mike Cohen", "USA", "lawyer")
    add(archive, reading("x", a, b))
    assert not one_actor(archive, a, b)


def test_rare_company_tips_the_balance(archive: Archive) -> None:
    a, b, friend = person("Kim Hak-song"), person("Kim Hak Song"), person("Tony Kim")
    add(archive, reading("x", a, friend), reading("y", b, friend))
    assert one_actor(archive, a, b)
    assert "rarely named actors" in archive.actors.decisions()[0].reason


def test_a_name_that_fits_two_is_joined_to_neither(archive: Archive) -> None:
    f, b = person("John F. Kelly", "USA", "general"), person("John B. Kelly", "USA", "general")
    plain = person("John Kelly", "USA", "general")
    add(archive, reading("x", f), reading("y", b), reading("z", plain))
    assert len({archive.actors.identity(actor.id) for actor in (f, b, plain)}) == 3


def test_order_of_adding_does_not_bring_together_what_contradicts(archive: Archive) -> None:
    f, b = person("John F. Kelly", "USA", "general"), person("John B. Kelly", "USA", "general")
    plain = person("John Kelly", "USA", "general")
    add(archive, reading("x", f), reading("z", plain), reading("y", b))
    assert not one_actor(archive, f, b)


def test_later_evidence_splits_again(archive: Archive) -> None:
    a, b = person("Mike Cohen", "USA", "lawyer"), person("Michael Cohen", "USA", "lawyer")
    add(archive, reading("x", a), reading("y", b))
    assert one_actor(archive, a, b)
    add(archive, reading("z", a, b))
    assert not one_actor(archive, a, b)
    assert [(d.kind, d.stands) for d in archive.actors.decisions()] == [("merge", False), ("split", True)]


def test_what_the_user_undid_is_not_made_again(archive: Archive) -> None:
    a, b = ONE[0]
    add(archive, reading("x", a), reading("y", b))
    archive.actors.undo(1)
    add(archive, reading("z", a), reading("w", b))
    assert not one_actor(archive, a, b)
    assert len(archive.actors.decisions()) == 1


def test_a_users_split_outranks_a_detour(archive: Archive) -> None:
    a, b = ONE[0]
    c = person("Vasili Nebenzia", "RUS", "Russian ambassador")
    add(archive, reading("x", a), reading("y", b))
    archive.actors.split(a.id, [b.id], "they are cousins")
    add(archive, reading("z", c))
    assert not one_actor(archive, a, b)


def test_a_users_merge_survives_a_new_reading_that_changes_the_id(archive: Archive) -> None:
    a, b = person("Ada Stone", "GBR"), person("Countess Lovelace", "GBR")
    add(archive, reading("x", a), reading("y", b))
    archive.actors.merge(a.id, b.id, "her title")
    moved = person("Ada Stone", "IRL")
    add(archive, reading("x", moved, version="2"))
    assert one_actor(archive, moved, b)
    assert archive.actors.members(archive.actors.identity(b.id))[0] in (moved.id, b.id)
    assert set(archive.actors.mapping()) == {moved.id, b.id}


def test_a_new_reading_without_the_actor_leaves_no_trace(archive: Archive) -> None:
    a, b = ONE[0]
    add(archive, reading("x", a), reading("y", b))
    add(archive, reading("x", version="2"))
    assert archive.actors.mapping() == {}


def test_articles_added_before_are_compared_later(archive: Archive) -> None:
    a, b = ONE[0]
    archive.add(reading("x", a), reading("y", b))
    renew(archive)
    assert one_actor(archive, a, b)
    renew(archive)
    assert len(archive.actors.decisions()) == 1


def test_readings_are_not_changed(archive: Archive) -> None:
    a, b = ONE[0]
    add(archive, reading("x", a), reading("y", b))
    assert [one.actors for one in archive.readings()] == [(a,), (b,)]
