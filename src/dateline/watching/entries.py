"""Which page an entry of a feed means, and whether it tells anything new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from dateline.archive.feeds import EntryState
from dateline.records import content_id
from dateline.sources.feeds import FeedEntry, canonical_url


@dataclass(frozen=True, slots=True)
class News:
    """An entry that is new or has changed, and the state that it begins with."""

    entry: FeedEntry
    state: EntryState


def states_of(entries: Iterable[FeedEntry], feed: str, now: datetime) -> Iterator[News]:
    """The entries with the state of a new one, each page once."""
    seen: set[str] = set()
    for entry in entries:
        page = canonical_url(entry.url) if entry.url else None
        key = content_id("fen", "page", page) if page else content_id("fen", feed, entry.guid or entry.fingerprint)
        if key in seen:
            continue
        seen.add(key)
        state = EntryState(
            id=key, feed=feed, guid=entry.guid, url=entry.url, page=page, title=entry.title, published=entry.published,
            updated=entry.updated, byline=entry.byline, fingerprint=entry.fingerprint, status="waiting", attempts=0,
            next_at=now, error=None, first_seen=now, changed_at=now,
        )  # fmt: skip
        yield News(entry, state)


def changed_since(news: Iterable[News], known: Sequence[EntryState]) -> Iterator[News]:
    """Those that are not known, or of which their own feed says something else than before.

    Another feed may describe the same page in other words for ever; only the one that told of it first is believed.
    """
    by_id = {state.id: state for state in known}
    by_guid = {(state.feed, state.guid): state for state in known if state.guid}
    for each in news:
        before = by_id.get(each.state.id) or _moved(each.state, by_guid.get((each.state.feed, each.state.guid or "")))
        if before is None:
            yield each
        elif before.feed == each.state.feed and before.fingerprint != each.state.fingerprint:
            yield replace(each, state=replace(each.state, id=before.id, first_seen=before.first_seen))


def site_of(state: EntryState) -> str:
    """The host of an entry's page; entries without one are of their feed's site."""
    return (state.page or canonical_url(state.feed) or state.feed).partition("/")[0]


def host_of(url: str) -> str:
    """Under which name the pauses between requests are kept."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return url


def _moved(state: EntryState, before: EntryState | None) -> EntryState | None:
    """The entry of the same guid, if it is the same article at another address: some feeds number their entries anew each day."""
    return before if before is not None and before.title == state.title else None
