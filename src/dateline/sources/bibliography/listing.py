"""A file that names saved pages, and the articles on them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from dateline.errors import SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources.bibliography.bibtex import records_of_bibtex
from dateline.sources.bibliography.record import Record, drafts_of_record
from dateline.sources.bibliography.ris import records_of_ris
from dateline.sources.bibliography.table import records_of_csv, records_of_xlsx
from dateline.sources.decoding import decode, read_all, readable, unpacked
from dateline.sources.drafts import Draft, finish_all
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile
from dateline.sources.options import SourceOptions
from dateline.sources.whole import drafts_of_file

LISTS = (".ris", ".bib", ".csv", ".tsv", ".xlsx")
"""How the names of lists end. In a folder they are passed over: the pages that they name lie in it as well."""

_FORMS: dict[str, Callable[[str, str], Iterator[Record | SourceError]]] = {
    ".ris": records_of_ris,
    ".bib": records_of_bibtex,
    ".csv": records_of_csv,
    ".tsv": records_of_csv,
}
BEGINS_RIS = re.compile(rb"(?:\xef\xbb\xbf)?\s*TY\s{1,2}- [A-Z]")
BEGINS_BIBTEX = re.compile(rb"(?:\xef\xbb\xbf)?\s*@[a-zA-Z]+\s*\{")
_BEGINS = ((BEGINS_RIS, ".ris"), (BEGINS_BIBTEX, ".bib"))


def articles_of_listing(
    file: OpenFile, options: SourceOptions, row: MetadataRow | None = None
) -> Iterator[Article | SourceError]:
    """The article that each entry names, called by its own path; an error, called `path#N` after the entry's line, for others.

    Raises UnreadableSource for a list that cannot be read at all.
    """
    path, data = file.name, read_all(file.stream, file.name)
    form = _form(data[:1024], file.suffix)
    records = records_of_xlsx(data, path) if form == ".xlsx" or form is None else _FORMS[form](decode(data, path), path)
    results = finish_all(_drafts(records, Path(path).parent, options), options, row)
    first = next(results, None)
    if first is None:
        raise UnreadableSource(path, "holds no entry", "export the list again")
    yield first
    yield from results


def _form(head: bytes, suffix: str) -> str | None:
    if suffix in LISTS:
        return suffix
    if suffix in {".txt", ".html", ".htm"}:
        return None
    return next((form for begins, form in _BEGINS if begins.match(head)), None)


def _drafts(records: Iterator[Record | SourceError], folder: Path, options: SourceOptions) -> Iterator[Draft | SourceError]:
    for record in records:
        if isinstance(record, SourceError):
            yield record
            continue
        try:
            yield from drafts_of_record(record, folder, partial(_drafts_at, options=options))
        except SourceError as error:
            yield error


def _drafts_at(path: str, options: SourceOptions) -> Iterator[Draft | SourceError]:
    with readable(path), open(path, "rb") as raw:
        data = read_all(unpacked(raw), path)
    return drafts_of_file(data, path, options)
