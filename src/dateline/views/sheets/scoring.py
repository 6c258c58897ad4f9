"""Coded sheets turned into figures: precision, agreement and recall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.analysis.sampling.population import What
from dateline.analysis.validity.precision import CodedRecord, PrecisionRow, precision
from dateline.analysis.validity.recall import RecallRow, recall
from dateline.archive.archive import Archive
from dateline.errors import SheetError
from dateline.views.sheets.judgements import judgements
from dateline.views.sheets.layout import field_names
from dateline.views.sheets.lists import MEASURES, listed
from dateline.views.sheets.reading import BadCell, CodedTable, read_coded


@dataclass(frozen=True, slots=True)
class Precision:
    """Precision of one kind of record; `coders` names the tables, `records` counts what each coder coded."""

    what: What
    coders: tuple[str, ...]
    records: tuple[int, ...]
    only_one: int
    rows: tuple[PrecisionRow, ...]


@dataclass(frozen=True, slots=True)
class Recall:
    """Recall of one kind of record by what one reader listed."""

    what: What
    reader: str
    rows: tuple[RecallRow, ...]


@dataclass(frozen=True, slots=True)
class Validity:
    """All that coded sheets say, and the cells that could not be used."""

    precision: tuple[Precision, ...]
    recall: tuple[Recall, ...]
    problems: tuple[BadCell, ...]


def score(sheets: Sequence[Path], archive: Archive | None = None) -> Validity:
    """Score coded sheets, each of one coder; raises SheetError where a sheet cannot be read, or needs an archive and has none."""
    tables = [table for path in sheets for table in read_coded(path)]
    blind = next((table for table in tables if table.kind != "judged"), None)
    if blind and archive is None:
        raise SheetError(f"{blind.name}: it was coded blind (name with --archive the archive with which it is to be compared)")
    problems: list[BadCell] = []
    precisions = [_precision(what, tables, archive, problems) for what in ("events", "statements")]
    recalls = [_recall(table, archive, problems) for table in tables if table.kind == "listed" and archive]
    return Validity(tuple(one for one in precisions if one), tuple(one for one in recalls if one.rows), tuple(problems))


def _precision(what: What, tables: Sequence[CodedTable], archive: Archive | None, problems: list[BadCell]) -> Precision | None:
    coders: list[tuple[CodedRecord, ...]] = []
    names = []
    for table in tables:
        if table.what == what and table.kind != "listed":
            coded, bad = judgements(table, archive)
            problems.extend(bad)
            coders.append(coded)
            names.append(table.name)
    if not any(coders):
        return None
    records = [{one.record for one in coded} for coded in coders]
    both = set.intersection(*records)
    rows = precision(coders, field_names(what))
    return Precision(what, tuple(names), tuple(map(len, records)), len(set.union(*records) - both), rows)


def _recall(table: CodedTable, archive: Archive, problems: list[BadCell]) -> Recall:
    found, bad = listed(table, archive)
    problems.extend(bad)
    return Recall(table.what, table.name, recall(found, MEASURES[table.what]))
