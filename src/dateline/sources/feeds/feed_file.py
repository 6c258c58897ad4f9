"""A feed saved as a file: its entries with full text are articles."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import BadRecord, SourceError, UnreadableSource
from dateline.records import Article
from dateline.sources.decoding import read_all
from dateline.sources.drafts import finish
from dateline.sources.feeds.full_text import draft_of_entry, has_full_text
from dateline.sources.feeds.parsing import parse_feed, too_long
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile
from dateline.sources.options import SourceOptions


def articles_of_feed(file: OpenFile, options: SourceOptions, row: MetadataRow | None = None) -> Iterator[Article | SourceError]:
    """An article for each entry with its full text, called `path#N` after its place in the feed, and an error for the others."""
    feed = parse_feed(read_all(file.stream, file.name), file.name)
    for number, entry in enumerate(feed.entries, start=1):
        source = f"{file.name}#{number}"
        try:
            if not has_full_text(entry):
                remedy = "`dateline watch` fetches the page; or save it and add it"
                raise BadRecord(source, "the feed gives only the beginning of this article", remedy)
            yield finish(draft_of_entry(entry, source, feed.title), options, row)
        except SourceError as error:
            yield error
    if feed.left_out:
        yield too_long(file.name, feed)
    if feed.cut_off:
        yield UnreadableSource(file.name, "the feed breaks off; its last entry is not read", "fetch the file again")
    elif not feed.entries:
        yield UnreadableSource(file.name, "the feed holds no entry", "leave it out")
