"""Whether an entry holds its whole article, and that article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.errors import BadRecord, UnreadableSource
from dateline.knowledge.outlets import outlet_of_masthead
from dateline.records import LeftOut, Published
from dateline.sources.blocks import Block, Element, blocks, tree_of
from dateline.sources.drafts import Draft, with_title_in_front
from dateline.sources.feeds.entry import FeedEntry
from dateline.sources.publication_date import parse_days

_FEWEST_WORDS_OF_CONTENT = 100
_FEWEST_WORDS_OF_SUMMARY = 250
"""A summary of more words than this is the whole text in the place of the summary."""
_CUT_OFF = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|(?:read|find out|see) more|(?:continue|keep) reading|read (?:the )?(?:full|whole|rest)[\w ]{0,40}"
    r"|more ?[»›>→]+)[\s\]»›>→.]*",
    re.IGNORECASE,
)
_ENDING = 120
_PASSED_ON = re.compile(
    r"The (?:post|article) .{1,300} (?:appeared first on|first appeared on|was originally published (?:on|by)) .{1,100}"
)
_NOT_TEXT = frozenset({"figure", "figcaption", "aside", "form", "button", "nav", "table", "script", "style", "iframe", "object",
                       "video", "audio", "svg", "select", "textarea", "noscript", "template", "head", "title"})  # fmt: skip


def has_full_text(entry: FeedEntry) -> bool:
    """Whether the entry gives its whole text: enough words, and no "…" or "Continue reading" at its end."""
    try:
        lines = [block.text for block in _blocks(entry.html, entry.url or "")]
    except UnreadableSource:
        return False  # its page may be sound
    kept = [line for line in lines if not _PASSED_ON.fullmatch(line)]
    words = sum(len(line.split()) for line in kept)
    enough = _FEWEST_WORDS_OF_CONTENT if entry.is_content else _FEWEST_WORDS_OF_SUMMARY
    return words >= enough and not any(_is_cut_off(line) for line in kept[-2:])


def draft_of_entry(entry: FeedEntry, source: str, masthead: str | None = None) -> Draft:
    """The article of an entry that has its full text; `masthead` is the title of the feed. Raises BadRecord for a bad date."""
    shown = list(_blocks(entry.html, source))
    passed_on = [LeftOut(block.text, "source line") for block in shown if _PASSED_ON.fullmatch(block.text)]
    body = "\n\n".join(block.text for block in shown if not _PASSED_ON.fullmatch(block.text))
    title = _plain(entry.title, source) if entry.title else None
    draft = Draft(
        source,
        body,
        title=title,
        outlet=outlet_of_feed(masthead),
        published=published_of_entry(entry, source),
        url=entry.url,
        byline=entry.byline,
        left_out=tuple(passed_on),
    )
    return with_title_in_front(draft, title) if title else draft


def outlet_of_feed(masthead: str | None) -> str | None:
    """The outlet whose feed has this title: "BBC News - World" is of BBC News; a title that is not known stands for itself."""
    known = outlet_of_masthead(masthead) if masthead else None
    return known.name if known else masthead


def published_of_entry(entry: FeedEntry, source: str) -> Published | None:
    """The day that the entry gives, in the time zone that it is written in."""
    if entry.published is None:
        return None
    days = parse_days(entry.published)
    if days is None:
        raise BadRecord(source, f"cannot read the date {entry.published[:60]!r}", "give it with --published")
    return Published(*days, "metadata")


def with_facts_of_entry(draft: Draft, entry: FeedEntry, masthead: str | None) -> Draft:
    """The draft of an entry's page, with what the page does not say of itself as the feed says it."""
    return replace(
        draft,
        outlet=draft.outlet or outlet_of_feed(masthead),
        published=draft.published or published_of_entry(entry, draft.source),
        url=draft.url if draft.url and draft.url.startswith("http") else entry.url,
        byline=draft.byline or entry.byline,
    )


def _is_cut_off(line: str) -> bool:
    ending = line[-_ENDING:]
    return any(match.end() == len(ending) for match in _CUT_OFF.finditer(ending))


def _blocks(html: str, source: str) -> Iterator[Block]:
    tree: Element | None = tree_of(f"<html><body><div>{html}</div></body></html>", source) if html else None
    return blocks(tree, _NOT_TEXT) if tree is not None else iter(())


def _plain(title: str, source: str) -> str:
    """A title without markup: feeds escape it once or twice."""
    return " ".join(_texts(_blocks(title, source))) or title


def _texts(found: Iterable[Block]) -> Iterator[str]:
    return (block.text for block in found)
