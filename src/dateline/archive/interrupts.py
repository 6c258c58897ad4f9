"""Ctrl-C and the database.

An interrupt in the middle of a write leaves DuckDB's connection in a state that depends on where it struck, so it waits until the
transaction is over: milliseconds. Queries that only read can be interrupted; DuckDB reports that as an error of its own.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import duckdb


@contextmanager
def deferred_interrupts() -> Iterator[None]:
    """Hold back Ctrl-C until the block is done; within another such block, and outside the main thread, nothing changes."""
    handler = signal.getsignal(signal.SIGINT)
    in_main_thread = threading.current_thread() is threading.main_thread()
    if not in_main_thread or not callable(handler) or isinstance(handler, _Pending):
        yield
        return
    pending = _Pending()
    signal.signal(signal.SIGINT, pending)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if pending.called:
            handler(signal.SIGINT, None)


@contextmanager
def interrupted_queries() -> Iterator[None]:
    """Turn DuckDB's report that a query was interrupted back into KeyboardInterrupt."""
    try:
        yield
    except (duckdb.Error, RuntimeError) as error:
        if "Query interrupted" in str(error) or "KeyboardInterrupt" in str(error):
            raise KeyboardInterrupt from error
        raise


class _Pending:
    """A handler that only notes that it was called."""

    def __init__(self) -> None:
        self.called = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.called = True
