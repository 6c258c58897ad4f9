"""What is added comes back equal, is replaced whole, and survives the killing of the writer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.strategies import readings

from dateline.archive import Archive, CopyRelation, Filters, open_archive
from dateline.errors import ArchiveError
from dateline.records import Actor, Article, Event, Position, Published, Reading, Span, Statement


def article(key: str, text: str = "Korea \N{GRINNING FACE} talks.", day: date | None = date(2018, 1, 9)) -> Article:
    published = Published(day, day, "given") if day else None
    return Article(key, f"text-{key}", f"{key}.txt", "Wire", None, None, None, "en", published, text)


def reading(key: str, *actors: Actor, version: str = "1", day: date | None = date(2018, 1, 9)) -> Reading:
    return Reading(article(key, day=day), actors=actors, version=version)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


@pytest.fixture(scope="module")
def shared_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("archive") / "a.duckdb") as opened:
        yield opened


def counted(added: Reading) -> dict[str, int]:
    """How many rows each table must hold for a reading."""
    return {
        "readings": 1,
        "left_out": len(added.article.left_out),
        "actors": len(added.actors),
        "mentions": sum(len(actor.mentions) for actor in added.actors),
        "statements": len(added.statements),
        "statement_spans": sum(len(s.source) + len(s.cue) + len(s.content) for s in added.statements),
        "events": len(added.events),
        "event_sides": sum(len(e.sources) + len(e.targets) for e in added.events),
        "event_mentions": sum(len(e.mentions) for e in added.events),
        "quantities": sum(len(e.quantities) for e in added.events),
        "positions": len(added.positions),
    }


WORDS_CUT_IN_SQL = """
SELECT e.trigger_words AS stored, substr(a.text, e.trigger_start + 1, e.trigger_end - e.trigger_start) AS cut
FROM events AS e JOIN articles AS a ON a.id = e.article WHERE a.id = ?
"""


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(added=readings())
def test_any_reading_comes_back_equal(shared_archive: Archive, added: Reading) -> None:
    key = added.article.id
    shared_archive.add(added)
    assert shared_archive.reading(key) == added
    assert shared_archive.article(key) == added.article
    assert shared_archive.has_read(key, added.version)
    rows = {t: shared_archive.select(f"SELECT count(*) AS n FROM {t} WHERE article = ?", [key]) for t in counted(added)}
    assert {table: found[0]["n"] for table, found in rows.items()} == counted(added)
    assert all(row["stored"] == row["cut"] for row in shared_archive.select(WORDS_CUT_IN_SQL, [key]))


def test_every_column_is_filled_from_the_reading(archive: Archive) -> None:
    full = Reading(
        article("a"),
        actors=(Actor("x", "Seoul", "state", "KOR", "KOR", ("ROK",), mentions=(Span(0, 5),), reason="states.tsv"),),
        statements=(Statement("s", "direct", "say", (Span(0, 5),), (), (Span(6, 7), Span(8, 13)), "x", reason="rule"),),
        events=(Event("e", "CONSULT", None, (), "04", 1.0, Span(8, 13), (Span(8, 13),), ("x",), ("y",), "actual"),),
        positions=(Position("p", "x", "The talks", "support", Span(8, 13), Span(0, 5)),),
        version="1",
    )
    archive.add(full)
    assert archive.select("SELECT content_words, speaker FROM statements") == [
        {"content_words": "\N{GRINNING FACE} ... talks", "speaker": "x"}
    ]
    assert archive.select("SELECT side, actor FROM event_sides ORDER BY side") == [
        {"side": "source", "actor": "x"},
        {"side": "target", "actor": "y"},
    ]
    assert archive.select("SELECT evidence_words, condition_words, proposal_name FROM positions") == [
        {"evidence_words": "talks", "condition_words": "Korea", "proposal_name": "talks"}
    ]


def test_a_second_reading_of_an_article_replaces_the_first(archive: Archive) -> None:
    archive.add(reading("a", Actor("x", "Moscow", "state"), Actor("y", "Kyiv", "state")), reading("b"))
    archive.add(reading("a", Actor("x", "Russia", "state"), version="2"))
    assert archive.select("SELECT id, number, version FROM articles ORDER BY number") == [
        {"id": "a", "number": 1, "version": "2"},
        {"id": "b", "number": 2, "version": "1"},
    ]
    assert archive.select("SELECT name FROM actors") == [{"name": "Russia"}]
    assert archive.has_read("a", "2")
    assert not archive.has_read("a", "1")
    assert [(e.article, e.version) for e in archive.ledger()] == [("a", "1"), ("b", "1"), ("a", "2")]


def test_the_same_actor_may_have_another_role_in_another_article(archive: Archive) -> None:
    archive.add(reading("a", Actor("x", "Sergey Lavrov", "person", role="ambassador")))
    archive.add(reading("b", Actor("x", "Sergey Lavrov", "person", role="foreign minister")))
    assert {row["role"] for row in archive.select("SELECT role FROM actors WHERE id = 'x'")} == {"ambassador", "foreign minister"}


def test_failures_are_kept_in_the_ledger(archive: Archive) -> None:
    archive.record_failure("bad.txt", "it is empty", version="1")
    (entry,) = archive.ledger()
    assert (entry.source, entry.status, entry.error, entry.article) == ("bad.txt", "failed", "it is empty", None)


def test_readings_come_by_date_and_undated_last(archive: Archive) -> None:
    archive.add(reading("none", day=None), reading("late", day=date(2018, 3, 1)), reading("early", day=date(2018, 1, 1)))
    assert [r.article.id for r in archive.readings()] == ["early", "late", "none"]


def test_filters_by_date_take_in_both_bounds(archive: Archive) -> None:
    archive.add(*(reading(str(n), day=date(2018, 1, n)) for n in range(1, 6)), reading("none", day=None))
    assert archive.article_ids(Filters(since=date(2018, 1, 2), until=date(2018, 1, 4))) == ("2", "3", "4")


@pytest.mark.parametrize("about", ["Russia", "RUS", "rus", "Lavrov", "Sergey Lavrov", "RUS GOV"])
def test_filters_by_actor(archive: Archive, about: str) -> None:
    russia = Actor("r", "Russia", "state", "RUS", "RUS")
    lavrov = Actor("l", "Sergey Lavrov", "person", "RUS", "RUS GOV")
    archive.add(reading("a", lavrov), reading("b", Actor("c", "China", "state", "CHN", "CHN")), reading("c", russia))
    expected = ("a",) if "Lavrov" in about or about == "RUS GOV" else ("a", "c")
    assert archive.article_ids(Filters(about=about)) == expected


def test_part_of_a_word_is_no_name(archive: Archive) -> None:
    archive.add(reading("a", Actor("c", "China", "state", "CHN")))
    assert archive.article_ids(Filters(about="Chin")) == ()


def test_originals_follow_a_chain_of_copies(archive: Archive) -> None:
    archive.add_copies([CopyRelation("b", "a", 0.9, "x"), CopyRelation("c", "b", 0.8, "y")])
    archive.add_copies([CopyRelation("b", "a", 0.95, "z")])
    assert archive.originals() == {"b": "a", "c": "a"}
    assert archive.copies()[0].share == 0.95


def test_a_merged_text_has_a_relation_to_each_original(archive: Archive) -> None:
    archive.add_copies([CopyRelation("m", "a", 0.4, "x", "merged"), CopyRelation("m", "b", 0.6, "y", "merged")])
    archive.add_copies([CopyRelation("p", "a", 0.5, "z", "partial")])
    assert [relation.original for relation in archive.copies(["m"])] == ["b", "a"]
    assert archive.originals() == {"m": "b"}


def test_bands_are_stored_once(archive: Archive) -> None:
    archive.add(reading("a"), reading("b"))
    archive.copying.add_bands({"a": [2**32 - 1, 7]}, "old")
    assert archive.copying.not_compared("new") == ("a", "b")
    archive.copying.add_bands({"a": [5]}, "new")
    assert archive.copying.not_compared("new", ["a", "b"]) == ("b",)
    assert archive.select("SELECT band FROM copy_bands") == [{"band": 5}]


def test_a_transaction_that_fails_leaves_nothing(archive: Archive) -> None:
    archive.add(reading("a", Actor("x", "Seoul", "state")))
    with pytest.raises(KeyboardInterrupt):
        _add_and_interrupt(archive, reading("a", version="2"), reading("b"))
    assert [r.version for r in archive.readings()] == ["1"]
    assert len(archive.select("SELECT * FROM actors")) == 1
    archive.add(reading("b"))


def test_an_archive_opened_for_reading_is_not_written(tmp_path: Path) -> None:
    open_archive(tmp_path / "a.duckdb").close()
    with (
        open_archive(tmp_path / "a.duckdb", read_only=True) as opened,
        pytest.raises(ArchiveError, match="nothing could be written"),
    ):
        opened.add(reading("a"))


def _add_and_interrupt(archive: Archive, *added: Reading) -> None:
    with archive.transaction():
        archive.add(*added)
        raise KeyboardInterrupt


def test_an_unknown_article_is_an_error_with_its_id(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="article_0"):
        archive.reading("article_0")


def test_three_hundred_full_articles_are_stored_quickly(archive: Archive) -> None:
    text = "word " * 400
    spans = tuple(Span(n * 5, n * 5 + 4) for n in range(60))
    actors = tuple(Actor(f"actor_{n}", f"Name {n}", "person", "KOR", mentions=spans[2 * n : 2 * n + 2]) for n in range(30))
    statements = tuple(Statement(f"s{n}", "direct", "say", spans[:1], spans[1:2], spans[2:3], "actor_1") for n in range(30))
    events = tuple(
        Event(f"e{n}", "CONSULT", None, ("x",), "04", 1.0, spans[n], spans[n : n + 2], ("actor_1",), ("actor_2",), "actual")
        for n in range(25)
    )
    full = [Reading(replace(article(str(n)), text=text), actors, statements, events, version="1") for n in range(24)]
    start = os.times()
    for first in range(0, len(full), 8):
        archive.add(*full[first : first + 8])
    end = os.times()
    # 300 articles may take 5 seconds, so 24 may take .4; doubled for a busy machine (processor time, not time of day).
    assert (end.user + end.system) - (start.user + start.system) < 0.8


WRITER = """
    import sys
    from dateline.archive import open_archive
    from dateline.records import Actor, Article, Reading, Span

    actors = tuple(Actor(f"x{n}", "Seoul", "state", mentions=(Span(0, 1),)) for n in range(50))
    with open_archive(sys.argv[1]) as archive:
        for n in range(100_000):
            archive.add(Reading(Article(f"a{n}", "h", "s", None, None, None, None, None, None, "text"), actors, version="1"))
            print(n, flush=True)
"""


def test_what_was_committed_survives_kill_nine(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    writer = subprocess.Popen([sys.executable, "-c", textwrap.dedent(WRITER), str(path)], stdout=subprocess.PIPE, text=True)
    with writer:
        lines = [writer.stdout.readline() for _ in range(20)] if writer.stdout else []
        writer.send_signal(signal.SIGKILL)
        lines += writer.stdout.readlines() if writer.stdout else []
    told = max(int(line) for line in lines if line.strip())
    with open_archive(path, read_only=True) as archive:
        assert len(archive.article_ids()) > told
    with open_archive(path) as archive:
        stored = archive.select("SELECT count(*) AS n FROM articles")[0]["n"]
        assert stored in (told + 1, told + 2)
        assert archive.select("SELECT count(*) AS n FROM actors") == [{"n": stored * 50}]
        assert len(archive.ledger()) == stored
        assert len(list(archive.readings())) == stored
        archive.add(reading("after"))
