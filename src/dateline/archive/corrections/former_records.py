"""Records of earlier readings whose ids a new reading no longer has: what somebody cited must still be answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dateline.archive.clock import utc_now
from dateline.archive.corrections.correction import (
    CLASSES,
    Record,
    RecordKind,
    cast_of,
    record_from,
    records_of,
    share,
)
from dateline.contract import from_json, from_object, to_object
from dateline.records import Actor, Reading

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

READ_BEFORE = """
SELECT r.article, coalesce(m.contract, r.contract) AS contract
FROM readings AS r LEFT JOIN machine_readings AS m ON m.article = r.article WHERE r.article IN (SELECT unnest(?))
"""
ENOUGH = 0.5
"""Share of the words of both, together, from which on a new record is said to stand in the place of an old one."""


@dataclass(frozen=True, slots=True)
class FormerRecord:
    """A record as an earlier reading had it, with the actors that it names and the version of the reader."""

    id: str
    kind: RecordKind
    article: str
    record: Record
    actors: tuple[Actor, ...]
    version: str
    replaced_at: datetime

    def successors(self, reading: Reading) -> tuple[Record, ...]:
        """The records of the same kind that a newer reading has for the same words, the nearest first."""
        shares = [(share(self.record, record), record) for record in records_of(reading, self.kind)]
        near = sorted((pair for pair in shares if pair[0] >= ENOUGH), key=lambda pair: (-pair[0], pair[1].id))
        return tuple(record for _, record in near)


class FormerRecords:
    """The table of them."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def keep(self, readings: Mapping[str, Reading]) -> None:
        """Before these readings take the place of earlier ones, keep the records of which they lack the ids."""
        rows: list[dict[str, Any]] = []
        for stored in self._archive.select(READ_BEFORE, [list(readings)]):
            rows += _gone(from_json(stored["contract"]), readings[stored["article"]])
        present = [record.id for reading in readings.values() for kind in CLASSES for record in records_of(reading, kind)]
        again = [*present, *(row["id"] for row in rows)]
        self._archive.execute("DELETE FROM former_records WHERE id IN (SELECT unnest(?))", [again])
        self._archive.insert({"former_records": rows})

    def beginning(self, prefix: str) -> tuple[FormerRecord, ...]:
        """Those whose ids, or the digits in them, begin so."""
        query = "SELECT * FROM former_records WHERE starts_with(id, $1) OR starts_with(split_part(id, '_', 2), $1) ORDER BY id"
        return tuple(_record(row) for row in self._archive.select(query, [prefix]))


def _gone(old: Reading, new: Reading) -> list[dict[str, Any]]:
    actors, now = {actor.id: actor for actor in old.actors}, utc_now()
    return [
        {
            "id": record.id, "kind": kind, "article": old.article.id, "version": old.version, "replaced_at": now,
            "record": json.dumps(to_object(record), ensure_ascii=False),
            "actors": json.dumps(cast_of(record, actors), ensure_ascii=False),
        }
        for kind in CLASSES
        for record in records_of(old, kind)
        if record.id not in _ids(new, kind)
    ]  # fmt: skip


def _ids(reading: Reading, kind: RecordKind) -> frozenset[str]:
    return frozenset(record.id for record in records_of(reading, kind))


def _record(row: Mapping[str, Any]) -> FormerRecord:
    kind: RecordKind = row["kind"]
    actors = tuple(from_object(Actor, one) for one in json.loads(row["actors"]))
    record = record_from(kind, json.loads(row["record"]))
    return FormerRecord(row["id"], kind, row["article"], record, actors, row["version"], row["replaced_at"])
