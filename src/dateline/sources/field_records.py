"""Records of named fields (a JSON object, a row of a table) to drafts of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article, Published
from dateline.sources.drafts import Draft, finish, with_title_in_front
from dateline.sources.metadata import MetadataRow
from dateline.sources.options import SourceOptions
from dateline.sources.publication_date import parse_days

Record = Mapping[str, Any]


def articles_of_records(
    records: Iterable[tuple[str, Record | SourceError]], options: SourceOptions, row: MetadataRow | None = None
) -> Iterator[Article | SourceError]:
    """An article or an error for each record; each comes with its own source, such as `path#N`."""
    for source, record in records:
        if isinstance(record, SourceError):
            yield record
            continue
        try:
            yield finish(draft_of_record(record, source, options), options, row)
        except SourceError as error:
            yield error


def draft_of_record(record: Record, source: str, options: SourceOptions) -> Draft:
    """The draft of one record; the options say which field holds what. Raises BadRecord."""
    names = options.fields
    text = _string(record, names.text, source)
    if text is None:
        fields = ", ".join(map(str, record)) or "no fields"
        raise BadRecord(source, f"no text in the field {names.text!r}", f"the record has {fields[:200]}")
    title = _string(record, names.title, source)
    draft = Draft(
        source,
        text.replace("\r\n", "\n").replace("\r", "\n"),
        title=title,
        outlet=_string(record, names.outlet, source),
        published=None if options.published else _published(record, source, options),
        url=_string(record, names.url, source),
        byline=_string(record, names.byline, source),
    )
    return with_title_in_front(draft, title) if title else draft


def check_columns(columns: Iterable[str], source: str, options: SourceOptions) -> None:
    """Raise UnreadableSource where a table has no column of texts: one error instead of one a row."""
    names = list(columns)
    if options.fields.text not in names:
        problem = f"no column {options.fields.text!r}; the columns are {', '.join(names)[:200] or 'none'}"
        raise UnreadableSource(source, problem, "name the column of the texts with --fields text=COLUMN")


def _string(record: Record, name: str, source: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        problem = f"the field {name!r} holds a {type(value).__name__}, not a text"
        raise BadRecord(source, problem, "write texts in quotation marks")
    return _sound(value).strip() or None


def _published(record: Record, source: str, options: SourceOptions) -> Published | None:
    value = record.get(options.fields.published)
    if value is None or value == "":
        return None
    if isinstance(value, date):
        value = value.isoformat()
    days = parse_days(str(value)) if isinstance(value, str | int) else None
    if days is None:
        raise BadRecord(source, f"cannot read the date {str(value)[:60]!r}", "write it as YYYY-MM-DD")
    return Published(*days, "metadata")


def _sound(text: str) -> str:
    # JSON can spell half of a surrogate pair, which no file or database takes.
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
