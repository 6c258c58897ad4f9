"""The article of an entry whose feed gives only its beginning: its page, fetched and read."""

from __future__ import annotations

from dateline.archive.feeds import EntryState
from dateline.errors import BadRecord, FetchFailed
from dateline.records import Article
from dateline.sources.decoding import decode
from dateline.sources.drafts import finish
from dateline.sources.feeds import FeedEntry
from dateline.sources.feeds.full_text import with_facts_of_entry
from dateline.sources.fetching import Fetcher
from dateline.sources.options import SourceOptions
from dateline.sources.page import draft_of_page

_ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
_PAGES = frozenset({None, "text/html", "application/xhtml+xml", "text/plain"})


def article_of_page(state: EntryState, masthead: str | None, fetcher: Fetcher, options: SourceOptions) -> Article:
    """Fetch and read the page of an entry; raises SourceError."""
    if state.url is None:
        problem = "the entry gives neither its whole text nor the address of its page"
        raise BadRecord(source_of(state), problem, "leave the feed out")
    fetched = fetcher.fetch(state.url, accept=_ACCEPT)
    if fetched.content_type not in _PAGES or fetched.body is None:
        raise FetchFailed(state.url, f"is no web page but {fetched.content_type}", "leave it out", lasting=True)
    draft = draft_of_page(decode(fetched.body, state.url, fetched.charset), state.url, options)
    return finish(with_facts_of_entry(draft, _entry(state), masthead), options)


def source_of(state: EntryState) -> str:
    """What the article of an entry is called by: the address of its page, else its feed and its id there."""
    return state.url or f"{state.feed}#{state.guid or state.id}"


def _entry(state: EntryState) -> FeedEntry:
    return FeedEntry(state.guid, state.url, state.title, state.published, state.updated, state.byline, "", False)
