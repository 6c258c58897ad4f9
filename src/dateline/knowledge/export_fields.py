"""Labels of the fields in exports of news databases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class ExportField:
    """A label that `service` writes; `field` says what its value is, `place` where in an article it stands."""

    service: str
    label: str
    field: str
    place: str


@cache
def export_fields(service: str) -> Mapping[str, ExportField]:
    """The fields of one service by label, letter case as written."""
    return {row.label: row for row in read_rows("export_fields.tsv", ExportField) if row.service == service}
