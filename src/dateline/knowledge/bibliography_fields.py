"""Fields of reference lists and of tables of saved pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class BibliographyField:
    """In a list of the given form, `key` holds what `field` names."""

    form: str
    key: str
    field: str


@cache
def bibliography_fields(form: str) -> Mapping[str, str]:
    """What each key of a form holds, in the order in which keys of one meaning count."""
    return {row.key: row.field for row in read_rows("bibliography_fields.tsv", BibliographyField) if row.form == form}
