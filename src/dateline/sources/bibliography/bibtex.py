"""BibTeX and BibLaTeX, by bibtexparser; attached files as Zotero, JabRef and Mendeley name them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.sources.bibliography.record import Record, record_of
from dateline.sources.publication_date import parse_days
from dateline.sources.services.export import days_of

_MAX_CHARACTERS = 50_000_000
_PARTS = re.compile(r"(?<!\\):")
_FILES = re.compile(r"(?<!\\);")
_BRACES = re.compile(r"(?<!\\)[{}]")
_AUTHORS = re.compile(r"(?<!\s)\s+and\s+")


def records_of_bibtex(text: str, path: str) -> Iterator[Record | SourceError]:
    """The entries of a list, or an error for each that cannot be parsed. Raises UnreadableSource without bibtexparser."""
    try:
        from bibtexparser.entrypoint import parse_string
    except ImportError as error:
        problem = "is a BibTeX list, and bibtexparser, which reads them, is not installed"
        raise UnreadableSource(path, problem, "pip install 'dateline[workbench]'") from error
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    try:
        library = parse_string(text)
    # The parser is fed whatever people saved; any failure of its is a failure to read this list.
    except Exception as error:
        raise UnreadableSource(path, f"the BibTeX list is broken: {error}", "export it again") from error
    for failed in library.failed_blocks:
        yield BadRecord(
            f"{path}#{(failed.start_line or 0) + 1}", f"is no BibTeX entry: {failed.error}"[:300], "correct the entry"
        )
    for entry in library.entries:
        values = {key.lower(): str(field.value) for key, field in entry.fields_dict.items()}
        yield _record(f"{path}#{(entry.start_line or 0) + 1}", values)


def _record(source: str, values: dict[str, str]) -> Record | SourceError:
    plain = {key: [_plain(value)] for key, value in values.items() if key != "file"}
    plain["file"] = _attached(values.get("file", ""))
    plain["author"] = [_plain(name) for name in _AUTHORS.split(values.get("author", "")) if name.strip()]
    if "date" not in plain and "year" in plain:
        plain["date"] = [_date(values)]
    try:
        return record_of(source, "bibtex", plain)
    except SourceError as error:
        return error


def _plain(value: str) -> str:
    r"""A value without the marks of TeX: braces, \& and the like."""
    text = _BRACES.sub("", value).replace("``", "“").replace("''", "”").replace("~", " ")
    return " ".join(re.sub(r"\\([&%$#_{}])", r"\1", text).split())


def _date(values: dict[str, str]) -> str:
    year, month, day = (_plain(values.get(key, "")) for key in ("year", "month", "day"))
    if month.isdecimal() and 1 <= int(month) <= 12:
        whole = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day.isdecimal() else "")
        if parse_days(whole):
            return whole
    whole = " ".join(part for part in (day, month, year) if part)
    if days := days_of(whole.title()):
        return days[0].isoformat()[: 4 if not month else 7 if not day else 10]
    return year if parse_days(year) else whole


def _attached(value: str) -> list[str]:
    r"""Paths in `description:path:type;...`, colons within them written `\:`; or a bare path."""
    files: list[str] = []
    for file in _FILES.split(value):
        parts = _PARTS.split(file.strip())
        named = parts[1] if len(parts) >= 3 else parts[-1] if len(parts) == 1 else file
        files.append(re.sub(r"\\([:;\\_&%])", r"\1", named).strip())
    return [file for file in files if file]
