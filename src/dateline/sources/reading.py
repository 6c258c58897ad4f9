"""Paths in, articles out; an error in place of each thing that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article, Published
from dateline.sources.collections import articles_of_collection
from dateline.sources.decoding import read_all
from dateline.sources.drafts import Draft, finish, with_title_in_front
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import opened
from dateline.sources.options import SourceOptions
from dateline.sources.plain import draft_of_text
from dateline.sources.publication_date import parse_days
from dateline.sources.walk import Found, find
from dateline.sources.whole import articles_of_file


def read_sources(paths: Iterable[str | Path], options: SourceOptions | None = None) -> Iterator[Article | SourceError]:
    """Read files, folders and `-` one article at a time; what fails is yielded as an error, and the rest is read.

    When folders are read, each row of `options.metadata` that matched no file is logged as a warning.
    """
    options = options or SourceOptions()
    given = list(paths)
    used: list[MetadataRow] = []
    for found in find(given):
        if isinstance(found, SourceError):
            yield found
            continue
        row = _row_of(found, options)
        used += [row] if row else []
        yield from _read_found(found, options, row)
    if options.metadata and any(Path(path).is_dir() for path in given):
        options.metadata.warn_of_unused(used)


def read_found(found: Found, options: SourceOptions) -> Iterator[Article | SourceError]:
    """The articles of one file that `find` gave; what fails is yielded as an error, and the rest is read."""
    return _read_found(found, options, _row_of(found, options))


def read_path(path: str | Path, options: SourceOptions | None = None) -> Iterator[Article | SourceError]:
    """The articles of one file, folder or `-`; never raises for what is in it."""
    return read_sources([path], options)


def read_article(path: str | Path, options: SourceOptions | None = None) -> Article:
    """The one article of a file; raises the SourceError where it cannot be read, or UnreadableSource for several."""
    results = read_path(path, options)
    first = next(results, None)
    if first is None:
        raise UnreadableSource(str(path), "holds no article", "leave it out")
    if isinstance(first, SourceError):
        raise first
    if next(results, None) is not None:
        raise UnreadableSource(str(path), "holds several articles", "read it with read_sources")
    return first


def article_from_text(
    text: str,
    *,
    published: date | Published | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    source: str = "text",
    url: str | None = None,
    byline: str | None = None,
) -> Article:
    """An article from a text at hand; a title is put in front unless the text begins with it.

    Without a title the first line is the headline where it looks like one. Raises UnreadableSource for a text that is
    empty or too long, BadRecord for a date that cannot be.
    """
    if not text.strip():
        raise UnreadableSource(source, "the text is empty", "give the article's text")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    draft = with_title_in_front(Draft(source, text), title) if title else draft_of_text(text, source)
    given = Draft(source, draft.body, draft.headline, title, outlet, _published(published, source), url=url, byline=byline)
    return finish(given, SourceOptions())


def _published(value: date | Published | str | None, source: str) -> Published | None:
    if value is None or isinstance(value, Published):
        return value
    days = parse_days(value) if isinstance(value, str) else (value, value)
    if days is None:
        raise BadRecord(source, f"cannot read the date {value!r}", "write it as YYYY-MM-DD")
    return Published(*days, "given")


def _row_of(found: Found, options: SourceOptions) -> MetadataRow | None:
    return options.metadata.lookup(found.name, found.root) if options.metadata else None


def _read_found(found: Found, options: SourceOptions, row: MetadataRow | None) -> Iterator[Article | SourceError]:
    try:
        with opened(found.name) as file:
            if several := articles_of_collection(file):
                yield from several(file, options, row)
            else:
                yield from articles_of_file(read_all(file.stream, file.name), file.name, options, row)
    except SourceError as error:
        yield error
