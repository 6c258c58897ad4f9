"""Asking one feed: what it says, and when it may be asked again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dateline.archive.feeds import FeedState
from dateline.errors import FetchFailed, SourceError
from dateline.sources.feeds import Feed, parse_feed
from dateline.sources.fetching import BackOff, Fetched, Fetcher, Validators

_ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
_LONGEST_REST = timedelta(hours=1)
"""A feed may ask to be left alone for some time; many ask for a day by mistake."""


@dataclass(frozen=True, slots=True)
class Polled:
    """The state of a feed after it was asked; `feed` is None where nothing has changed, or where `error` says what went wrong."""

    state: FeedState
    feed: Feed | None = None
    error: SourceError | None = None


def poll(url: str, before: FeedState | None, fetcher: Fetcher, now: datetime, every: float, back_off: BackOff) -> Polled:
    """Ask a feed; `every` is the seconds until it is asked again if all is well."""
    state = before or FeedState(url, None, None, None, now, now)
    try:
        fetched = fetcher.fetch(url, Validators(state.etag, state.last_modified), _ACCEPT)
        feed = parse_feed(fetched.body, fetched.url, _content_type(fetched)) if fetched.body is not None else None
    except SourceError as error:
        return Polled(_failed(state, error, now, back_off), error=error)
    rest = timedelta(seconds=every)
    if feed is not None:
        rest = max(rest, min(timedelta(minutes=feed.minutes or 0), _LONGEST_REST))
        # Of a feed whose end is missing one must not be told later that nothing has changed.
        known = Validators() if feed.cut_off else fetched.validators
        state = replace(state, title=feed.title, etag=known.etag, last_modified=known.last_modified)
    return Polled(replace(state, checked_at=now, next_at=now + rest, failures=0, error=None), feed)


def _failed(state: FeedState, error: SourceError, now: datetime, back_off: BackOff) -> FeedState:
    failures = state.failures + 1
    wait = max(back_off.seconds(failures), (error.wait or 0.0) if isinstance(error, FetchFailed) else 0.0)
    return replace(state, checked_at=now, next_at=now + timedelta(seconds=wait), failures=failures, error=str(error))


def _content_type(fetched: Fetched) -> str | None:
    if fetched.content_type is None:
        return None
    return f"{fetched.content_type}; charset={fetched.charset}" if fetched.charset else fetched.content_type
