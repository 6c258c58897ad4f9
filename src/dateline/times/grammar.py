"""Rules that read a time expression, and the pieces of pattern that they share.

A rule is tried only where its first word stands (`openers`), so that a text is scanned once and not once per rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from dateline.knowledge.time_words import time_numbers, time_words
from dateline.records import DateInterval

NUMBER_TOKEN = "#"
"""Stands among the openers for a run of digits."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means: `interval` in a clause about the past, `future` in one about the future (None: the same)."""

    interval: DateInterval
    future: DateInterval | None = None


Match = re.Match[str]
Resolve = Callable[[Match, date], Meaning | None]
Guard = Callable[[Match], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction: where it may open, its pattern, and what it means on a given day.

    That day is the day of publication or, where `anchored`, the date of an expression before it. `absolute` rules need
    no day where the match has a year: they are then resolved with `date.min`, for which they return None if the year lacks.
    """

    kind: str
    openers: frozenset[str]
    pattern: re.Pattern[str]
    resolve: Resolve
    guard: Guard = field(default=lambda match: True)
    absolute: bool = False
    anchored: bool = False


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile, any case; a blank in the pattern matches any white space, and the match ends at the end of a word."""
    return re.compile(pattern.replace(" ", r"\s+") + r"(?!\w)", re.IGNORECASE)


def one_of(words: Iterable[str]) -> str:
    """Alternatives as one group, the longest first."""
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


def opening(*groups: Iterable[str] | str) -> frozenset[str]:
    """The first words of all expressions of these groups, in small letters; after `the` the second one too."""
    words = [word for group in groups for word in ([group] if isinstance(group, str) else group)]
    return frozenset(_opener(word.lower()) for word in words)


def after_the(*groups: Iterable[str] | str) -> frozenset[str]:
    """The same, each with `the` before it."""
    return frozenset(word if word.startswith("the ") else f"the {word}" for word in opening(*groups))


def _opener(words: str) -> str:
    first, *rest = re.split(r"[\s\-'’]", words)
    return f"the {rest[0]}" if first == "the" and rest else first


def before(match: Match, length: int = 24) -> str:
    """The text just before the match."""
    return match.string[max(0, match.start() - length) : match.start()]


def following(match: Match, length: int = 24) -> str:
    """The text just after the match."""
    return match.string[match.end() : match.end() + length]


def plain(text: str | None) -> str:
    """Small letters, with single blanks; empty for a group that did not match."""
    return " ".join(text.lower().split()) if text else ""


MONTHS = time_numbers("month")
SHORT_MONTHS = time_numbers("month_short")
ALL_MONTHS = {**MONTHS, **SHORT_MONTHS}
WEEKDAYS = time_numbers("weekday")
ALL_WEEKDAYS = {**WEEKDAYS, **time_numbers("weekday_short")}
UP_TO_TWENTY = time_numbers("number")
TENS = time_numbers("tens")
COMPOUNDS = {f"{ten}-{one}": TENS[ten] + UP_TO_TWENTY[one] for ten in TENS for one in list(UP_TO_TWENTY)[:9]}
NUMBERS = {**UP_TO_TWENTY, **TENS, **COMPOUNDS}
ORDINALS = time_numbers("ordinal")
PARTS = time_numbers("part")
SEASONS = time_numbers("season")
VAGUE = time_words("vague")

MONTH = one_of(MONTHS)
ANY_MONTH = rf"(?:{one_of(MONTHS)}|{one_of(SHORT_MONTHS)}\b\.?)"
WEEKDAY = one_of(WEEKDAYS)
ANY_WEEKDAY = rf"(?:{one_of(WEEKDAYS)}|{one_of(time_words('weekday_short'))}\b\.?)"
DAY_PART = one_of(time_words("day_part"))
YEAR = r"(?:1\d{3}|20\d\d)(?![\d%]|[.,:]\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d)"
PART = one_of(PARTS)
COUNTED = re.compile(rf"[\s-]+(?:\w+\s+)?{one_of(time_words('counted'))}\b")


def month_number(text: str) -> int:
    """1 to 12, for a month's name or its abbreviation."""
    return ALL_MONTHS[text.lower().rstrip(".")]


def weekday_number(text: str) -> int:
    """0 (Monday) to 6."""
    return ALL_WEEKDAYS[text.lower().rstrip(".")]


def day_number(text: str) -> int:
    """A day of the month, with or without `st`, `nd`, `rd`, `th`."""
    return int(text[:2] if text[1:2].isdigit() else text[0])


def number(text: str) -> int:
    """A whole number in digits or words."""
    return int(text) if text.isdigit() else NUMBERS[plain(text)]
