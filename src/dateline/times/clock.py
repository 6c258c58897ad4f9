"""Times of day: "3 a.m. on Thursday", "10:30 p.m. EST", "at 0900 GMT", "noon"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.records import Span

ZONE = r"(?:\s+(?:GMT|UTC|E[SD]?T|C[SDE]?T|P[SD]?T|M[SD]T|BST|CEST|IST|JST|KST|MSK|local\s+time|Eastern(?:\s+(?:time|Time))?))?"
CLOCK = re.compile(
    r"(?<![\w:.$€£])(?:"
    r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?=\s+(?:GMT|UTC|local|E[SD]T|CET|CEST|BST|IST|KST|JST|MSK|on\b|h\b))"
    r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s+(?:GMT|UTC|hours))"
    r"|(?P<name>\b(?:noon|midday|midnight))\b(?!\s+[A-Z])"
    rf"){ZONE}",
    re.IGNORECASE,
)
NAMES = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day and its TIMEX3 suffix, such as `T15:00`."""

    span: Span
    value: str


def find_clocks(text: str) -> list[Clock]:
    """All times of day, from left to right."""
    return [Clock(Span(*match.span()), _value(match)) for match in CLOCK.finditer(text)]


def _value(match: re.Match[str]) -> str:
    if match["name"]:
        return NAMES[match["name"].lower()]
    if match["military"]:
        return f"T{match['military'][:2]}:{match['military'][2:]}"
    if match["hour24"]:
        return f"T{int(match['hour24']):02}:{match['minute24']}"
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"T{hour:02}:{match['minute'] or '00'}"
