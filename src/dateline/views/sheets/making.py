"""Sheets made from a sample of an archive."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.analysis.sampling.drawing import Allocation, Drawn, Sample, draw
from dateline.analysis.sampling.population import What, population
from dateline.archive.archive import Archive
from dateline.views.sheets.instructions import instructions
from dateline.views.sheets.layout import PARAGRAPHS, Kind, choices, columns, to_fill
from dateline.views.sheets.machine import MachineRecord, machine_records

Row = dict[str, str]
LONGEST = 30_000
"""Characters of a cell: spreadsheets end at 32,767."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet; `choices` are the values of columns with a closed list, `filled` those that the coder fills."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    filled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """What is given to a coder; the first table is the one to work in, or to read."""

    tables: tuple[Table, ...]
    instructions: tuple[tuple[str, str, str], ...]
    sample: Sample


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a sample is drawn: how many, by which keys, with which seed, and in which proportion."""

    n: int
    by: tuple[str, ...]
    seed: str = "0"
    allocation: Allocation = "proportional"


def records_book(archive: Archive, what: What, wanted: Wanted, *, blind: bool = False) -> Book:
    """A sheet of single events or statements: to be judged, or with `blind` to be coded without the program's values."""
    sample = draw(population(archive, what, wanted.by), wanted.n, wanted.seed, wanted.allocation)
    kind: Kind = "blind" if blind else "judged"
    drawn = {one.id: one for one in sample.drawn}
    records = machine_records(archive, what, list(drawn))
    rows = tuple(_drawn_row(record, drawn[key], kind) for key, record in records.items())
    table = Table(what, columns(what, kind), rows, choices(what, kind), to_fill(what, kind))
    return Book((table,), instructions(what, kind, sample), sample)


def articles_book(archive: Archive, wanted: Wanted) -> Book:
    """Whole articles to be read, and two tables in which all events and all statements of them are listed."""
    sample = draw(population(archive, "articles", wanted.by), wanted.n, wanted.seed, wanted.allocation)
    drawn = {one.id: one for one in sample.drawn}
    query = (
        "SELECT id AS article, coalesce(outlet, '') AS outlet, coalesce(CAST(published_start AS VARCHAR), '') AS published, "
        "coalesce(title, '') AS title, text FROM articles WHERE id IN (SELECT unnest(?)) ORDER BY published_start NULLS LAST, id"
    )
    articles = archive.select(query, [list(drawn)])
    heads = [{key: str(row[key]) for key in ("article", "outlet", "published", "title")} for row in articles]
    texts = tuple(
        {**head, "paragraph": str(number), "text": part}
        for head, row in zip(heads, articles, strict=True)
        for number, part in enumerate(paragraphs(row["text"]), start=1)
    )
    lists = tuple(_listing(what, [{**head, **_weighed(drawn[head["article"]], "listed")} for head in heads]) for what in _LISTS)
    told = (*instructions("events", "listed", sample), *instructions("statements", "listed", sample)[len(_general(sample)) :])
    return Book((Table("articles", PARAGRAPHS, texts), *lists), told, sample)


def paragraphs(text: str) -> list[str]:
    """The lines of an article that are not empty, none longer than a cell."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [line[start : start + LONGEST] for line in lines for start in range(0, len(line), LONGEST)]


_LISTS: tuple[What, ...] = ("events", "statements")


def _general(sample: Sample) -> list[tuple[str, str, str]]:
    return [row for row in instructions("statements", "listed", sample) if not row[0]]


def _listing(what: What, rows: Sequence[Row]) -> Table:
    return Table(what, columns(what, "listed"), tuple(rows), choices(what, "listed"), to_fill(what, "listed"))


def _drawn_row(record: MachineRecord, drawn: Drawn, kind: Kind) -> Row:
    head = {
        "record": record.id, "article": record.article, "outlet": record.outlet, "published": record.published,
        "title": record.title,
    }  # fmt: skip
    if kind == "blind":
        return {**head, "passage": record.blind_passage[:LONGEST], **_weighed(drawn, kind)}
    cut = {name: value[:LONGEST] for name, value in record.values.items()}
    return {**head, "passage": record.passage[:LONGEST], **cut, **_weighed(drawn, kind)}


def _weighed(drawn: Drawn, kind: Kind) -> Row:
    """A blind coder must not read the type from the name of the stratum."""
    name = drawn.stratum if kind == "judged" else hashlib.sha256(drawn.stratum.encode()).hexdigest()[:8]
    return {"stratum": name, "weight": f"{drawn.weight:.6g}"}
