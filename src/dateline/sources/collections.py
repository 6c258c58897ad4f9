"""Files that hold many articles, told by their names and first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.errors import SourceError
from dateline.records import Article
from dateline.sources.bibliography import BEGINS_BIBTEX, BEGINS_RIS, articles_of_listing, names_pages
from dateline.sources.csv_table import articles_of_csv
from dateline.sources.feeds.feed_file import articles_of_feed
from dateline.sources.json_lines import articles_of_json_lines
from dateline.sources.mail.mailbox import OPENS as MAIL_OPENS
from dateline.sources.mail.mailbox import articles_of_mailbox
from dateline.sources.metadata import MetadataRow
from dateline.sources.open_file import OpenFile
from dateline.sources.options import SourceOptions
from dateline.sources.parquet_table import articles_of_parquet
from dateline.sources.warc import articles_of_warc

Articles = Callable[[OpenFile, SourceOptions, MetadataRow | None], Iterator[Article | SourceError]]


@dataclass(frozen=True, slots=True)
class Collection:
    """One kind of file of many articles: how its names end, how its content begins, and how it is read."""

    suffixes: tuple[str, ...]
    begins: re.Pattern[bytes] | None
    articles: Articles


_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,200}>\s*|<!--.{0,400}?-->\s*){0,5}<(?:rss|feed|(?:\w{1,20}:)?RDF)\b",
    re.IGNORECASE | re.DOTALL,
)


def _articles_of_table(file: OpenFile, options: SourceOptions, row: MetadataRow | None) -> Iterator[Article | SourceError]:
    pages = names_pages(file.head(), options.fields.text)
    return articles_of_listing(file, options, row) if pages else articles_of_csv(file, options, row)


COLLECTIONS = (
    Collection((".jsonl",), re.compile(rb"(?:\xef\xbb\xbf)?\s*\{(?!\\)"), articles_of_json_lines),
    Collection((".csv", ".tsv"), None, _articles_of_table),
    Collection((".mbox",), MAIL_OPENS, articles_of_mailbox),
    Collection((".ris",), BEGINS_RIS, articles_of_listing),
    Collection((".bib",), BEGINS_BIBTEX, articles_of_listing),
    Collection((".xlsx",), None, articles_of_listing),
    Collection((".parquet",), re.compile(rb"PAR1"), articles_of_parquet),
    Collection((".rss", ".atom"), _FEED, articles_of_feed),
    Collection((".warc",), re.compile(rb"WARC/\d"), articles_of_warc),
)
SINGLE = frozenset({".txt", ".html", ".htm", ".mhtml", ".mht", ".docx", ".rtf", ".pdf", ".eml"})
"""Names of files that are read as a whole, whatever they begin with."""


def holds_one(name: str) -> bool:
    """Whether a file of this name is read as a whole, as one article."""
    return name.lower().removesuffix(".gz").endswith(tuple(SINGLE))


def articles_of_collection(file: OpenFile) -> Articles | None:
    """The reader for a file of many articles; None for a file of one."""
    for kind in COLLECTIONS:
        if file.suffix in kind.suffixes:
            return kind.articles
    if file.suffix in SINGLE:
        return None
    head = file.head()
    return next((kind.articles for kind in COLLECTIONS if kind.begins and kind.begins.match(head)), None)
