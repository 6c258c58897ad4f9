"""Making the digest in an archive of one's own, or beside one that is only read."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources

from dateline.archive import Archive
from dateline.knowledge.event_words import event_words
from dateline.knowledge.ontology import event_class, event_types
from dateline.knowledge.states import load_states

LAST_TABLE = "digest_copies"
# Readings are kept compressed, thousands of them in one block: to fetch a single one costs a tenth of a second.
KEPT_READINGS = """
CREATE TABLE digest_readings (article VARCHAR, contract VARCHAR USING COMPRESSION 'uncompressed');
INSERT INTO digest_readings SELECT article, contract FROM readings ORDER BY article;
CREATE INDEX digest_readings_article ON digest_readings (article)
"""
# The same holds for single rows of the other tables.
NOT_COMPRESSED = "PRAGMA force_compression = 'uncompressed'"
SEEN_READINGS = "CREATE TEMP VIEW digest_readings AS SELECT article, contract FROM readings"


def build_digest(archive: Archive, *, lasting: bool = False) -> None:
    """Make the tables `digest_...` from what the archive holds now.

    They are temporary, and the archive may be open for reading only, unless `lasting`: then they become part of the file, which
    must be a copy that nobody adds to.
    """
    table = "TABLE" if lasting else "TEMP TABLE"
    _fill(archive, table, "digest_states (iso3 VARCHAR, name VARCHAR)", ((s.iso3, s.name) for s in load_states()))
    types = ((t, event_class(t).quad, event_words(t).symmetric) for t in event_types())
    _fill(archive, table, "digest_types (type VARCHAR, quad VARCHAR, is_symmetric BOOLEAN)", types)
    if lasting:
        archive.execute(NOT_COMPRESSED)
    readings = (KEPT_READINGS if lasting else SEEN_READINGS).split(";")
    lists = _statements("lists.sql", "TABLE" if lasting else "TEMP VIEW")
    own = _statements("indexes.sql") if lasting else ()
    for statement in (*_statements("digest.sql", table), *readings, *lists, *own):
        archive.execute(statement)


def has_digest(archive: Archive) -> bool:
    """Whether its digest has been made."""
    return bool(archive.select("SELECT 1 FROM duckdb_tables() WHERE table_name = ?", [LAST_TABLE]))


def _fill(archive: Archive, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
    archive.execute(f"CREATE {table} {columns}")
    by_column = [list(column) for column in zip(*rows, strict=True)]
    archive.execute(f"INSERT INTO {columns.split()[0]} SELECT {', '.join('unnest(?)' for _ in by_column)}", by_column)


def _statements(name: str, table: str = "") -> list[str]:
    text = resources.files("dateline.analysis.digest").joinpath(name).read_text(encoding="utf-8")
    bare = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return [part.format(table=table) for part in bare.split(";") if part.strip()]
