"""Input files to `Article` records: body text, date, outlet, and what was left out and why."""

from dateline.sources.metadata import MetadataRow, MetadataTable, load_metadata
from dateline.sources.options import JsonFields, SourceOptions
from dateline.sources.reading import article_from_text, read_article, read_found, read_path, read_sources
from dateline.sources.walk import find

__all__ = [
    "JsonFields",
    "MetadataRow",
    "MetadataTable",
    "SourceOptions",
    "article_from_text",
    "find",
    "load_metadata",
    "read_article",
    "read_found",
    "read_path",
    "read_sources",
]
