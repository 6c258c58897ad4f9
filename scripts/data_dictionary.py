"""Writes docs/data-dictionary.md from the archive itself: `python scripts/data_dictionary.py`, or with `--check` only compares.

The meanings are the comments that the migrations put on tables and columns, so SQL users find the same words with
`SELECT column_name, comment FROM duckdb_columns()`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.analysis.tables import table_query
from dateline.archive import Archive, open_archive
from dateline.views.export import TABLES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "data-dictionary.md"

INTRODUCTION = """\
# Data dictionary

Written by `scripts/data_dictionary.py` from the archive's own comments; edit those, not this page.

An archive is one DuckDB file. Records of an article carry its id in the column `article`; the id of a record is unique
within its article, and `(article, id)` in the archive. Offsets (`..._start`, `..._end`) count Unicode code points of
`articles.text`, end exclusive: in SQL the words of a span are `substr(text, span_start + 1, span_end - span_start)`.
Times are UTC. A list is a DuckDB list: `list_contains(reported_by, 'Reuters')`. All tables of records are derived from
the lines in `readings`.

One actor may stand under several ids: Nebenzia here, Nebenzya there. `actor_identities` says which ids are one, as follows
from `actor_decisions`; the readings stay as they are. To count by actor:
`SELECT coalesce(i.identity, x.id), ... FROM actors AS x LEFT JOIN actor_identities AS i ON i.actor = x.id`.
`dateline add` decides as articles come in, on names, countries, roles and company; `dateline actors list|decisions` shows
what it decided and why, `merge`, `split` and `undo` correct it. What a user decides outranks what the program finds and
outlasts a new reading of the articles. A bare surname is never joined to anybody by the program.
"""
EXPORTS = """\
## Exported files

`dateline export ARCHIVE --format csv|parquet --to DIR` writes these flat tables, a file each: names stand beside ids,
several values of one cell are joined by `; `, chains of outlets by ` > ` (outermost first), interrupted contents by
` ... `. `--format jsonl` writes `readings.jsonl`, the lines of the output contract.
"""
COLUMNS = """
SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()
WHERE NOT internal ORDER BY table_oid, column_index
"""
RELATIONS = """
SELECT table_name AS name, comment FROM duckdb_tables() WHERE NOT internal
UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal
"""


def page() -> str:
    """The whole page."""
    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "empty.duckdb") as archive:
        return "\n".join([INTRODUCTION, *_tables(archive), EXPORTS, *_exports(archive)])


def _tables(archive: Archive) -> Iterator[str]:
    comments = {row["name"]: row["comment"] for row in archive.select(RELATIONS)}
    columns: dict[str, list[dict[str, Any]]] = {}
    for row in archive.select(COLUMNS):
        columns.setdefault(row["table_name"], []).append(row)
    for name, rows in columns.items():
        lines = [f"| `{row['column_name']}` | {_type(row)} | {row['comment']} |" for row in rows]
        yield "\n".join([f"## {name}\n", f"{comments[name]}\n", "| column | type | meaning |", "|---|---|---|", *lines, ""])


def _type(row: dict[str, Any]) -> str:
    return f"{row['data_type']}{', may be null' if row['is_nullable'] else ''}"


def _exports(archive: Archive) -> Iterator[str]:
    for table in TABLES:
        rows = archive.relation(table_query(table))
        columns = ", ".join(f"`{name}` {kind}" for name, kind in zip(rows.columns, rows.types, strict=True))
        yield f"- **{table}**: {columns}"
    yield ""


def main() -> int:
    """Write the page, or compare it."""
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
        print(f"{PAGE.name}: {'up to date' if same else 'out of date (run python scripts/data_dictionary.py)'}")
        return 0 if same else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
