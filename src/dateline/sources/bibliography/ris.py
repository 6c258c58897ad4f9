"""RIS: one field a line, `TY  - ` first and `ER  - ` last (Research Information Systems 2001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.errors import BadRecord, SourceError
from dateline.sources.bibliography.record import Record, record_of

_FIELD = re.compile(r"(?P<key>[A-Z][A-Z0-9])\s{1,2}-(?:\s(?P<value>.*))?")


def records_of_ris(text: str, path: str) -> Iterator[Record | SourceError]:
    """The entries of a list, or an error for each that cannot be told."""
    values: dict[str, list[str]] = {}
    begun, last = 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        match = _FIELD.fullmatch(line.strip())
        if match is None:
            if begun and line.strip() and last:
                values[last][-1] += f" {line.strip()}"
            elif line.strip():
                yield BadRecord(
                    f"{path}#{number}", f"{line.strip()[:60]!r} stands outside of entries", "begin each with 'TY  - '"
                )
            continue
        last = match["key"]
        if last == "TY":
            if begun:
                yield BadRecord(f"{path}#{begun}", "the entry has no end", "end it with 'ER  - '")
            begun, values = number, {}
        if last == "ER" and begun:
            yield _record(f"{path}#{begun}", values)
            begun, values, last = 0, {}, ""
            continue
        values.setdefault(last, []).append((match["value"] or "").strip())
    if begun:
        yield BadRecord(f"{path}#{begun}", "the file breaks off within this entry", "fetch the file again")


def _record(source: str, values: dict[str, list[str]]) -> Record | SourceError:
    try:
        return record_of(source, "ris", values)
    except SourceError as error:
        return error
