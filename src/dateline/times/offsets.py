"""Distances in time: "three days ago", "two days later", "a day after", "the following week", "in two weeks' time".

`ago` counts from publication, `later` and `earlier` from a date told before. In "talks opened on Tuesday, a day after Cairo
withdrew its envoy" the phrase dates what stands after it, so `after` counts back from the date told before, `before` forward.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from dateline.records import DateInterval
from dateline.times.bounds import ENDS_CLAUSE
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
    one_of,
    opening,
    plain,
)
from dateline.times.numerals import AMOUNT, amount
from dateline.times.periods import Unit, day_of, hull, period_of, plus, quarter, stepped, weekend_of

COUNT = rf"(?:(?P<count>a couple of|a few|{one_of(VAGUE)}|{AMOUNT}) )?"
LENGTH = rf"{COUNT}(?:full )?(?P<unit>minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie)(?P<plural>s)?"
OPENERS = opening(
    NUMBERS,
    VAGUE,
    "#",
    "half",
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "quarters",
    "years",
    "decades",
    "centuries",
    "a",
    "an",
)
UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1), "quarter": ("month", 3),
    "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100), "centurie": ("year", 100),
}  # fmt: skip
FINER: dict[Unit, tuple[Unit, int]] = {"day": ("day", 1), "week": ("day", 7), "month": ("day", 30), "year": ("month", 12)}
"""Into what units and how many of them a unit is divided for "two and a half years ago"."""
HOURS_A_DAY = 24
FAR_ENDS = {"day": 7, "week": 31, "month": 366}
"""Days within which an unnamed number of units lies: `days later` is within a week."""


def shifted(day: date, match: Match, direction: int) -> DateInterval | None:
    """What lies so many units after the day (`direction` 1) or before it (-1); None beyond the calendar.

    Days, and one week, are meant to the day; more weeks to the week, months to the month, years to the year.
    """
    unit = plain(match["unit"])
    steps = steps_of(plain(match["count"]), bool(match["plural"]))
    if unit in ("minute", "hour"):
        return day_of(plus(day, direction * (int(steps or 0) // HOURS_A_DAY if unit == "hour" else 0)))
    base, factor = UNITS[unit]
    try:
        return _some(day, base, factor, direction) if steps is None else _exactly(day, base, direction * steps * factor)
    except (ValueError, OverflowError):
        return None


def steps_of(count: str, plural: bool) -> Fraction | None:
    """How many units: one where no number stands before the singular, None where the text does not say."""
    if not count:
        return None if plural else Fraction(1)
    if "couple" in count:
        return Fraction(2)
    return None if count in VAGUE else amount(count)


def _exactly(day: date, unit: Unit, steps: Fraction) -> DateInterval:
    if steps.denominator != 1:
        unit, steps = FINER[unit][0], steps * FINER[unit][1]
    if unit == "day" or (unit == "week" and abs(steps) == 1):
        return day_of(stepped(day, unit, round(steps)))
    return period_of(day, unit, round(steps))


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
    steps, unit = steps_of(plain(match["count"]), bool(match["plural"])), plain(match["unit"])
    if steps is None or unit in ("minute", "hour") or steps.denominator != 1:
        found = shifted(today, match, 1)
        return Meaning(DateInterval(today, found.end if steps is not None else None, "other")) if found else None
    base, factor = UNITS[unit]
    try:
        return Meaning(DateInterval(today, stepped(today, base, round(steps * factor)), "other"))
    except (ValueError, OverflowError):
        # a count of years that leaves the calendar dates nothing
        return None


def resolve_apart(match: Match, anchor: date) -> Meaning | None:
    """`later` counts on from the date told before, `earlier` back from it."""
    return _shift(1 if plain(match["direction"]) in ("later", "on") else -1, match, anchor)


def resolve_clause(match: Match, anchor: date) -> Meaning | None:
    """The clause after `after` lies before the date told, that after `before` lies after it."""
    return _shift(-1 if plain(match["direction"]) == "after" else 1, match, anchor)


BESIDE = {"next": 1, "following": 1, "previous": -1, "prior": -1, "preceding": -1, "before": -1, "after": 1}
PARTS_OF_DAY = frozenset({"night", "morning", "evening", "afternoon"})


def resolve_beside(match: Match, anchor: date) -> Meaning | None:
    """`the next day`, `the previous week`, `that year`, `the month before`, seen from a date told before."""
    steps = BESIDE.get(plain(match["which"]).removeprefix("the "), 0)
    unit = plain(match["unit"])
    if unit == "quarter":
        moved = stepped(anchor, "month", 3 * steps)
        return Meaning(quarter(moved.year, (moved.month + 2) // 3))
    units: dict[str, Unit] = {"week": "week", "month": "month", "year": "year", "decade": "decade"}
    return Meaning(period_of(anchor, units.get(unit, "day"), steps))


def resolve_weekend(match: Match, anchor: date) -> Meaning | None:
    """`that weekend`, `the following weekend`, seen from a date told before."""
    return Meaning(weekend_of(stepped(anchor, "week", BESIDE.get(plain(match["which"]).removeprefix("the "), 0))))


PLAN = re.compile(
    r"\b(?:will|would|shall|to|due|scheduled|expected|planned|set|place|begin|begins|start|starts|expire|expires|held|deadline)\b",
    re.IGNORECASE,
)
RANK = re.compile(
    r"\b(?:time|times|once|twice|first|second|third|fourth|fifth|\w+th|\w+est|more|most|only|not)\b[^.;]*$", re.IGNORECASE
)


def is_plan(match: Match) -> bool:
    """`in two weeks` is a date only of something to come; "the third time in two years" is a length."""
    context = re.split(r"[.!?;\n]", before(match, 140))[-1]
    return bool(PLAN.search(context)) and not RANK.search(context) and not re.match(r"\s+(?:of|after)\b", following(match))


def is_not_every(match: Match) -> bool:
    """`two days a week` is a rate; and a score or price before the count is none of ours."""
    if match["plural"] and not match["count"] and COUNT_BEFORE.search(before(match)):
        return False
    return not re.search(r"(?:[\d.,$€£]|\b(?:every|for|few|first|last|the|these|those)\s)$", before(match, 8))


COUNT_BEFORE = re.compile(rf"(?:\d|\b{one_of(NUMBERS)})[\s-]+(?:full\s+)?$", re.IGNORECASE)
BESIDE_UNIT = "(?:day|night|morning|afternoon|evening|week|month|quarter|year|decade)"
RULES = (
    Rule("ago", OPENERS, compiled(rf"{LENGTH} ago"), resolve_ago),
    Rule(
        "year_ago",
        opening("year") | after_the("year"),
        compiled(r"(?:the )?(?P<count>)(?P<unit>year)(?P<plural>)?[\s-](?:ago|earlier)(?: (?:period|quarter|level|figure))?"),
        resolve_ago,
    ),
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
        opening("that", "later", "earlier") | after_the("same", "next", "following", "previous", "prior", "preceding"),
        compiled(
            r"(?:(?:later|earlier) )?(?P<which>the (?:same|next|following|previous|prior|preceding)|that(?: same)?)"
            rf" (?P<unit>{BESIDE_UNIT})"
        ),
        resolve_beside,
        anchored=True,
    ),
    Rule(
        "beside",
        after_the("day", "night", "week", "month", "quarter", "year", "decade"),
        compiled(rf"the (?P<unit>{BESIDE_UNIT}) (?P<which>before|after|previous)"),
        resolve_beside,
        lambda match: bool(ENDS_CLAUSE.match(match.string, match.end())),
        anchored=True,
    ),
    Rule(
        "beside",
        opening("earlier", "later", "early", "late"),
        compiled(r"(?:earlier|later|early|late) (?:in|that) (?P<which>the |)(?P<unit>day|night|morning|afternoon|evening)"),
        resolve_beside,
        anchored=True,
    ),
    Rule(
        "beside_weekend",
        opening("that") | after_the("same", "next", "following", "previous"),
        compiled(r"(?P<which>the (?:same|next|following|previous)|that(?: same)?) weekend"),
        resolve_weekend,
        anchored=True,
    ),
)
