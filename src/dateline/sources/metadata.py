"""The table given with `--metadata`: what is known of each file of a folder of bare texts."""

from __future__ import annotations

import csv
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.errors import BadMetadata
from dateline.sources.publication_date import Days, is_plausible, parse_days

log = logging.getLogger(__name__)

COLUMNS = ("path", "published", "outlet", "url", "title")


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """What is given for one file; `line` is its place in the table, 1 for the header."""

    path: str
    line: int
    published: Days | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class MetadataTable:
    """Rows by the path as written, with the folder that such paths may be relative to."""

    file: str
    folder: str
    rows: Mapping[str, MetadataRow]

    def lookup(self, path: str | Path, root: str | Path | None = None) -> MetadataRow | None:
        """The row for a file, named by its full path or relative to the table, the folder read, or the working folder."""
        full = os.path.abspath(path)
        folder = os.path.abspath(root) if root is not None else os.path.dirname(full)
        bases = [self.folder, folder, os.path.dirname(folder), os.getcwd()]
        names = [full, *(os.path.relpath(full, base) for base in bases)]
        return next((self.rows[key] for name in names if (key := _key(name)) in self.rows), None)

    def warn_of_unused(self, used: Iterable[MetadataRow]) -> None:
        """Log each row that no file was read for: a misspelt path would otherwise go unseen."""
        lines = {row.line for row in used}
        for row in self.rows.values():
            if row.line not in lines:
                log.warning("%s line %d: no file read matches %r", self.file, row.line, row.path)


def load_metadata(path: str | Path, today: date | None = None) -> MetadataTable:
    """Read a CSV with the columns path, published, outlet, url, title (path and any of the others; others are ignored).

    Raises BadMetadata with the line number for a missing column, a date that cannot be read, or a path named twice.
    """
    rows: dict[str, MetadataRow] = {}
    for row in _rows(Path(path), today or date.today()):
        if earlier := rows.get(_key(row.path)):
            problem = f"line {row.line}: {row.path!r} was already given in line {earlier.line}"
            raise BadMetadata(str(path), problem, "keep one row a file")
        rows[_key(row.path)] = row
    return MetadataTable(str(path), os.path.dirname(os.path.abspath(path)), rows)


def _rows(path: Path, today: date) -> Iterator[MetadataRow]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, strict=True, restkey="", restval="")
            _check_columns(path, reader.fieldnames or [])
            for cells in reader:
                yield _row(path, reader.line_num, cells, today)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadMetadata(str(path), f"cannot be read: {error}", "give a CSV file in UTF-8") from error


def _check_columns(path: Path, names: Iterable[str]) -> None:
    present = {name.strip().lower() for name in names}
    if "path" not in present or not present & set(COLUMNS[1:]):
        problem = f"line 1: found the columns {', '.join(names) or 'none'}"
        raise BadMetadata(str(path), problem, f"the first line must name path and others of {', '.join(COLUMNS)}")


def _row(path: Path, line: int, cells: Mapping[str, str], today: date) -> MetadataRow:
    if cells.get(""):
        raise BadMetadata(str(path), f"line {line}: more cells than columns", "put cells that hold commas in quotes")
    values = {name.strip().lower(): (value or "").strip() or None for name, value in cells.items()}
    name = values.get("path")
    if name is None:
        raise BadMetadata(str(path), f"line {line}: no path", "name the file that the row is about")
    published = _published(path, line, values.get("published"), today)
    return MetadataRow(name, line, published, values.get("outlet"), values.get("url"), values.get("title"))


def _published(path: Path, line: int, value: str | None, today: date) -> Days | None:
    if value is None:
        return None
    days = parse_days(value)
    if days is None:
        raise BadMetadata(str(path), f"line {line}: cannot read the date {value!r}", "write it as YYYY-MM-DD")
    if not is_plausible(days, today):
        raise BadMetadata(str(path), f"line {line}: nothing was published on {value}", "dates run from 1900 to today")
    return days


def _key(path: str) -> str:
    return os.path.normpath(path.replace("\\", "/"))
