"""The sayings of an archive as records, read from its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.archive.archive import Archive
from dateline.corroboration.incidents.incident import SaidIn, Saying
from dateline.corroboration.sayings.utterance import decode

REPORTS = """
SELECT r.saying, r.article, r.statement, r.score, r.reason, u.features
FROM saying_reports AS r JOIN utterances AS u ON u.number = r.number ORDER BY r.number
"""
Row = dict[str, Any]


def sayings(archive: Archive) -> tuple[Saying, ...]:
    """All utterances that several articles quote, in the order of adding."""
    groups: dict[str, list[Row]] = {}
    for row in archive.select(REPORTS):
        groups.setdefault(row["saying"], []).append(row)
    return tuple(_saying(key, rows) for key, rows in groups.items())


def _saying(key: str, rows: Sequence[Row]) -> Saying:
    speakers = [decode(row["features"]).speaker for row in rows]
    speaker = next((one for one in speakers if one.name), speakers[0])
    reports = tuple(SaidIn(row["article"], row["statement"], row["score"], row["reason"]) for row in rows)
    return Saying(key, speaker.name or speaker.country, reports)
