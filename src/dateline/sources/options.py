"""What a caller knows about the inputs before they are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.sources.metadata import MetadataTable

MAX_CHARACTERS = 200_000
"""Longest text taken for one article; the longest news feature is about a quarter of that."""


@dataclass(frozen=True, slots=True)
class JsonFields:
    """Which field of a JSON line holds what."""

    title: str = "title"
    text: str = "text"
    published: str = "published"
    outlet: str = "outlet"
    url: str = "url"
    byline: str = "byline"


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """Facts given for all inputs, and how to read them.

    What is given wins over what a page or a record says of itself; a row of `metadata` is about one file and wins over
    `published`, `outlet` and `title`. `today` bounds publication dates (None: the system's date). `max_characters`
    counts code points of one article's text. Without `any_language` an article that
    is surely not English is an error: what goes into an archive unseen is better English.
    """

    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    metadata: MetadataTable | None = None
    fields: JsonFields = field(default_factory=JsonFields)
    max_characters: int = MAX_CHARACTERS
    today: date | None = None
    any_language: bool = True
