"""News as an RSS 2.0 feed (https://www.rssboard.org/rss-specification); the feed file keeps what was told before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import quote
from xml.etree import ElementTree as Xml

from dateline.analysis.news.item import Item, News
from dateline.errors import ArchiveError
from dateline.views.news.html import body
from dateline.views.news.text import NOTHING
from dateline.views.news.wording import HEADS, title

KEPT = 200
"""Items of a feed: a reader that comes once a day finds what several looks found."""
NOT_IN_XML = dict.fromkeys([*(code for code in range(32) if chr(code) not in "\t\n\r"), 0xFFFE, 0xFFFF])


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself; `link` is the address of the reading room, which has a page for each incident and article."""

    title: str
    link: str
    made_at: datetime


def news_rss(news: News, channel: Channel, before: str = "") -> str:
    """The feed with these items in front of those of the feed `before`; one with the same guid is told once.

    Raises ArchiveError where `before` is no feed.
    """
    earlier = list(_items_of(before)) if before.strip() else []
    new = [_item(item, channel) for item in news.items]
    known = {_guid(entry) for entry in earlier}
    root = Xml.Element("rss", version="2.0")
    head = Xml.SubElement(root, "channel")
    made = format_datetime(channel.made_at.astimezone(UTC), usegmt=True)
    told = f"What is new: {len(news.items)} items." if news.items else NOTHING
    for name, text in (("title", channel.title), ("link", channel.link), ("description", told), ("lastBuildDate", made)):
        _add(head, name, text)
    head.extend([*(entry for entry in new if _guid(entry) not in known), *earlier][:KEPT])
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _item(item: Item, channel: Channel) -> Xml.Element:
    entry = Xml.Element("item")
    _add(entry, "title", f"{HEADS[item.kind]}: {title(item)}")
    page = f"incidents/{quote(item.id)}" if item.subject == "incident" else f"articles/{quote(item.article or '')}"
    if item.article:
        _add(entry, "link", f"{channel.link.rstrip('/')}/{page}")
    _add(entry, "description", body(item))
    _add(entry, "category", item.kind)
    _add(entry, "guid", item.guid).set("isPermaLink", "false")
    _add(entry, "pubDate", format_datetime(channel.made_at.astimezone(UTC), usegmt=True))
    return entry


def _add(parent: Xml.Element, name: str, text: str) -> Xml.Element:
    child = Xml.SubElement(parent, name)
    child.text = text.translate(NOT_IN_XML)
    return child


def _guid(entry: Xml.Element) -> str:
    return entry.findtext("guid") or ""


def _items_of(feed: str) -> Iterable[Xml.Element]:
    try:
        root = Xml.fromstring(feed.encode())
    except Xml.ParseError as error:
        raise ArchiveError(f"the feed that is there cannot be read: {error} (delete it, or name another file)") from error
    if root.tag != "rss":
        raise ArchiveError(f"the file that is there is no RSS feed but {root.tag!r} (delete it, or name another file)")
    return root.iter("item")
