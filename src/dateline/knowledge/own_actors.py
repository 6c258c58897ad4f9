"""A user's own actors: one CSV file of people, bodies, armed groups and states that adds to the tables or overrides them.

The columns are described in docs/own-actors.md. A file becomes a value that is passed down; nothing global remembers it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Never

from dateline.errors import KnowledgeError
from dateline.knowledge.partial_dates import PartialDate
from dateline.knowledge.states import load_states

KINDS = ("person", "state", "government_body", "intergovernmental", "armed_group", "company", "outlet", "people", "other")
SECTORS = {
    "state": "GOV",
    "government_body": "GOV",
    "armed_group": "REB",
    "outlet": "MED",
    "company": "BUS",
    "intergovernmental": "IGO",
}
"""The sector of a kind of actor where the file names none."""
COLUMNS = tuple("name aliases kind country code office from until gender surname adjectives wikidata note".split())
EMPTY = "-"
"""A cell that takes away what the tables say, where an empty one leaves it."""
IGO = "IGO"
_OF_PEOPLE = ("office", "from", "until", "gender", "surname")
_CODE = re.compile(r"[A-Z]{3}( [A-Z]{3}){0,3}")


@dataclass(frozen=True, slots=True)
class OwnActor:
    """One line. None is an empty cell, which leaves what the tables say; `-` in the file gives an empty text.

    `country` is alpha-3 or IGO, `sector` the code without the country, `home` the country that the code alone names (an armed
    group at war with its state). `line` counts from 1.
    """

    name: str
    kind: str
    line: int
    aliases: tuple[str, ...] = ()
    country: str | None = None
    home: str | None = None
    sector: str | None = None
    office: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    open_end: bool = False
    gender: str | None = None
    surname: str | None = None
    adjectives: tuple[str, ...] = ()
    wikidata: str | None = None

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class OwnActors:
    """All lines of a file. Two files of the same bytes are the same value: `digest` is the SHA-256 of the bytes in hex."""

    digest: str
    path: Path = field(compare=False)
    rows: tuple[OwnActor, ...] = field(compare=False)

    @property
    def version(self) -> str:
        """What a reading's version says of the file: it changes with every byte of it."""
        return f"actors-{self.digest[:16]}"


def load_own_actors(path: str | Path) -> OwnActors:
    """Read a user's file; raises KnowledgeError with file, line and remedy where it cannot be used."""
    path = Path(path)
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror} (name a CSV file with a column `name`)") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: byte {error.start} is not UTF-8 (save the file as UTF-8)") from error
    cells = list(_records(path, text))
    states = {s.iso3 for s in load_states()} | {c.get("country", "") for _, c in cells if c.get("kind") == "state"} | {IGO}
    rows = tuple(_Line(path, number, record, frozenset(states)).actor() for number, record in cells)
    _refuse_repeated(path, rows)
    return OwnActors(hashlib.sha256(data).hexdigest(), path, rows)


def _records(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line that says something, with its number and its cells by column."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip().casefold() for cell in next(reader, [])]
        _check_header(path, header)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                remedy = "give every column a cell; put a cell with a comma in double quotes"
                raise KnowledgeError(f"{path}, line {reader.line_num}: {len(cells)} cells under {len(header)} columns ({remedy})")
            yield reader.line_num, dict(zip(header, (cell.strip() for cell in cells), strict=True))
    except csv.Error as error:
        raise KnowledgeError(f"{path}, line {reader.line_num}: {error} (check the quotation marks)") from error


def _check_header(path: Path, header: list[str]) -> None:
    if "name" not in header:
        raise KnowledgeError(f"{path}, line 1: no column `name` (the first line names the columns: {', '.join(COLUMNS)})")
    unknown = [column for column in header if column not in COLUMNS]
    if unknown:
        raise KnowledgeError(f"{path}, line 1: unknown column {unknown[0]!r} (the columns are {', '.join(COLUMNS)})")
    if len(set(header)) < len(header):
        raise KnowledgeError(f"{path}, line 1: a column is named twice (name each once)")


def _refuse_repeated(path: Path, rows: Iterable[OwnActor]) -> None:
    first: dict[object, int] = {}
    for row in rows:
        key = (row.name.casefold(), row.kind, row.country, (row.office or "").casefold(), row.since)
        if first.setdefault(key, row.line) != row.line:
            raise KnowledgeError(
                f"{path}, line {row.line}: repeats line {first[key]} (keep one; a second term needs its own `from`)"
            )


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the file while it is read."""

    path: Path
    number: int
    cells: dict[str, str]
    states: frozenset[str]

    def actor(self) -> OwnActor:
        kind = self._one_of("kind", KINDS) if "kind" in self.cells else "person"
        self._check_people_only(kind)
        name = self.cells["name"] or self._fail("no name", "give each line a name")
        country, home, sector = self._codes(kind)
        since, until = self._day("from"), self._day("until")
        if since and until and since.earliest > until.latest:
            self._fail(f"from {since} is after until {until}", "exchange them")
        return OwnActor(
            name, kind, self.number, self._several("aliases"), country, home, sector, self._text("office"), since, until,
            self.cells.get("until") == EMPTY, self._gender(), self._text("surname"), self._several("adjectives"),
            self._wikidata(),
        )  # fmt: skip

    def _check_people_only(self, kind: str) -> None:
        filled = [column for column in _OF_PEOPLE if self.cells.get(column)]
        if kind != "person" and filled:
            self._fail(f"kind {kind} takes no {filled[0]}", "leave that cell empty; it is for people")
        if kind != "state" and self.cells.get("adjectives"):
            self._fail(f"kind {kind} takes no adjectives", "leave that cell empty; write other names under aliases")

    def _codes(self, kind: str) -> tuple[str | None, str | None, str | None]:
        """Country, the country named by the code alone, and sector."""
        country, code = self._text("country"), self._text("code")
        if country and country not in self.states:
            self._fail(
                f"country {country!r} is unknown", "write an ISO 3166-1 alpha-3 code such as KOR, or IGO, or add it as a state"
            )
        if kind == "state" and not country:
            self._fail("a state without country", "write its alpha-3 code under country; a new state may have a code of your own")
        if code and not _CODE.fullmatch(code):
            self._fail(f"code {code!r} is no actor code", "write a sector such as GOV, or country and sector such as 'KOR GOV'")
        first, _, rest = (code or "").partition(" ")
        if first not in self.states or not code:
            return country, None, code
        if country and country != first:
            self._fail(f"code {code!r} does not fit country {country}", "let them agree, or leave country empty")
        return country, first, rest

    def _text(self, column: str) -> str | None:
        cell = self.cells.get(column, "")
        return "" if cell == EMPTY else cell or None

    def _several(self, column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.cells.get(column, "").split("|") if part.strip())

    def _day(self, column: str) -> PartialDate | None:
        cell = self._text(column)
        try:
            return PartialDate.parse(cell) if cell else None
        except ValueError:
            return self._fail(f"{column} {cell!r} is no date", "write 2005, 2005-11 or 2005-11-22")

    def _gender(self) -> str | None:
        return self._one_of("gender", ("m", "f")) if self.cells.get("gender") else None

    def _wikidata(self) -> str | None:
        cell = self._text("wikidata")
        return (
            self._fail(f"wikidata {cell!r} is no item", "write it as Q7747") if cell and not re.fullmatch(r"Q\d+", cell) else cell
        )

    def _one_of(self, column: str, known: tuple[str, ...]) -> str:
        cell = self.cells[column]
        return cell if cell in known else self._fail(f"{column} {cell!r} is unknown", f"write one of {', '.join(known)}")

    def _fail(self, problem: str, remedy: str) -> Never:
        raise KnowledgeError(f"{self.path}, line {self.number}: {problem} ({remedy})")
