"""What stays in memory for long is no garbage: the collector need not go through it again and again.

While articles are added, some hundred thousand objects are kept from one batch to the next. A full collection goes through all of
them, and one is due whenever a quarter has been added: in the long run a seventh of the time of putting together.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

YOUNG = 20_000
"""Objects made since the last look after which the young ones are looked through; Python's own 700 suit small programs."""
LOOKED_THROUGH = 128
"""Calls after which what was exempted is looked through all the same."""


@contextmanager
def kept_from_collection() -> Iterator[Callable[[], None]]:
    """Gives a function to be called between two pieces of work, which exempts what is in memory by then from collection.

    Within it garbage is looked for less often. Afterwards nothing is exempt that was not before.
    """
    exempted_before, thresholds = gc.get_freeze_count() > 0, gc.get_threshold()
    calls = 0

    def exempt() -> None:
        nonlocal calls
        calls += 1
        everything = calls % LOOKED_THROUGH == 0 and not exempted_before
        if everything:
            gc.unfreeze()
        gc.collect(2 if everything else 1)
        gc.freeze()

    if 0 < thresholds[0] < YOUNG:
        gc.set_threshold(YOUNG, *thresholds[1:])
    try:
        yield exempt
    finally:
        gc.set_threshold(*thresholds)
        if not exempted_before:
            gc.unfreeze()
