"""The codebook: every column of every table, and every code with its meaning, from the tables of the ontology."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from dateline.knowledge.ontology import all_contexts, all_modes, cameo_codes, event_class, event_types, goldstein
from dateline.views.research.columns import PLAIN, TABLE_MEANINGS, TABLES, Column, codes, columns

Lines = Iterable[tuple[str, ...]]
KINDS = {
    "text": "text", "day": "day (YYYY-MM-DD)", "number": "number", "whole": "whole number",
    "flag": "1 or 0; true or false in Parquet",
}  # fmt: skip
READ_FIRST = (
    "An event in these tables is what newspapers tell, not what happened. Read **Factuality** before you count: planned, "
    "hypothetical, denied and negated events are in the tables, and counting them as deeds is wrong.",
    "**Origins** counts outlets that vouch on their own; **Articles** counts echoes too.",
    "A date is never more precise than the text: use **Event Date From**, **Event Date To** and **Date Precision** where "
    "days matter. **Event Date** is empty where the text dates an event to more than 31 days.",
    "**Confidence** is the estimated chance that a record is right in all its fields; it is no weight.",
    "Several values in one cell stand in the same order in all columns of one side, with `; ` between them.",
    "Names of the event tables follow POLECAT's where the meaning is the same; columns that dateline does not have (COW numbers, "
    "Wikipedia and GeoNames ids) are left out. `Quad Code` is in words. Goldstein weights stand where POLECAT has Intensity.",
    "Stata: names in small letters with `_`, at most 32 characters; codes are numbers with value labels, in this order.",
)


def codebook_markdown(version: str) -> str:
    """The whole codebook."""
    parts = [f"# Codebook\n\nTables written by dateline {version}.", "## Read first", *(f"- {line}" for line in READ_FIRST)]
    for table in TABLES:
        rows = [(column.name, _kind(column), column.meaning, column.stata_name) for column in columns(table)]
        parts += [f"## {table}", TABLE_MEANINGS[table], _markdown(("column", "kind", "meaning", "in Stata"), rows)]
    parts += [block for title, head, rows in _code_lists() for block in (f"## {title}", _markdown(head, rows))]
    return "\n\n".join(parts) + "\n"


def codebook_csv() -> str:
    """One row per column, then one per code: what programs read."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("table", "column", "kind", "code", "stata_name", "stata_code", "meaning"))
    for table in TABLES:
        for column in columns(table):
            writer.writerow((table, column.name, column.kind, "", column.stata_name, "", column.meaning))
            writer.writerows(_code_rows(column))
    return file.getvalue()


def _code_rows(column: Column) -> Iterator[tuple[str, ...]]:
    if column.kind not in PLAIN:
        for number, (code, meaning) in enumerate(codes(column.kind).items(), start=1):
            stata = code if column.kind == "agreement" else str(number)
            yield (column.table, column.name, "code", code, column.stata_name, stata, meaning)


def _kind(column: Column) -> str:
    return KINDS.get(column.kind) or f"code: {', '.join(codes(column.kind))}"


def _code_lists() -> Iterator[tuple[str, tuple[str, ...], Lines]]:
    types = [event_class(name) for name in event_types()]
    yield (
        "Event types (PLOVER)", ("type", "quad class", "CAMEO root", "definition", "example"),
        [(one.type, one.quad, one.cameo, one.definition, one.example) for one in types],
    )  # fmt: skip
    yield "Modes", ("type", "mode", "definition"), [(mode.type, mode.mode, mode.definition) for mode in all_modes()]
    yield "Contexts", ("context", "definition"), [(one.context, one.definition) for one in all_contexts()]
    yield (
        "CAMEO codes", ("code", "label", "PLOVER type", "mode", "Goldstein"),
        [(row.code, row.label, row.type, row.mode or "", _weight(row.code)) for row in cameo_codes().values()],
    )  # fmt: skip
    for title, kind in (
        ("Factuality of reports", "factuality"),
        ("Factuality of incidents", "standing"),
        ("Date Basis", "date_basis"),
    ):
        yield title, ("code", "meaning"), list(codes(kind).items())


def _weight(code: str) -> str:
    weight = goldstein(code)
    return "" if weight is None else str(weight)


def _markdown(head: tuple[str, ...], rows: Lines) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines)
