"""Paths in, articles out; an error in place of each thing that could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article, Published
from dateline.sources.collections import articles_of_collection
from dateline.sources.decoding import decode, read_all
from dateline.sources.drafts import Draft, finish, with_title_in_front
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile, opened
from dateline.sources.options import SourceOptions
from dateline.sources.page import draft_of_page
from dateline.sources.plain import draft_of_text
from dateline.sources.publication_date import parse_days
from dateline.sources.saved_page import address_saved_from, is_mhtml, page_of_mhtml
from dateline.sources.walk import Found, find

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html\b)", re.IGNORECASE)


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
        row = options.metadata.lookup(found.name, found.root) if options.metadata else None
        used += [row] if row else []
        yield from _read_found(found, options, row)
    if options.metadata and any(Path(path).is_dir() for path in given):
        options.metadata.warn_of_unused(used)


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


def _read_found(found: Found, options: SourceOptions, row: MetadataRow | None) -> Iterator[Article | SourceError]:
    try:
        with opened(found.name) as file:
            if several := articles_of_collection(file):
                yield from several(file, options, row)
            else:
                yield _single(file, options, row)
    except SourceError as error:
        yield error


def _single(file: OpenFile, options: SourceOptions, row: MetadataRow | None) -> Article:
    data, name = read_all(file.stream, file.name), file.name
    if is_mhtml(file.suffix, data):
        html, address = page_of_mhtml(data, name)
        return finish(_draft_of_saved(html, name, options, address), options, row)
    text = decode(data, name)
    if _is_page(file.suffix, text):
        return finish(_draft_of_saved(text, name, options, address_saved_from(text)), options, row)
    return finish(draft_of_text(text, name), options, row)


def _draft_of_saved(html: str, name: str, options: SourceOptions, address: str | None) -> Draft:
    """A page, with the address that it was saved from where it names none itself."""
    draft = draft_of_page(html, name, options)
    return draft if draft.url and draft.url.startswith("http") else replace(draft, url=address or draft.url)


def _is_page(suffix: str, text: str) -> bool:
    """By the name; a whole page under another name, and any markup where the name says nothing, count too."""
    unnamed = suffix != ".txt" and text.lstrip().startswith("<")
    return suffix in {".html", ".htm"} or unnamed or _PAGE.match(text) is not None
