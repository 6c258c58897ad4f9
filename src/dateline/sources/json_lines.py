"""Files of many articles: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from dateline.errors import BadRecord, SourceError
from dateline.records import Article
from dateline.sources.decoding import lines_of
from dateline.sources.field_records import Record, articles_of_records
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile
from dateline.sources.options import SourceOptions


def articles_of_json_lines(
    file: OpenFile, options: SourceOptions, row: MetadataRow | None = None
) -> Iterator[Article | SourceError]:
    """An article or an error for each line that is not blank, called `path#N` after its line, counted from 1."""
    return articles_of_records(_records(lines_of(file.stream, file.name), file.name), options, row)


def _records(lines: Iterable[bytes | SourceError], path: str) -> Iterator[tuple[str, Record | SourceError]]:
    for number, line in enumerate(lines, start=1):
        source = f"{path}#{number}"
        if isinstance(line, SourceError):
            yield source, line
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield source, _object(line, source)


def _object(line: bytes, source: str) -> Record | SourceError:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return BadRecord(source, f"byte {error.start} is not UTF-8", "save the file as UTF-8")
    except (ValueError, RecursionError) as error:
        return BadRecord(source, f"is not JSON: {error}", "write one object a line")
    if not isinstance(value, dict):
        return BadRecord(source, f"is a JSON {type(value).__name__}, not an object", "write one object a line")
    return value
