"""Fetching pages from other people's servers: politely, within limits, and never from inside the user's own network."""

from dateline.sources.fetching.back_off import BackOff
from dateline.sources.fetching.clock import Clock, SystemClock
from dateline.sources.fetching.download import Limits
from dateline.sources.fetching.fetcher import Fetched, Fetcher, Validators

__all__ = ["BackOff", "Clock", "Fetched", "Fetcher", "Limits", "SystemClock", "Validators"]
