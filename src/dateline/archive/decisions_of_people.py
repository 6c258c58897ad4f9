"""What people decided in an archive, over all tables of decisions and corrections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dateline.archive.decision import USER

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

TABLES = ("actor_decisions", "proposal_decisions", "incident_decisions", "saying_decisions", "story_decisions", "corrections")
"""Those that an archive lacks have nothing in them."""
SUBJECTS = ("a", "b", "record", "record_now")
"""Columns that name what a decision is about."""


@dataclass(frozen=True, slots=True)
class OfPeople:
    """A decision: `key` names it and changes when it is taken back; `subjects` are ids of what it is about."""

    key: str
    table: str
    subjects: frozenset[str]
    words: str
    at: datetime
    row: Mapping[str, Any]


def decisions_of_people(archive: Archive) -> tuple[OfPeople, ...]:
    """All that people decided, taken back or not; what the program decided is left out unless people took it back."""
    present = {row["table_name"] for row in archive.select("SELECT table_name FROM duckdb_tables()")}
    found = []
    for table in (name for name in TABLES if name in present):
        rows = archive.select(f"SELECT * FROM {table} ORDER BY ALL")
        found += [_of_people(table, row) for row in rows if _is_of_people(row)]
    return tuple(found)


def _is_of_people(row: Mapping[str, Any]) -> bool:
    """The program signs with its name and version; a correction of a link stands in the table of decisions about links too."""
    return row.get("decision") is None and (
        not str(row.get("decided_by", "")).startswith("dateline") or row.get("undone_by") == USER
    )


def _of_people(table: str, row: Mapping[str, Any]) -> OfPeople:
    undone = row.get("undone_at")
    number = row.get("number", row.get("article"))
    what = str(row.get("action") or row.get("kind") or "moved")
    said = f" “{row['words']}”" if row.get("words") else ""
    words = f"{what}{said}{' taken back' if undone else ''}: {row.get('reason') or ''}".rstrip(": ")
    subjects = frozenset(str(row[name]) for name in SUBJECTS if row.get(name))
    return OfPeople(f"{table}:{number}{':undone' if undone else ''}", table, subjects, words, undone or row["decided_at"], row)
