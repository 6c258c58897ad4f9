"""Words before an expression that move or open its ends: "since Thursday", "by the end of the month", "late on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from dateline.knowledge.time_words import time_words
from dateline.records import DateInterval
from dateline.times.grammar import Meaning, one_of, plain
from dateline.times.periods import third_of

LEADER = re.compile(
    r"\b(?:(?:earlier|later|early|late|overnight)\s+(?:on\s+)?|overnight\s+into\s+|at\s+(?:dawn|dusk|noon|midday|midnight|sunrise|sunset)\s+on\s+"
    r"|in\s+the\s+(?:early|small|late)\s+hours\s+of\s+|on\s+the\s+(?:night|morning|afternoon|evening)\s+of\s+)$",
    re.IGNORECASE,
)
BOUND = re.compile(
    r"\b(?P<word>ever\s+since|since|by|until|till|up\s+to|before|after|through)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
PART_OF = re.compile(r"\b(?:the\s+)?(?P<part>end|start|beginning|middle)\s+of\s+$", re.IGNORECASE)
ENDS_CLAUSE = re.compile(r"\s*(?:[.,;:!?)”\"]|$)")
FIRST_SINCE = re.compile(rf"\b(?:{one_of(time_words('superlative'))}|\w{{3,}}est)\b[^.;\n]{{0,80}}$", re.IGNORECASE)
PARTS = {"start": 0, "beginning": 0, "middle": 1, "end": 2}
REACH = 60
FIXED = frozenset({"modifier_year", "modifier_month", "name", "within", "clause_apart", "dateline"})
"""Kinds that no word before them opens."""


def opened(interval: DateInterval, word: str) -> DateInterval:
    """The interval with the end open that the bounding word opens."""
    if word in ("since", "ever since"):
        return replace(interval, end=None)
    if word in ("by", "until", "till", "up to", "through"):
        return replace(interval, start=None)
    if word == "after":
        return DateInterval(interval.end, None, interval.precision)
    return DateInterval(None, interval.start, interval.precision)


def each(meaning: Meaning, change: Callable[[DateInterval], DateInterval]) -> Meaning:
    """The meaning with both its readings changed in one way."""
    return Meaning(change(meaning.interval), change(meaning.future) if meaning.future else None)


def bounded(text: str, start: int, end: int, kind: str, meaning: Meaning) -> tuple[int, Meaning] | None:
    """The start and meaning of the expression at `text[start:end]` together with the words before it that bear on it.

    None where it dates nothing: "the first test since 2011" did not happen since 2011.
    """
    if kind in FIXED:
        return start, meaning
    start, meaning = _part_taken(text, start, meaning)
    start = _before_leader(text, start, meaning)
    match = BOUND.search(text, max(0, start - REACH), start)
    if match is None:
        return start, meaning
    word = plain(match["word"])
    if word in ("since", "ever since") and FIRST_SINCE.search(text, max(0, match.start() - REACH), match.start()):
        return None
    if word in ("after", "before") and not ENDS_CLAUSE.match(text, end):
        return start, meaning
    changed = each(meaning, partial(opened, word=word))
    return (match.start(), changed) if changed.interval.start or changed.interval.end else (start, meaning)


def _part_taken(text: str, start: int, meaning: Meaning) -> tuple[int, Meaning]:
    match = PART_OF.search(text, max(0, start - REACH), start)
    if match is None or meaning.interval.precision == "day":
        return start, meaning
    part = PARTS[match["part"].lower()]
    return match.start(), each(meaning, lambda interval: third_of(interval, part))


def _before_leader(text: str, start: int, meaning: Meaning) -> int:
    match = LEADER.search(text, max(0, start - REACH), start) if meaning.interval.precision == "day" else None
    return match.start() if match else start
