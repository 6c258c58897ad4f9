"""Distances in time: "three days ago", "two days later", "a day after", "the following week", "in two weeks' time".

`ago` counts from publication, `later` and `earlier` from a date told before. In "talks opened on Tuesday, a day after Cairo
withdrew its envoy" the phrase dates what stands after it, so `after` counts back from the date told before, `before` forward.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.records import DateInterval
from dateline.times.grammar import (
    NUMBERS,
    VAGUE,
    Match,
    Meaning,
    Rule,
    after_the,
    before,
    compiled,
    following,
    number,
    one_of,
    opening,
    plain,
)
from dateline.times.periods import Unit, day_of, hull, period_of, plus, stepped

COUNT = rf"(?:(?P<count>\d{{1,3}}|a couple of|a few|{one_of(VAGUE)}|{one_of(NUMBERS)}) )?"
LENGTH = rf"{COUNT}(?:full )?(?P<unit>minute|hour|day|week|fortnight|month|year|decade|century|centurie)(?P<plural>s)?"
OPENERS = opening(NUMBERS, VAGUE, "#", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries", "a", "an")
UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1),
    "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100), "centurie": ("year", 100),
}  # fmt: skip
HOURS_A_DAY = 24
FAR_ENDS = {"day": 7, "week": 31, "month": 366}
"""Days within which an unnamed number of units lies: `days later` is within a week."""


def shifted(day: date, match: Match, direction: int) -> DateInterval | None:
    """What lies so many units after the day (`direction` 1) or before it (-1); None beyond the calendar.

    Days, and one week, are meant to the day; more weeks to the week, months to the month, years to the year.
    """
    unit = plain(match["unit"])
    steps = _steps(plain(match["count"]), bool(match["plural"]))
    if unit in ("minute", "hour"):
        return day_of(plus(day, direction * ((steps or 0) // HOURS_A_DAY if unit == "hour" else 0)))
    base, factor = UNITS[unit]
    try:
        return _some(day, base, factor, direction) if steps is None else _exactly(day, base, direction * steps * factor)
    except (ValueError, OverflowError):
        return None


def _steps(count: str, plural: bool) -> int | None:
    if not count:
        return None if plural else 1
    if "couple" in count:
        return 2
    return None if count in VAGUE else number(count)


def _exactly(day: date, unit: Unit, steps: int) -> DateInterval:
    if unit == "day" or (unit == "week" and abs(steps) == 1):
        return day_of(stepped(day, unit, steps))
    return period_of(day, unit, steps)


def _some(day: date, unit: Unit, factor: int, direction: int) -> DateInterval:
    near = stepped(day, unit, direction * factor)
    far = plus(day, direction * FAR_ENDS[unit]) if unit in FAR_ENDS else None
    return DateInterval(near, far, "other") if direction > 0 else DateInterval(far, near, "other")


def shifted_interval(interval: DateInterval, match: Match, direction: int) -> DateInterval | None:
    """Like `shifted`, from both ends of an interval; None where one of them is open."""
    if interval.start is None or interval.end is None:
        return None
    first, last = shifted(interval.start, match, direction), shifted(interval.end, match, direction)
    return hull(first, last) if first and last else None


def _shift(direction: int, match: Match, day: date) -> Meaning | None:
    found = shifted(day, match, direction)
    return Meaning(found) if found else None


def resolve_ago(match: Match, today: date) -> Meaning | None:
    """Counted back from publication."""
    return _shift(-1, match, today)


def resolve_from_now(match: Match, today: date) -> Meaning | None:
    """Counted on from publication."""
    return _shift(1, match, today)


def resolve_within(match: Match, today: date) -> Meaning | None:
    """From today to so many units later; open where the text does not say how many."""
    found = shifted(today, match, 1)
    exact = _steps(plain(match["count"]), bool(match["plural"])) is not None
    return Meaning(DateInterval(today, found.end if exact else None, "other")) if found else None


def resolve_apart(match: Match, anchor: date) -> Meaning | None:
    """`later` counts on from the date told before, `earlier` back from it."""
    return _shift(1 if plain(match["direction"]) in ("later", "on") else -1, match, anchor)


def resolve_clause(match: Match, anchor: date) -> Meaning | None:
    """The clause after `after` lies before the date told, that after `before` lies after it."""
    return _shift(-1 if plain(match["direction"]) == "after" else 1, match, anchor)


def resolve_beside(match: Match, anchor: date) -> Meaning | None:
    """`the next day`, `the previous week`, `that year`, seen from a date told before."""
    steps = {"next": 1, "following": 1, "previous": -1}.get(plain(match["which"]).removeprefix("the "), 0)
    units: dict[str, Unit] = {"day": "day", "night": "day", "morning": "day", "evening": "day", "afternoon": "day"}
    rest: dict[str, Unit] = {"week": "week", "month": "month", "year": "year", "decade": "decade"}
    return Meaning(period_of(anchor, (units | rest)[plain(match["unit"])], steps))


PLAN = re.compile(
    r"\b(?:will|would|shall|to|due|scheduled|expected|planned|set|place|begin|begins|start|starts|expire|expires|held|deadline)\b",
    re.IGNORECASE,
)
RANK = re.compile(r"\b(?:time|times|once|twice|first|second|third|fourth|fifth|\w+th|\w+est|more|not)\b[^.;]*$", re.IGNORECASE)


def is_plan(match: Match) -> bool:
    """`in two weeks` is a date only of something to come; "the third time in two years" is a length."""
    context = re.split(r"[.!?;\n]", before(match, 60))[-1]
    return bool(PLAN.search(context)) and not RANK.search(context) and not re.match(r"\s+(?:of|after)\b", following(match))


def is_not_every(match: Match) -> bool:
    """`two days a week` is a rate; and a score or price before the count is none of ours."""
    return not re.search(r"(?:[\d.,$€£]|\b(?:every|for|few|first|last|the|these|those)\s)$", before(match, 8))


RULES = (
    Rule("ago", OPENERS, compiled(rf"{LENGTH} ago"), resolve_ago),
    Rule("from_now", OPENERS, compiled(rf"{LENGTH} from now"), resolve_from_now),
    Rule("from_now", opening("in"), compiled(rf"in {LENGTH}['’]?s?['’]? time"), resolve_from_now),
    Rule("from_now", opening("in"), compiled(rf"in {LENGTH}"), resolve_from_now, is_plan),
    Rule("within", opening("within"), compiled(rf"within {LENGTH}"), resolve_within, is_plan),
    Rule("apart", OPENERS, compiled(rf"{LENGTH} (?P<direction>later|earlier)"), resolve_apart, is_not_every, anchored=True),
    Rule(
        "clause_apart", OPENERS, compiled(rf"{LENGTH} (?P<direction>after|before)"), resolve_clause, is_not_every, anchored=True
    ),
    Rule(
        "clause_apart",
        after_the("day"),
        compiled(r"(?P<count>)the (?P<unit>day)(?P<plural>)? (?P<direction>after|before)"),
        resolve_clause,
        anchored=True,
    ),
    Rule(
        "beside",
        opening("that", "later", "earlier") | after_the("same", "next", "following", "previous"),
        compiled(
            r"(?:(?:later|earlier) )?(?P<which>the (?:same|next|following|previous)|that(?: same)?)"
            r" (?P<unit>day|night|morning|afternoon|evening|week|month|year|decade)"
        ),
        resolve_beside,
        anchored=True,
    ),
)
