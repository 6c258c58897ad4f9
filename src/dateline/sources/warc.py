"""Web archives (ISO 28500; the layout of Common Crawl News): records of web pages to articles, one record in memory at a time.

A broken record is an error with its place in the file; reading goes on at the next place where a record begins.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dateline.errors import BadRecord, MissingExtra, SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources.decoding import MAX_BYTES, decode
from dateline.sources.drafts import Draft, finish
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile
from dateline.sources.options import SourceOptions
from dateline.sources.page import draft_of_page
from dateline.sources.warc_resuming import next_record

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

log = logging.getLogger(__name__)

MOST_BREAKS = 1000
"""Broken places after which a file is given up."""
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FOUND = 200
_SWALLOWED = b"\r\n\r\nWARC/1."
_REMEDY = "fetch the file again, or leave the record out"


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was fetched: its place in the file, address, time of capture and bytes."""

    source: str
    url: str | None
    captured: Any
    charset: str | None
    body: bytes


def articles_of_warc(file: OpenFile, options: SourceOptions, row: MetadataRow | None = None) -> Iterator[Article | SourceError]:
    """An article or an error for each HTML page that was answered with 200, called `path#byte=N` after where its record begins.

    Requests, images, redirections and error pages are passed over. No page is taken to have appeared after its capture.
    """
    if not file.raw.seekable():
        raise UnreadableSource(file.name, "a web archive cannot be read from a pipe", "give the file itself")
    pages = 0
    for capture in _captures(file):
        pages += 1
        if isinstance(capture, SourceError):
            yield capture
            continue
        try:
            yield finish(_draft(capture, options), _bounded(options, capture), row)
        except SourceError as error:
            yield error
    if not pages:
        yield UnreadableSource(file.name, "holds no web page that was fetched whole", "leave it out")


def _draft(capture: Capture, options: SourceOptions) -> Draft:
    html = decode(capture.body, capture.source, capture.charset)
    draft = draft_of_page(html, capture.source, _bounded(options, capture))
    return draft if draft.url and draft.url.startswith("http") else replace(draft, url=capture.url)


def _bounded(options: SourceOptions, capture: Capture) -> SourceOptions:
    """The options with the day of the capture as the last on which the page can have appeared."""
    if capture.captured is None:
        return options
    day = capture.captured.date()
    return replace(options, today=min(day, options.today) if options.today else day)


def _captures(file: OpenFile) -> Iterator[Capture | SourceError]:
    """Pages in the order of the file; after each break an error and the pages behind it."""
    raw = file.rewound()
    place: int | None = 0
    for _ in range(MOST_BREAKS):
        last = place or 0
        try:
            for record, begin in _records(raw, last, file.name):
                last = begin
                yield from _capture(record, f"{file.name}#byte={last}")
            problem: SourceError | None = None
        except MissingExtra:
            raise
        except SourceError as error:
            problem = error
        # fastwarc raises errors of several kinds for what is no WARC.
        except (OSError, ValueError, EOFError, UnicodeError, OverflowError, MemoryError) as error:
            problem = UnreadableSource(f"{file.name}#byte={last}", f"no sound WARC record here or next to it: {error}", _REMEDY)
        place = next_record(raw, last + 1) if raw.seekable() else None
        # The reader ends without a word where a file breaks off within the head of a record.
        if problem is None and place is not None:
            problem = UnreadableSource(f"{file.name}#byte={place}", "the record is not whole", _REMEDY)
        if problem is not None:
            yield problem
        if place is None:
            return
    yield UnreadableSource(file.name, f"is broken in more than {MOST_BREAKS:,} places", "fetch the file again")


def _records(raw: Any, place: int, source: str) -> Iterator[tuple[WarcRecord, int]]:
    """Records from a place on, with where each begins."""
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise MissingExtra(source, "stream", "web archives") from error
    if raw.seekable():
        raw.seek(place)
    for record in ArchiveIterator(raw, parse_http=True, auto_decode="all"):
        yield record, place + record.stream_pos


def _capture(record: WarcRecord, source: str) -> Iterator[Capture | SourceError]:
    """The page of a record, if it holds one. Raises BadRecord where the record is broken, so that what follows it is sought."""
    if record.headers.get("WARC-Type") == "response" and record.http_headers is None:
        raise BadRecord(source, "the record holds no answer of a server", _REMEDY)
    if not _is_page(record):
        return
    expected = record.content_length
    if expected > MAX_BYTES:
        yield BadRecord(source, f"a page of {expected:,} bytes; at most {MAX_BYTES:,} are taken", "leave the record out")
        return
    body = _body(record, source)
    if len(body) > MAX_BYTES:
        yield BadRecord(source, f"the page unpacks to more than {MAX_BYTES:,} bytes", "leave the record out")
        return
    if _SWALLOWED in body or (len(body) < expected and not _is_encoded(record)):
        raise BadRecord(source, f"the record says {expected:,} bytes and has another length", _REMEDY)
    yield Capture(source, record.headers.get("WARC-Target-URI"), record.record_date, record.http_charset, body)


def _body(record: WarcRecord, source: str) -> bytes:
    try:
        return record.reader.read(MAX_BYTES + 1)
    except (OSError, ValueError, EOFError) as error:
        raise BadRecord(source, f"the page cannot be unpacked: {error}", _REMEDY) from error


def _is_page(record: WarcRecord) -> bool:
    """Whether a record holds an HTML page: the answer of a server, or the page as somebody stored it."""
    kind, http = record.headers.get("WARC-Type"), record.http_headers
    if kind == "response":
        return http is not None and http.status_code == _FOUND and (record.http_content_type or "text/html") in _PAGES
    content = record.headers.get("Content-Type") or ""
    return kind == "resource" and content.partition(";")[0].strip().lower() in _PAGES


def _is_encoded(record: WarcRecord) -> bool:
    http = record.http_headers
    return http is not None and any(http.get(name) for name in ("Content-Encoding", "Transfer-Encoding"))
