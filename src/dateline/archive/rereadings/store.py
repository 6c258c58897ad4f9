"""What second readings changed, as rows: `archive.rereadings`."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dateline.archive.clock import utc_now
from dateline.archive.corrections.former_records import READ_BEFORE
from dateline.archive.rereadings.comparing import differences
from dateline.archive.rereadings.difference import Difference, Rereading
from dateline.contract import from_json, from_object, to_json, to_object
from dateline.records import Reading

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

KEPT_READINGS = ("readings", "machine_readings")


class Rereadings:
    """The table of them, one row an article: what its last rereading changed. Writing belongs into a transaction."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def note(self, readings: Sequence[Reading]) -> frozenset[str]:
        """Before these readings take the place of earlier ones, enter what they change.

        Returns the ids of the articles in which they change nothing at all: these need only be marked as read by the new version.
        """
        new = {reading.article.id: reading for reading in readings}
        if not new:
            return frozenset()
        old = [from_json(row["contract"]) for row in self._archive.select(READ_BEFORE, [list(new)])]
        rows = [_row(one, new[one.article.id]) for one in old]
        self._archive.execute("DELETE FROM rereadings WHERE article IN (SELECT unnest(?))", [list(new)])
        self._archive.insert({"rereadings": rows})
        return frozenset(
            one.article.id for one in old if replace(one, version=new[one.article.id].version) == new[one.article.id]
        )

    def mark(self, articles: Collection[str], version: str) -> None:
        """Enter that another version reads these articles just as they stand here."""
        for table in KEPT_READINGS:
            rows = self._archive.select(f"SELECT * FROM {table} WHERE article IN (SELECT unnest(?))", [list(articles)])
            marked = [row | {"contract": _of_version(row["contract"], version)} for row in rows]
            self._archive.execute(f"DELETE FROM {table} WHERE article IN (SELECT unnest(?))", [list(articles)])
            self._archive.insert({table: marked})
        self._archive.execute("UPDATE articles SET version = ? WHERE id IN (SELECT unnest(?))", [version, list(articles)])

    def waiting(self, version: str) -> tuple[str, ...]:
        """The articles that another version has read, in the order of adding."""
        rows = self._archive.select("SELECT id FROM articles WHERE version <> ? ORDER BY number", [version])
        return tuple(row["id"] for row in rows)

    def of_version(self, version: str, articles: Collection[str] | None = None) -> tuple[Rereading, ...]:
        """What this version changed in articles that another one had read before, or in these of them, in the order of adding."""
        query = """SELECT r.* FROM rereadings AS r JOIN articles AS a ON a.id = r.article AND a.version = r.version
            WHERE r.version = $1 AND ($2 IS NULL OR r.article IN (SELECT unnest($2))) ORDER BY a.number"""
        rows = self._archive.select(query, [version, None if articles is None else list(articles)])
        return tuple(_rereading(row) for row in rows)


def _is_same(old: Reading, new: Reading) -> bool:
    return replace(old, version=new.version) == new


def _of_version(line: str, version: str) -> str:
    return to_json(replace(from_json(line), version=version))


def _row(old: Reading, new: Reading) -> dict[str, Any]:
    found = differences(old, new)
    return {
        "article": old.article.id, "version_before": old.version, "version": new.version, "reread_at": utc_now(),
        "changed": bool(found), "differences": json.dumps(to_object(found), ensure_ascii=False),
    }  # fmt: skip


def _rereading(row: Mapping[str, Any]) -> Rereading:
    found = tuple(from_object(Difference, one) for one in json.loads(row["differences"]))
    return Rereading(**{**row, "differences": found})
