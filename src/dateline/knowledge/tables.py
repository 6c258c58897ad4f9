"""Tab-separated tables with a header, read into frozen dataclasses.

A table may open with `#` lines that name source and licence; then comes the header, then one row a line. A cell that
holds several values separates them with `|`. The columns needed are the fields of the dataclass; others are ignored.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from dateline.errors import KnowledgeError
from dateline.knowledge.partial_dates import PartialDate

Row = TypeVar("Row")
DATA = Path(__file__).parent / "data"


def read_rows(name: str, kind: type[Row], folder: Path = DATA) -> tuple[Row, ...]:
    """Read `folder/name` as instances of the dataclass `kind`, in the order of the file.

    Raises KnowledgeError with file, line and remedy where the file is missing, a column lacks or a cell cannot be read.
    """
    path = folder / name
    lines = _numbered_lines(path)
    header = next(lines, None)
    if header is None:
        raise KnowledgeError(f"{path}: no header line (the first line without # must name the columns)")
    columns = _columns(path, header[1].split("\t"), kind)
    width = header[1].count("\t") + 1
    return tuple(kind(**_cells(path, number, line, width, columns)) for number, line in lines)


def _numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror} (reinstall dateline)") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: byte {error.start} is not UTF-8 (save the table as UTF-8)") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.startswith("#"):
            yield number, line.removesuffix("\r")


Column = tuple[str, int, Callable[[str], Any]]


def _columns(path: Path, header: list[str], kind: type) -> list[Column]:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    missing = [name for name in names if name not in header]
    if missing:
        raise KnowledgeError(f"{path}: columns missing: {', '.join(missing)} (the header has {', '.join(header)})")
    return [(name, header.index(name), _CONVERTERS.get(hints[name], str)) for name in names]


def _cells(path: Path, number: int, line: str, width: int, columns: list[Column]) -> dict[str, Any]:
    cells = line.split("\t")
    if len(cells) != width:
        raise KnowledgeError(f"{path}, line {number}: {len(cells)} cells where the header has {width} (check the tabs)")
    try:
        return {name: convert(cells[position]) for name, position, convert in columns}
    except ValueError as error:
        raise KnowledgeError(f"{path}, line {number}: {error} (correct the cell)") from error


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _optional(cell: str) -> str | None:
    return cell or None


def _yes_no(cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise ValueError(f"{cell!r} is neither yes nor no")
    return cell == "yes"


@cache
def _partial(cell: str) -> PartialDate | None:
    return PartialDate.parse(cell) if cell else None


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


_CONVERTERS: dict[Any, Callable[[str], Any]] = {
    str: str,
    int: int,
    float: float,
    bool: _yes_no,
    str | None: _optional,
    float | None: _number,
    tuple[str, ...]: _several,
    PartialDate | None: _partial,
}
