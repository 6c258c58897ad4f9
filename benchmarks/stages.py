"""Processor time of each step of reading, measured by wrapping what `dateline.reading` calls."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import dateline.language.document as parsing
import dateline.reading as reading

STAGES = {
    "parse": [(parsing, "tokenise"), (parsing, "fill"), (parsing, "_document")],
    "network of statements": [(reading, "tag"), (reading, "words_of")],
    "network of relations": [(reading, "score_relations")],
    "times": [(reading, "find_times")],
    "statements": [(reading, "draft_statements"), (reading, "decide"), (reading, "assemble")],
    "actors": [(reading, "find_actors")],
    "events": [(reading, "find_events")],
    "positions": [(reading, "find_positions")],
    "places": [(reading, "_places")],
}


@contextmanager
def measured_stages() -> Iterator[Mapping[str, float]]:
    """Seconds of each stage, without the stages within it; for reading in one thread."""
    spent: dict[str, float] = defaultdict(float)
    within: list[float] = []
    kept = [(module, name, getattr(module, name)) for places in STAGES.values() for module, name in places]
    for stage, places in STAGES.items():
        for module, name in places:
            setattr(module, name, _timed(getattr(module, name), stage, spent, within))
    try:
        yield spent
    finally:
        for module, name, function in kept:
            setattr(module, name, function)


def _timed(function: Callable[..., Any], stage: str, spent: dict[str, float], within: list[float]) -> Callable[..., Any]:
    def run(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        within.append(0.0)
        try:
            return function(*given, **named)
        finally:
            took, inner = time.process_time() - start, within.pop()
            spent[stage] += took - inner
            if within:
                within[-1] += took

    return run
