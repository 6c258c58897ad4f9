"""Feeds of news (RSS, Atom), lists of feeds (OPML), and what an entry of a feed is worth as an article."""

from dateline.sources.feeds.canonical_url import canonical_url
from dateline.sources.feeds.entry import Feed, FeedEntry
from dateline.sources.feeds.feed_list import read_feed_lists
from dateline.sources.feeds.full_text import draft_of_entry, has_full_text
from dateline.sources.feeds.parsing import parse_feed, too_long

__all__ = ["Feed", "FeedEntry", "canonical_url", "draft_of_entry", "has_full_text", "parse_feed", "read_feed_lists", "too_long"]
