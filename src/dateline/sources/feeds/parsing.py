"""RSS and Atom to entries, by feedparser."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from dateline.errors import BadRecord, MissingExtra, UnreadableSource
from dateline.sources.feeds.entry import Feed, FeedEntry

logger = logging.getLogger(__name__)
MAX_FEED = 10_000_000
"""Bytes of one feed, unpacked; the largest that newspapers publish are a tenth of that."""
MOST_ENTRIES = 5_000
_LONGEST_LINE = 2_000
_LONGEST_URL = 2_000
_END = re.compile(rb"</\s*(?:rss|feed|(?:\w{1,20}:)?RDF)\s*>", re.IGNORECASE)


def parse_feed(data: bytes, source: str, content_type: str | None = None) -> Feed:
    """The entries in the order of the feed; `source` is its address, to which relative links are joined.

    A feed whose end is missing gives the entries before its last, which is not whole. Raises UnreadableSource for what is no feed
    or too large.
    """
    if len(data) > MAX_FEED:
        raise UnreadableSource(source, f"a feed of more than {MAX_FEED // 1_000_000} MB", "ask for a shorter one")
    found = _parsed(data, source, content_type)
    if not found.get("version") and not found.get("entries"):
        raise UnreadableSource(source, "is no RSS or Atom feed", "give the address of the feed, not of the page that names it")
    base = source if urlsplit(source).scheme in {"http", "https"} else _line(found.feed.get("link")) or ""
    cut_off = not _END.search(data[-_LONGEST_LINE:].replace(b"\0", b""))
    entries = tuple(_entry(entry, base) for entry in found.entries[:MOST_ENTRIES])
    left_out = max(len(found.entries) - MOST_ENTRIES, 0)
    entries = entries[:-1] if cut_off and not left_out else entries
    return Feed(_line(found.feed.get("title")), entries, _minutes(found.feed.get("ttl")), cut_off, left_out)


def too_long(source: str, feed: Feed) -> BadRecord:
    """What is told of a feed with entries that are left out."""
    count = len(feed.entries) + feed.left_out
    problem = f"the feed has {count:,} entries, of which the last {feed.left_out:,} are not read"
    logger.warning("%s: %s", source, problem)
    return BadRecord(source, problem, f"at most {MOST_ENTRIES:,} of one feed are; ask for a shorter one, or split the file")


def _parsed(data: bytes, source: str, content_type: str | None) -> Any:
    try:
        import feedparser  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtra(source, "stream", "feeds") from error
    headers = {"content-type": content_type} if content_type else {}
    try:
        # Bare bytes that look like a path or an address would be opened by feedparser; a file object is only read.
        return feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    # The parser is fed whatever servers send; any failure of its is a failure to read this feed.
    except Exception as error:
        raise UnreadableSource(source, f"the feed cannot be parsed: {error}", "fetch it again") from error


def _entry(found: Mapping[str, Any], base: str) -> FeedEntry:
    entry = dict(found)  # feedparser's own mapping gives one field for another, with a warning
    contents = [text for part in entry.get("content") or () if (text := part.get("value") or "")]
    summary = entry.get("summary") or ""
    content = max(contents, key=len, default="")
    is_content = len(content) >= len(summary) and bool(content)
    return FeedEntry(
        guid=_line(entry.get("id")),
        url=_link(entry, base),
        title=_line(entry.get("title")),
        published=_line(entry.get("published") or entry.get("updated")),
        updated=_line(entry.get("updated")),
        byline=_line(entry.get("author")),
        html=content if is_content else summary,
        is_content=is_content,
    )


def _link(entry: Mapping[str, Any], base: str) -> str | None:
    """The address of the entry's page: its link, else an id that is an address. An id is never joined to the feed's address."""
    link, guid = entry.get("link"), entry.get("id")
    for value, start in ((link, "" if link == guid else base), (guid, "")):
        try:
            url = urljoin(start, value.strip()) if isinstance(value, str) and value.strip() else ""
            if urlsplit(url).scheme in {"http", "https"} and len(url) <= _LONGEST_URL:
                return url
        except ValueError:
            continue  # no address, such as a bracket without its pair
    return None


def _line(value: object) -> str | None:
    return " ".join(value.split())[:_LONGEST_LINE] or None if isinstance(value, str) else None


def _minutes(value: object) -> int | None:
    return min(int(value), 24 * 60) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 9 else None
