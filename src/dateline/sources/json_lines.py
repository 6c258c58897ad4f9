"""Files of many articles: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.errors import BadRecord, SourceError
from dateline.records import Article, Published
from dateline.sources.drafts import Draft, finish, with_title_in_front
from dateline.sources.metadata import MetadataRow
from dateline.sources.options import SourceOptions
from dateline.sources.publication_date import parse_days


def articles_of_lines(
    lines: Iterable[bytes], path: str, options: SourceOptions, row: MetadataRow | None = None
) -> Iterator[Article | SourceError]:
    """An article or an error for each line that is not blank, called `path#N` after its line, counted from 1."""
    for number, line in enumerate(lines, start=1):
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            yield finish(_draft(_object(line, f"{path}#{number}"), f"{path}#{number}", options), options, row)
        except SourceError as error:
            yield error


def _object(line: bytes, source: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadRecord(source, f"byte {error.start} is not UTF-8", "save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadRecord(source, f"is not JSON: {error}", "write one object a line") from error
    if not isinstance(value, dict):
        raise BadRecord(source, f"is a JSON {type(value).__name__}, not an object", "write one object a line")
    return value


def _draft(record: Mapping[str, Any], source: str, options: SourceOptions) -> Draft:
    names = options.fields
    text = _string(record, names.text, source)
    if text is None:
        fields = ", ".join(map(str, record)) or "no fields"
        raise BadRecord(source, f"no text in the field {names.text!r}", f"the record has {fields[:200]}")
    title = _string(record, names.title, source)
    draft = Draft(
        source,
        _sound(text).replace("\r\n", "\n").replace("\r", "\n"),
        title=title,
        outlet=_string(record, names.outlet, source),
        published=None if options.published else _published(record, source, options),
        url=_string(record, names.url, source),
        byline=_string(record, names.byline, source),
    )
    return with_title_in_front(draft, title) if title else draft


def _string(record: Mapping[str, Any], name: str, source: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        problem = f"the field {name!r} holds a {type(value).__name__}, not a text"
        raise BadRecord(source, problem, "write texts in quotation marks")
    return _sound(value).strip() or None


def _published(record: Mapping[str, Any], source: str, options: SourceOptions) -> Published | None:
    value = record.get(options.fields.published)
    if value is None or value == "":
        return None
    days = parse_days(str(value)) if isinstance(value, str | int) else None
    if days is None:
        raise BadRecord(source, f"cannot read the date {str(value)[:60]!r}", "write it as YYYY-MM-DD")
    return Published(*days, "metadata")


def _sound(text: str) -> str:
    # JSON can spell half of a surrogate pair, which no file or database takes.
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
