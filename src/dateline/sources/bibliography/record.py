"""One entry of a reference list or table, and the article that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote, urlsplit

from dateline.errors import BadRecord, SourceError
from dateline.knowledge.bibliography_fields import bibliography_fields
from dateline.records import Published
from dateline.sources.drafts import Draft, with_title_in_front
from dateline.sources.publication_date import Days, parse_days

READABLE = (".html", ".htm", ".txt", ".docx", ".rtf", ".eml", ".pdf")
"""Attached files that are read, the first kinds before the later: a saved page says more of itself than a print of it."""

_OFFLINE = "save the page and give its path: dateline opens no addresses"
_MARKUP = re.compile(r"[{}]")

Drafts = Callable[[str], Iterator[Draft | SourceError]]
"""Reads the file of this path; raises SourceError."""


@dataclass(frozen=True, slots=True)
class Record:
    """An entry; `source` is `path#N` after the line on which it begins."""

    source: str
    title: str | None = None
    outlet: str | None = None
    days: Days | None = None
    byline: str | None = None
    url: str | None = None
    files: tuple[str, ...] = ()
    text: str | None = None
    abstract: bool = False


def record_of(source: str, form: str, values: Mapping[str, Sequence[str]]) -> Record:
    """The entry with these values by key; raises BadRecord for a date that cannot be read."""
    known: dict[str, list[str]] = {}
    for key, field in bibliography_fields(form).items():
        found = [value.strip() for value in values.get(key, ()) if value.strip()]
        if field == "file" or field not in known:
            known.setdefault(field, []).extend(found)
            if not known[field]:
                del known[field]
    one = {field: found[0] for field, found in known.items()}
    return Record(
        source,
        title=one.get("title"),
        outlet=one.get("outlet"),
        days=_days(one.get("date"), source),
        byline=", ".join(_name(name) for name in known.get("byline", ())) or None,
        url=one.get("url"),
        files=tuple(known.get("file", ())),
        text=one.get("text"),
        abstract="abstract" in known,
    )


def _days(value: str | None, source: str) -> Days | None:
    if value is None:
        return None
    text = re.sub(r"/+(?=$|[^\d/])|/$", "", value.strip()).strip("/ ")
    if days := parse_days(text):
        return days
    raise BadRecord(source, f"cannot read the date {value[:60]!r}", "write it as YYYY-MM-DD")


def _name(name: str) -> str:
    """ "Roe, Jane" as "Jane Roe"."""
    last, comma, first = _MARKUP.sub("", name).partition(",")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first else name.strip("{} ")


def drafts_of_record(record: Record, folder: Path, drafts: Drafts) -> Iterator[Draft | SourceError]:
    """The article of an entry: its own text, or the first attached file that can be read. Raises BadRecord."""
    if record.text:
        yield _told(Draft(record.source, record.text.replace("\r\n", "\n").replace("\r", "\n")), record)
        return
    paths = [path for file in record.files if (path := _existing(file, folder))]
    paths.sort(key=lambda path: READABLE.index(path.suffix.lower()))
    failed: SourceError | None = None
    for path in paths:
        try:
            found = list(drafts(str(path)))
        except SourceError as error:
            failed = failed or error
            continue
        yield from (_told(draft, record) if isinstance(draft, Draft) and len(found) == 1 else draft for draft in found)
        return
    raise BadRecord(record.source, *_lacking(record, failed))


def _lacking(record: Record, failed: SourceError | None) -> tuple[str, str]:
    """Why there is no text, and the remedy."""
    if failed:
        return f"the attached file {failed.source} {failed.problem}", failed.remedy
    local = [file for file in record.files if not _is_address(file)]
    if local:
        return f"the attached file {local[0][:200]!r} is missing or of a kind that is not read", "export the list with its files"
    if record.abstract:
        return "holds an abstract and no text", _OFFLINE
    return "names no saved page", _OFFLINE


def _told(draft: Draft, record: Record) -> Draft:
    """The draft with what the entry says; a date on the page counts where it lies within the entry's."""
    published = draft.published
    if record.days and not (published and record.days[0] <= published.start and published.end <= record.days[1]):
        published = Published(*record.days, "metadata")
    known = replace(
        draft,
        title=record.title or draft.title,
        outlet=record.outlet or draft.outlet,
        byline=record.byline or draft.byline,
        url=record.url or draft.url,
        published=published,
    )
    return with_title_in_front(known, record.title) if record.title and not draft.headline else known


def _existing(file: str, folder: Path) -> Path | None:
    """The attached file: below the list's folder, or where the entry says; of Windows paths, the end below the folder."""
    if _is_address(file) or not file.lower().endswith(READABLE) or "\0" in file:
        return None
    name = unquote(urlsplit(file).path) if file.lower().startswith("file:") else file
    parts = [
        part for part in PureWindowsPath(name.replace("storage:", "storage/", 1)).parts if part not in {".", "..", "\\", "/"}
    ]
    candidates = [folder / name.replace("\\", "/"), *(folder.joinpath(*parts[-count:]) for count in (4, 3, 2, 1))]
    return next((path for path in candidates if _is_file(path)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_address(file: str) -> bool:
    return file.lower().startswith(("http:", "https:", "ftp:", "doi:"))
