"""Decisions about actors: what follows from them, what outranks what, how they are undone, and archives of the former schema."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib import resources
from itertools import permutations
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive import Archive, Filters, open_archive
from dateline.archive.actor_decisions import ActorDecision, groups
from dateline.archive.actor_identities import Proposal
from dateline.archive.migrations import LEDGER_OF_MIGRATIONS
from dateline.errors import ArchiveError
from dateline.records import Actor, Article, Published, Reading

START = datetime(2018, 1, 1)
A = Actor("a_lavrov_sergei", "Sergei Lavrov", "person", "RUS", role="foreign minister")
B = Actor("a_lavrov_sergey", "Sergey Lavrov", "person", "RUS", role="minister")
C = Actor("a_lawrow_sergej", "Sergej Lawrow", "person", None)


def decision(
    number: int, kind: str, a: str, b: str, by: str = "dateline 1", score: float | None = 0.9, undone: str | None = None
):
    when = START + timedelta(days=number)
    return ActorDecision(number, kind, a, b, a, b, score, "why", by, when, undone, when if undone else None)  # type: ignore[arg-type]


def reading(key: str, *actors: Actor, day: int = 1) -> Reading:
    when = Published(date(2018, 1, day), date(2018, 1, day), "given")
    return Reading(Article(key, key, f"{key}.txt", "Post", None, None, None, "en", when, f"text {key}"), actors, version="1")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        opened.add(reading("x", A), reading("y", B, day=2), reading("z", C, day=3), reading("w", A, day=4))
        yield opened


def test_merges_are_transitive() -> None:
    assert groups([decision(1, "merge", "a", "b"), decision(2, "merge", "b", "c")]) == (frozenset("abc"),)


def test_two_that_are_apart_do_not_meet_through_a_third() -> None:
    found = groups(
        [
            decision(1, "merge", "a", "c", score=0.9),
            decision(2, "merge", "b", "c", score=0.95),
            decision(3, "split", "a", "b", by="user", score=None),
        ]
    )
    assert found == (frozenset("bc"),)


def test_the_user_outranks_the_program_and_the_newer_word_the_older() -> None:
    merged, parted = decision(1, "merge", "a", "b"), decision(2, "split", "a", "b", by="user", score=None)
    again = decision(3, "merge", "a", "b", by="user", score=None)
    assert groups([merged, parted]) == ()
    assert groups([merged, parted, again]) == (frozenset("ab"),)
    assert groups([decision(1, "merge", "a", "b", undone="user"), decision(2, "merge", "a", "b")]) == ()


KINDS = st.sampled_from(["merge", "split"])
NAMES = st.sampled_from("abcde")


@given(
    st.lists(st.tuples(KINDS, NAMES, NAMES, st.sampled_from(["user", "dateline 1"])).filter(lambda t: t[1] != t[2]), max_size=7)
)
def test_groups_are_disjoint_and_keep_the_newest_word_of_the_user(rows) -> None:
    made = [decision(n, kind, a, b, by) for n, (kind, a, b, by) in enumerate(rows, start=1)]
    found = groups(made)
    assert sum(map(len, found)) == len(frozenset().union(*found))
    users = [d for d in made if d.is_users]
    if users:
        together = any({users[-1].a, users[-1].b} <= group for group in found)
        assert together == (users[-1].kind == "merge")
    assert all(set(groups(order)) == set(found) for order in list(permutations(made))[:5])


def test_a_merge_is_listed_and_undone(archive: Archive) -> None:
    (made,) = archive.actors.merge(A.id, "Sergey Lavrov", "one man")
    assert (made.number, made.decided_by, made.score, made.reason) == (1, "user", None, "one man")
    one = archive.actors.listing("lavrov")[0]
    assert (one.id, one.name, one.articles) == (A.id, "Sergei Lavrov", 3)
    assert [(name.words, name.articles) for name in one.names] == [("Sergei Lavrov", 2), ("Sergey Lavrov", 1)]
    assert [role.words for role in one.roles] == ["foreign minister", "minister"]
    assert archive.actors.members(one.id) == (A.id, B.id)
    (undone,) = archive.actors.undo(1)
    assert undone.undone_by == "user"
    assert archive.actors.mapping() == {}


def test_a_search_finds_all_articles_of_one_actor(archive: Archive) -> None:
    assert set(archive.article_ids(Filters(about="Lawrow"))) == {"z"}
    archive.actors.merge(A.id, C.id, "German spelling")
    assert set(archive.article_ids(Filters(about="Lawrow"))) == {"x", "z", "w"}


def test_a_split_takes_out_the_ids_named_and_leaves_the_rest(archive: Archive) -> None:
    archive.actors.record([Proposal("merge", A.id, B.id, "x", 0.9), Proposal("merge", B.id, C.id, "y", 0.95)], "dateline 1")
    made = archive.actors.split(A.id, [B.id], "no")
    assert {one.number for one in made} == {3}
    assert archive.actors.identity(B.id) == B.id
    archive.actors.undo(3)
    assert set(archive.actors.members(A.id)) == {A.id, B.id, C.id}
    archive.actors.split(A.id, [], "all three")
    assert archive.actors.mapping() == {}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda a: a.merge("a_unknown", B.id, "x"), "no actor has the id or name 'a_unknown'"),
        (lambda a: a.merge("a_lav", B.id, "x"), "no actor has the id"),
        (lambda a: a.merge("a_lavrov", B.id, "x"), "2 actors are called"),
        (lambda a: a.merge(A.id, A.id, "x"), "are one actor already"),
        (lambda a: a.merge(A.id, B.id, " "), "needs a reason"),
        (lambda a: a.split(A.id, [B.id], "x"), "nothing to split"),
        (lambda a: a.undo(7), "no decision has the number 7"),
    ],
)
def test_mistakes_are_told(archive: Archive, call, message: str) -> None:
    with pytest.raises(ArchiveError, match=message):
        call(archive.actors)
    assert archive.actors.decisions() == ()


def test_a_split_of_a_stranger_and_a_second_undo_are_told(archive: Archive) -> None:
    archive.actors.merge(A.id, B.id, "x")
    with pytest.raises(ArchiveError, match="is not one of the ids that are one here"):
        archive.actors.split(A.id, [C.id], "x")
    with pytest.raises(ArchiveError, match="at least one of the ids must stay"):
        archive.actors.split(A.id, [A.id, B.id], "x")
    archive.actors.undo(1)
    with pytest.raises(ArchiveError, match="taken back before, by user"):
        archive.actors.undo(1)


def test_a_reader_can_list(archive: Archive) -> None:
    archive.actors.merge(A.id, B.id, "x")
    archive.close()
    with open_archive(archive.path, read_only=True) as opened:
        assert [one.id for one in opened.actors.listing(country="rus")] == [A.id]
        assert opened.actors.names() == {A.id: ("Sergei Lavrov", "Sergey Lavrov")}


def test_an_archive_of_the_first_schema_keeps_everything(tmp_path: Path) -> None:
    path, new = tmp_path / "old.duckdb", tmp_path / "new.duckdb"
    with open_archive(new) as opened:
        opened.add(reading("x", A), reading("y", B, day=2))
    old = duckdb.connect(str(path))
    old.execute(LEDGER_OF_MIGRATIONS)
    old.execute(resources.files("dateline.archive").joinpath("sql", "0001_first_tables.sql").read_text(encoding="utf-8"))
    old.execute("INSERT INTO schema_migrations VALUES ('m0001_first_tables', now()::TIMESTAMP)")
    old.execute(f"ATTACH '{new}' AS new (READ_ONLY)")
    kept = old.execute(
        """SELECT o.table_name, string_agg(o.column_name, ', ') FROM duckdb_columns() AS o JOIN duckdb_columns() AS n
        ON n.database_name = 'new' AND (n.table_name, n.column_name) = (o.table_name, o.column_name)
        WHERE o.table_oid IN (SELECT table_oid FROM duckdb_tables() WHERE database_name = 'old') AND o.database_name = 'old'
        AND o.table_name <> 'schema_migrations' GROUP BY o.table_name"""
    ).fetchall()
    for table, columns in kept:
        old.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM new.{table}")
    old.close()
    open_archive(path, read_only=True).close()
    with open_archive(path) as opened:
        assert [one.actors for one in opened.readings()] == [(A,), (B,)]
        assert opened.actors.not_compared("any") == ("x", "y")
        opened.actors.merge(A.id, B.id, "one man")
    with open_archive(path, read_only=True) as opened:
        assert opened.actors.identity(B.id) == A.id
