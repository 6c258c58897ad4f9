"""A feed and its entries, as far as a reader of articles needs them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records import content_id


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry: `url` is absolute; `html` is the longest text given, `is_content` whether it is given as the whole."""

    guid: str | None
    url: str | None
    title: str | None
    published: str | None
    updated: str | None
    byline: str | None
    html: str
    is_content: bool

    @property
    def fingerprint(self) -> str:
        """Changes whenever the entry tells something new of its article."""
        return content_id("ent", self.title or "", self.published or "", self.updated or "", self.html)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at one moment; `minutes` is how long it asks to be left alone, if it does, `cut_off` whether its end is missing.

    `left_out` counts entries beyond the most that are read of one feed.
    """

    title: str | None
    entries: tuple[FeedEntry, ...]
    minutes: int | None = None
    cut_off: bool = False
    left_out: int = 0
