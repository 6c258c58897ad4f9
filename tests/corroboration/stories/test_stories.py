"""Articles become stories in whatever order they come; what a user decides stays."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from dateline.archive import Archive, CopyRelation, open_archive
from dateline.corroboration import stories
from dateline.corroboration.stories.listing import Wanted, told
from dateline.errors import ArchiveError
from dateline.records import Actor, Article, Event, Published, Reading, Span, content_id

DAY = date(2023, 9, 20)
LITHIUM = (
    "Bolivia halts lithium shipments through Antofagasta",
    "Bolivia stopped sending lithium carbonate through the Chilean port of Antofagasta after soldiers arrested three Carabineros.",
)
CARABINEROS = (
    "Chile demands release of Carabineros held in Bolivia",
    "Chile asked Bolivia to free the three Carabineros whom soldiers arrested on the lithium road to Antofagasta.",
)
PORT = (
    "Antofagasta counts the cost of the lithium quarrel",
    "Dockers in Antofagasta wait for lithium carbonate while Bolivia and Chile quarrel over the Carabineros.",
)
FERRY = (
    "Turkish cutter turns back a Greek ferry",
    "A Turkish coast guard cutter fired warning shots ahead of the ferry Megisti Star off Kastellorizo.",
)
COUNTRIES = {"Bolivia": "BOL", "Chile": "CHL", "Turkish": "TUR", "Greek": "GRC"}


def reading(key: str, told_as: tuple[str, str], day: int | None, deed: tuple[str, str, str] | None = None) -> Reading:
    title, body = told_as
    text = f"{title}\n\n{body}"
    published = Published(DAY + timedelta(day), DAY + timedelta(day), "given") if day is not None else None
    article = Article(key, content_id("t", text), key, key, title, None, None, "en", published, text, (), Span(0, len(title)))
    actors = tuple(
        Actor(code, name, "state", code, code, mentions=(Span(text.index(name), text.index(name) + len(name)),))
        for name, code in COUNTRIES.items()
        if name in text
    )
    return Reading(article, actors, (), (event(key, deed),) if deed else (), (), "1")


def event(key: str, deed: tuple[str, str, str]) -> Event:
    kind, source, target = deed
    return Event(
        f"e_{key}", kind, None, (), None, None, Span(0, 7), (Span(0, 7),), (source,), (target,), "actual", in_headline=True
    )


A = reading("article_a", LITHIUM, 0, ("COERCE", "BOL", "CHL"))
B = reading("article_b", CARABINEROS, 2, ("REQUEST", "CHL", "BOL"))
C = reading("article_c", PORT, 9, ("REQUEST", "CHL", "BOL"))
F = reading("article_f", FERRY, 1)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def add(archive: Archive, *readings: Reading) -> None:
    archive.add(*readings)
    stories.bring_up_to_date(archive, [one.article.id for one in readings], readings)


def groups(archive: Archive) -> set[frozenset[str]]:
    return {frozenset(one.article[-1] for one in story.articles) for story in archive.stories.listing(least=1)}


@pytest.mark.parametrize("order", list(itertools.permutations((A, B, C, F))))
def test_the_order_of_adding_does_not_matter(archive: Archive, order: Sequence[Reading]) -> None:
    for one in order:
        add(archive, one)
    assert groups(archive) == {frozenset("abc"), frozenset("f")}


def test_a_batch_is_as_good_as_one_by_one(archive: Archive) -> None:
    add(archive, C, F, B, A)
    assert groups(archive) == {frozenset("abc"), frozenset("f")}


def test_a_story_has_title_days_turns_and_reasons(archive: Archive) -> None:
    add(archive, A, B, C, F)
    (story,) = told(archive)
    assert (story.first_day, story.last_day) == (DAY, DAY + timedelta(9))
    assert story.title in {LITHIUM[0], CARABINEROS[0], PORT[0]}
    assert [(turn.article, turn.turn) for turn in story.turns] == [("article_b", "demand: Bolivia, Chile")]
    assert story.articles[0].reason == "opens a story"
    assert story.articles[1].reason.startswith("2 days apart; both about ")
    assert "Carabineros" in story.articles[1].reason or "Antofagasta" in story.articles[1].reason


def test_after_a_long_pause_another_story_begins(archive: Archive) -> None:
    add(archive, A, B, reading("article_l", PORT, 60))
    assert groups(archive) == {frozenset("ab"), frozenset("l")}


def test_an_article_without_a_date_stands_alone_unless_it_is_a_copy(archive: Archive) -> None:
    add(archive, A, B)
    add(archive, reading("article_u", CARABINEROS, None))
    assert groups(archive) == {frozenset("ab"), frozenset("u")}
    archive.add_copies([CopyRelation("article_v", "article_b", 0.9, "90%")])
    add(archive, reading("article_v", CARABINEROS, None))
    assert groups(archive) == {frozenset("abv"), frozenset("u")}


def test_what_a_user_moves_stays_moved_also_when_it_is_read_again(archive: Archive) -> None:
    add(archive, A, B, C, F)
    target = archive.stories.of_articles(["article_f"])["article_f"]
    decision = stories.move(archive, "article_c", target, "a port is a port")
    assert groups(archive) == {frozenset("ab"), frozenset("cf")}
    add(archive, C)
    assert archive.stories.of_articles(["article_c"]) == {"article_c": target}
    stories.undo(archive, decision.number)
    stands_in = archive.stories.of_articles()
    assert stands_in["article_c"] == stands_in["article_a"] != target
    (kept,) = archive.stories.decisions()
    assert (kept.reason, kept.undone_by, kept.stands) == ("a port is a port", "user", False)


def test_an_article_can_get_a_story_of_its_own(archive: Archive) -> None:
    add(archive, A, B)
    stories.move(archive, "article_b", "new", "another matter")
    assert groups(archive) == {frozenset("a"), frozenset("b")}
    add(archive, C)
    assert frozenset("ab") not in groups(archive)
    assert len({archive.stories.of_articles()[key] for key in ("article_a", "article_b")}) == 2


def test_mistakes_are_explained(archive: Archive) -> None:
    add(archive, A)
    story = archive.stories.of_articles()["article_a"]
    for wrong in (
        lambda: stories.move(archive, "article_a", story, "because"),
        lambda: stories.move(archive, "article_a", "new", " "),
        lambda: stories.move(archive, "article_a", "story_nowhere", "because"),
        lambda: stories.move(archive, "nowhere", "new", "because"),
        lambda: stories.undo(archive, 7),
    ):
        with pytest.raises(ArchiveError):
            wrong()


def test_reading_again_leaves_no_second_row(archive: Archive) -> None:
    add(archive, A, B)
    add(archive, A, B)
    assert groups(archive) == {frozenset("ab")}
    for table in ("story_articles", "story_profiles"):
        assert archive.select(f"SELECT count(*) AS n FROM {table}") == [{"n": 2}]
    assert max(row["articles"] for row in archive.select("SELECT articles FROM story_terms")) == 2


def test_articles_of_an_older_archive_are_placed_when_it_is_taken_up_again(archive: Archive) -> None:
    archive.add(A, B, F)
    stories.renew(archive)
    assert groups(archive) == {frozenset("ab"), frozenset("f")}


def test_stories_are_asked_for_by_day_and_actor(archive: Archive) -> None:
    add(archive, A, B, F)
    assert [len(one.articles) for one in told(archive, Wanted(about="Chile"))] == [2]
    assert told(archive, Wanted(since=DAY + timedelta(30))) == ()
    assert len(told(archive, Wanted(least=1))) == 2
