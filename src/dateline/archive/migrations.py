"""The tables of the archive and how they change from version to version.

`MIGRATIONS` is the ordered list of all steps that ever were. The table `schema_migrations` of an archive names those
that it has had, with times; opening an archive applies the rest, each in one transaction. A step that was once released is never
edited.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources

import duckdb

from dateline.archive.clock import utc_now
from dateline.errors import ArchiveError

Connection = duckdb.DuckDBPyConnection
Migration = Callable[[Connection], None]

LEDGER_OF_MIGRATIONS = """
CREATE TABLE IF NOT EXISTS schema_migrations (name VARCHAR NOT NULL, applied_at TIMESTAMP NOT NULL);
COMMENT ON TABLE schema_migrations IS 'The changes of the tables that this archive has had.';
COMMENT ON COLUMN schema_migrations.name IS 'name of the migration';
COMMENT ON COLUMN schema_migrations.applied_at IS 'when, UTC';
"""

# New tables may be filled from the articles that are there already; what has to be done is known above this folder.
NOTE_WORK = "INSERT INTO renewals_due SELECT ?, ? WHERE EXISTS (FROM articles)"


def m0001_first_tables(connection: Connection) -> None:
    """All tables of the first version."""
    _run_file(connection, "0001_first_tables.sql")


def m0002_actor_identities(connection: Connection) -> None:
    """One actor across articles: decisions, what follows from them, and keys of names."""
    _run_file(connection, "0002_actor_identities.sql")


def m0006_copies_of_several(connection: Connection) -> None:
    """Copies of several originals; bands instead of signatures."""
    _run_file(connection, "0006_copies_of_several.sql")


def m0003_stories(connection: Connection) -> None:
    """Running stories, and decisions about them."""
    _run_file(connection, "0003_stories.sql")


def m0004_incidents(connection: Connection) -> None:
    """The same event, and the same utterance, in several articles; decisions about incidents."""
    _run_file(connection, "0004_incidents.sql")


def m0005_proposals(connection: Connection) -> None:
    """One proposal under several names: names with their content, decisions, and what follows from them."""
    _run_file(connection, "0005_proposals.sql")


def m0007_search(connection: Connection) -> None:
    """Full-text search: terms of articles and statements, and their words in order."""
    _run_file(connection, "0007_search.sql")


def m0008_saying_decisions(connection: Connection) -> None:
    """Decisions about sayings."""
    _run_file(connection, "0008_saying_decisions.sql")


def m0009_corrections(connection: Connection) -> None:
    """What people say about single records, and ids of earlier readings."""
    _run_file(connection, "0009_corrections.sql")


def m0010_feeds(connection: Connection) -> None:
    """Feeds that are watched: how they are fetched, and what became of their entries."""
    _run_file(connection, "0010_feeds.sql")


def m0011_looks(connection: Connection) -> None:
    """What was seen at the last look of each name."""
    _run_file(connection, "0011_looks.sql")


def m0012_days_of_utterances(connection: Connection) -> None:
    """The days of utterances beside their keys."""
    _run_file(connection, "0012_days_of_utterances.sql")


def m0013_versions(connection: Connection) -> None:
    """What a change of the tables leaves to be done, and what a second reading changed."""
    _run_file(connection, "0013_versions.sql")
    _fill_other_names(connection)


MIGRATIONS: tuple[Migration, ...] = (
    m0001_first_tables,
    m0002_actor_identities,
    m0003_stories,
    m0004_incidents,
    m0005_proposals,
    m0006_copies_of_several,
    m0007_search,
    m0008_saying_decisions,
    m0009_corrections,
    m0010_feeds,
    m0011_looks,
    m0012_days_of_utterances,
    m0013_versions,
)


def pending(connection: Connection) -> tuple[Migration, ...]:
    """The changes that the tables lack; raises ArchiveError where it is no archive or a newer one, naming no file."""
    applied = _applied(connection)
    known = [migration.__name__ for migration in MIGRATIONS]
    newer = sorted(set(applied) - set(known))
    if newer:
        raise ArchiveError(f"it was written by a newer version of dateline (changes: {', '.join(newer)}; upgrade dateline)")
    return tuple(migration for migration in MIGRATIONS if migration.__name__ not in applied)


def prepare(connection: Connection) -> None:
    """Bring the tables up to date, and note what is left to be done where articles stand in them; raises as `pending`."""
    waiting = pending(connection)
    is_new = len(waiting) == len(MIGRATIONS)
    for migration in waiting:
        _apply(connection, migration, leaves_work=not is_new and migration is waiting[-1])


def _applied(connection: Connection) -> list[str]:
    """Names of the migrations that were applied; none in a new file; an error in a database of something else."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if "schema_migrations" in tables:
        return [row[0] for row in connection.execute("SELECT name FROM schema_migrations").fetchall()]
    if tables:
        raise ArchiveError(f"it is a DuckDB file of another program (tables: {', '.join(sorted(tables)[:5])}; name a new file)")
    return []


def _apply(connection: Connection, migration: Migration, *, leaves_work: bool) -> None:
    connection.execute("BEGIN")
    try:
        connection.execute(LEDGER_OF_MIGRATIONS)
        migration(connection)
        connection.execute("INSERT INTO schema_migrations VALUES (?, ?)", [migration.__name__, utc_now()])
        if leaves_work:
            connection.execute(NOTE_WORK, [migration.__name__, utc_now()])
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _fill_other_names(connection: Connection) -> None:
    """Other names of proposals, which 0005 left empty in articles read before: their proposals are named anew with them."""
    query = (
        """SELECT article, contract FROM readings WHERE article IN (SELECT article FROM positions WHERE other_names IS NULL)"""
    )
    for article, contract in connection.execute(query).fetchall():
        for position in json.loads(contract)["positions"]:
            values = [position.get("other_names", []), article, position["id"]]
            connection.execute("UPDATE positions SET other_names = ? WHERE article = ? AND id = ?", values)
        for table in ("proposal_namings", "proposal_keys"):
            connection.execute(f"DELETE FROM {table} WHERE article = ?", [article])


def _run_file(connection: Connection, name: str) -> None:
    connection.execute(resources.files("dateline.archive").joinpath("sql", name).read_text(encoding="utf-8"))
