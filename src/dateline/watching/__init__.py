"""Watching feeds: what is new in them goes into an archive, round after round."""

from dateline.watching.round import RoundReport, WatchOptions, watch_once
from dateline.watching.watch import watch

__all__ = ["RoundReport", "WatchOptions", "watch", "watch_once"]
