"""Tab-separated tables with a header, read into frozen dataclasses.

A table may open with `#` lines that name source and licence; then comes the header, then one row a line. A cell that
holds several values separates them with `|`. The columns needed are the fields of the dataclass; others are ignored.
"""

from __future__ import annotations

import dataclasses
import gc
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from dateline.errors import KnowledgeError
from dateline.knowledge.partial_dates import PartialDate

Row = TypeVar("Row")
DATA = Path(__file__).parent / "data"


@contextmanager
def kept_for_good() -> Iterator[None]:
    """Make many objects that stay for the life of the process, or as long as an article is read: to look for garbage among them
    took a third of the time of the tables, a tenth of that of the rules.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def read_rows(name: str, kind: type[Row], folder: Path = DATA) -> tuple[Row, ...]:
    """Read `folder/name` as instances of the dataclass `kind`, in the order of the file.

    Raises KnowledgeError with file, line and remedy where the file is missing, a column lacks or a cell cannot be read.
    """
    path = folder / name
    header, lines = _header_and_lines(path)
    columns = _columns(path, header, kind)
    with kept_for_good():
        return tuple(kind(*_cells(path, number, line, len(header), columns)) for number, line in lines)


class LateRows(Generic[Row]):
    """The rows of a large table of which few are needed: a line becomes an instance of `kind` when it is asked for.

    Raises KnowledgeError as `read_rows` does, but for a bad cell only once its row is asked for.
    """

    def __init__(self, name: str, kind: type[Row], folder: Path = DATA) -> None:
        self._path, self._kind = folder / name, kind
        header, lines = _header_and_lines(self._path)
        self._columns, self._header = _columns(self._path, header, kind), header
        with kept_for_good():
            self._lines = list(lines)
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Row]:
        return map(self.__getitem__, range(len(self._lines)))

    def __getitem__(self, position: int) -> Row:
        if position not in self._made:
            number, line = self._lines[position]
            self._made[position] = self._kind(*_cells(self._path, number, line, len(self._header), self._columns))
        return self._made[position]

    def cells(self, *columns: str) -> Iterator[tuple[str, ...]]:
        """The unconverted cells of some columns, row by row."""
        positions = [self._header.index(column) for column in columns]
        last = max(positions) + 1
        for _, line in self._lines:
            cells = line.split("\t", last)
            yield tuple(cells[position] if position < len(cells) else "" for position in positions)


def _header_and_lines(path: Path) -> tuple[list[str], Iterator[tuple[int, str]]]:
    lines = _numbered_lines(path)
    header = next(lines, None)
    if header is None:
        raise KnowledgeError(f"{path}: no header line (the first line without # must name the columns)")
    return header[1].split("\t"), lines


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


Column = tuple[int, Callable[[str], Any] | None]
"""Where the cell of a field stands, and what makes a value of it; None where the text is the value."""


def _columns(path: Path, header: list[str], kind: type) -> list[Column]:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    missing = [name for name in names if name not in header]
    if missing:
        raise KnowledgeError(f"{path}: columns missing: {', '.join(missing)} (the header has {', '.join(header)})")
    return [(header.index(name), _CONVERTERS.get(hints[name])) for name in names]


def _cells(path: Path, number: int, line: str, width: int, columns: list[Column]) -> list[Any]:
    cells = line.split("\t")
    if len(cells) != width:
        raise KnowledgeError(f"{path}, line {number}: {len(cells)} cells where the header has {width} (check the tabs)")
    try:
        return [cells[position] if convert is None else convert(cells[position]) for position, convert in columns]
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
    int: int,
    float: float,
    bool: _yes_no,
    str | None: _optional,
    float | None: _number,
    tuple[str, ...]: _several,
    PartialDate | None: _partial,
}
