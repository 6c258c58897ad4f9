"""What people decided, told apart from what the program did."""

from datetime import datetime

import pytest
from tests.corroboration.telling import told

from dateline.archive import open_archive
from dateline.archive.actor_identities import Proposal
from dateline.archive.decisions_of_people import decisions_of_people


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "a.duckdb") as opened:
        opened.add(told("BBC", 10, "Ethiopian forces [raided] a post."))
        yield opened


def test_only_what_people_decided_and_what_they_took_back(archive):
    archive.actors.record([Proposal("merge", "a_sdn", "a_army", "one name", 0.9)], "dateline 1.0")
    assert decisions_of_people(archive) == ()
    archive.actors.merge("Ethiopia", "Ethiopian water ministry", "its ministry")
    (merged,) = decisions_of_people(archive)
    assert (merged.key, merged.subjects, merged.words) == (
        "actor_decisions:2", frozenset({"a_eth", "a_ministry"}), "merge: its ministry",
    )  # fmt: skip
    archive.actors.undo(1)
    taken_back = decisions_of_people(archive)[0]
    assert (taken_back.key, taken_back.words) == ("actor_decisions:1:undone", "merge taken back: one name")


def test_corrections_of_records_count_and_those_of_links_stand_with_the_links(archive):
    if not archive.select("SELECT 1 FROM duckdb_tables() WHERE table_name = 'corrections'"):
        archive.execute(
            """CREATE TABLE corrections (number INTEGER, kind VARCHAR, action VARCHAR, record VARCHAR, record_now VARCHAR,
            words VARCHAR, reason VARCHAR, decided_by VARCHAR, decided_at TIMESTAMP, undone_at TIMESTAMP, decision INTEGER)"""
        )
    columns = "number, kind, action, record, words, reason, decided_by, decided_at, decision"
    known = {
        row["column_name"] for row in archive.select("SELECT column_name FROM duckdb_columns() WHERE table_name = 'corrections'")
    }
    rest = sorted(known & {"subject", "as_read", "actors", "before", "after"})
    for number, decision in ((1, None), (2, 7)):
        row = [
            number,
            "event",
            "reject",
            "ev_1",
            "raided",
            "no such thing",
            "me",
            datetime(2025, 3, 12),
            decision,
            *[""] * len(rest),
        ]
        marks = ", ".join("?" * len(row))
        archive.execute(f"INSERT INTO corrections ({', '.join([columns, *rest])}) VALUES ({marks})", row)
    (one,) = decisions_of_people(archive)
    assert (one.key, one.subjects, one.words) == ("corrections:1", frozenset({"ev_1"}), "reject “raided”: no such thing")
