"""An archive as files for other programs.

`jsonl` holds the contract's lines, everything there is. `csv` and `parquet` hold one flat table a file, made for reading: names
beside ids, the words of the evidence, several values in one cell joined by "; " and chains of outlets by " > ". Each table is
a query in `dateline.analysis.tables`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

import duckdb

from dateline.analysis.tables import table_query
from dateline.archive.archive import Archive
from dateline.errors import ArchiveError

Format = Literal["jsonl", "csv", "parquet"]

TABLES = (
    "articles", "actors", "identities", "actor_decisions", "statements",
    "events", "quantities", "positions", "proposals", "proposal_decisions", "corrections", "copies", "left_out", "ledger",
)  # fmt: skip


def export(archive: Archive, format: Format, to: Path) -> list[Path]:
    """Write the archive into the folder `to`, made where there is none, and return the files written.

    Files of the same names are replaced, each as a whole; others in the folder stay. Raises ArchiveError where the folder
    cannot be written.
    """
    if format not in get_args(Format):
        raise ArchiveError(f"{format!r} is no format to export to (choose from {', '.join(get_args(Format))})")
    try:
        to.mkdir(parents=True, exist_ok=True)
        if format == "jsonl":
            return [_written(to / "readings.jsonl", lambda path: _write_lines(archive, path))]
        return [_export_table(archive, table, format, to) for table in TABLES]
    except (OSError, duckdb.IOException) as error:
        raise ArchiveError(f"{to}: cannot export there: {error} (name a folder that you may write to)") from error


def _export_table(archive: Archive, table: str, format: Format, to: Path) -> Path:
    rows = archive.relation(table_query(table))
    write: Callable[[str], object] = rows.write_parquet if format == "parquet" else rows.write_csv
    return _written(to / f"{table}.{format}", lambda path: write(str(path)))


def _write_lines(archive: Archive, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in archive.contracts())


def _written(path: Path, write: Callable[[Path], object]) -> Path:
    """Write beside the place and move it there when it is whole."""
    part = path.with_name(f"{path.name}.part")
    write(part)
    return part.replace(path)
