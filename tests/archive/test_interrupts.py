"""Ctrl-C waits for the end of a block, and is not lost."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from dateline.archive import open_archive
from dateline.archive.interrupts import deferred_interrupts, interrupted_queries

LONG_QUERY = "SELECT count(*) FROM range(100000) AS x, range(20000) AS y WHERE hash(x.range, y.range) % 7 = 3"


def interrupt(done: list[str]) -> None:
    with deferred_interrupts():
        with deferred_interrupts():
            signal.raise_signal(signal.SIGINT)
            done.append("inner")
        done.append("outer")
    done.append("after")


def test_an_interrupt_comes_after_the_outermost_block() -> None:
    done: list[str] = []
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        interrupt(done)
    assert done == ["inner", "outer"]
    assert signal.getsignal(signal.SIGINT) is before


def test_other_threads_are_left_alone() -> None:
    done: list[bool] = []

    def work() -> None:
        with deferred_interrupts():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_a_query_that_was_interrupted_is_an_interrupt() -> None:
    with pytest.raises(KeyboardInterrupt), interrupted_queries():
        raise RuntimeError("Query interrupted")


def test_other_errors_pass() -> None:
    with pytest.raises(RuntimeError, match="something else"), interrupted_queries():
        raise RuntimeError("something else")


def test_a_long_query_can_be_interrupted(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.duckdb") as archive:
        threading.Timer(0.2, os.kill, [os.getpid(), signal.SIGINT]).start()
        with pytest.raises(KeyboardInterrupt):
            archive.select(LONG_QUERY)
        assert archive.select("SELECT 1 AS one") == [{"one": 1}]
