"""Periods named from the day of publication: "last week", "earlier this month", "the weekend", "the past two years"."""

from __future__ import annotations

import re
from datetime import date

from dateline.records import DateInterval, Precision
from dateline.times.grammar import (
    NUMBERS,
    PART,
    PARTS,
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
from dateline.times.periods import Unit, last_weekend, period_of, plus, plus_months, quarter, stepped, third_of, weekend_of

UNIT = "(?:day|week|month|year|decade)"
PERIOD = "(?:week|month|year|decade|quarter|weekend)"
STEPS = {
    "last": -1,
    "this past": -1,
    "this": 0,
    "the current": 0,
    "the": 0,
    "next": 1,
    "this coming": 1,
    "the coming": 1,
    "the latest": -1,
}
TUESDAY = 1
"""Until this day `this weekend` may be the one just over."""
LONGEST_PLAN = 24
"""More years or months ahead are told of the past ("over the next sixty years") or are a figure of speech."""
ONE_NUMBER = rf"(?:\d{{1,3}}|{one_of(NUMBERS)})"
HOW_MANY = rf"(?:(?:{ONE_NUMBER} (?:or|to) )?(?P<count>{ONE_NUMBER}|couple of|few|{one_of(VAGUE)}|many, many) )?"
"""Of "three or four weeks" the four."""
SOME = frozenset({*VAGUE, "few", "many, many"})
WHOLE: dict[str, Precision] = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade"}


def named_period(day: date, kind: str, steps: int) -> DateInterval:
    """The week, weekend, month, quarter, year or decade around the day, or the one `steps` later."""
    if kind == "weekend":
        return weekend_of(plus(day, 7 * steps)) if steps >= 0 else last_weekend(day)
    if kind == "quarter":
        moved = plus_months(day, 3 * steps)
        return quarter(moved.year, (moved.month + 2) // 3)
    return period_of(day, _unit(kind), steps)


def _unit(text: str) -> Unit:
    units: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade"}
    return units[text.lower()]


def resolve_period(match: Match, today: date) -> Meaning | None:
    """A whole period; with `early` or `the end of` a third of it; with `earlier` or `later` the side of it up to today."""
    whole = named_period(today, plain(match["period"]), STEPS[plain(match["which"])])
    part = plain(match["part"])
    if plain(match["period"]) == "weekend" and plain(match["which"]) == "this":
        return Meaning(last_weekend(today), whole) if today.weekday() <= TUESDAY else Meaning(whole)
    if part in PARTS:
        return Meaning(third_of(whole, PARTS[part]))
    if plain(match["which"]) not in ("this", "the"):
        return Meaning(whole)
    if part in ("earlier", "so far"):
        return Meaning(DateInterval(whole.start, today, "other"))
    return Meaning(DateInterval(today, whole.end, "other") if part == "later" else whole)


def is_own_period(match: Match) -> bool:
    """`in the last year of the war` is no period of ours, and `next year's` after a possessive is."""
    if re.match(r"[\s-]+century\b", following(match)):
        return False
    return not re.match(r"\s+of\b(?!\s+(?:talks|fighting|violence|clashes))", following(match))


def is_definite(match: Match) -> bool:
    """`the end of the week` counts from today; `the week` alone says nothing."""
    return bool(match["part"])


def resolve_weekend(match: Match, today: date) -> Meaning | None:
    """The last full weekend, or the current one on a Sunday; in the future the coming one."""
    return Meaning(last_weekend(today), weekend_of(today))


def resolve_past_span(match: Match, today: date) -> Meaning | None:
    """From so many units ago to today; open where the text does not say how many."""
    unit = _unit(match["unit"])
    count = plain(match["count"])
    precision = WHOLE[unit]
    if count in SOME or (not count and match["plural"]):
        return Meaning(DateInterval(None, today, precision))
    steps = 2 if "couple" in count else number(count) if count else 1
    return _safe_span(today, unit, -steps)


def resolve_coming_span(match: Match, today: date) -> Meaning | None:
    """From today to so many units later; open where the text does not say how many."""
    unit = _unit(match["unit"])
    count = plain(match["count"])
    if count in SOME or (not count and match["plural"]):
        return Meaning(DateInterval(today, None, WHOLE[unit]))
    steps = 2 if "couple" in count else number(count) if count else 1
    return _safe_span(today, unit, steps) if steps <= LONGEST_PLAN or unit in ("day", "week") else None


def _safe_span(today: date, unit: Unit, steps: int) -> Meaning | None:
    try:
        other = stepped(today, unit, steps)
    except (ValueError, OverflowError):
        # a count of years that leaves the calendar ("999 decades") dates nothing
        return None
    return Meaning(DateInterval(min(today, other), max(today, other), "other"))


def is_time_span(match: Match) -> bool:
    """`recent days` needs no article, `coming` likewise; `the next day` alone is told from another date."""
    return bool(match["count"] or match["plural"])


def is_past_span(match: Match) -> bool:
    """The verb is no span ("a deal that would last ten years"), and `the previous day` is told from another date."""
    if "previous" in match[0].lower() and not is_time_span(match):
        return False
    return (match[0][:3].lower() == "the" or bool(IN_SPAN.search(before(match)))) and is_own_period(match)


IN_SPAN = re.compile(r"\b(?:in|over|during|for|within|throughout|of)\s+$", re.IGNORECASE)


COUNTED_ON = re.compile(r"\s+(?:after|before|since|later|earlier|ago)\b", re.IGNORECASE)


def has_preposition(match: Match) -> bool:
    """`over the next year` counts from today; `the next year` goes on a story, and "coming one week after" is the verb."""
    if COUNTED_ON.match(following(match)) and plain(match[0]).startswith("coming"):
        return False
    return is_time_span(match) or bool(IN_SPAN.search(before(match)))


SPANS = ("past", "last", "recent", "previous")
RULES = (
    Rule(
        "period",
        opening("last", "this", "next", "earlier", "later", "so", PARTS) | after_the("current", "coming", "latest"),
        compiled(
            rf"(?:(?P<part>{PART}|earlier|later|so far)[\s-]+(?:in )?)?"
            rf"(?P<which>last|this past|this coming|this|next|the current|the coming|the latest) (?P<period>{PERIOD})"
        ),
        resolve_period,
        is_own_period,
    ),
    Rule(
        "period",
        opening("earlier", "later", PARTS),
        compiled(rf"(?P<part>{PART}|earlier|later)[\s-]+(?:in )?(?P<which>the) (?P<period>{PERIOD})"),
        resolve_period,
        lambda match: is_definite(match) and is_own_period(match),
    ),
    Rule(
        "weekend",
        after_the("weekend"),
        compiled("the weekend"),
        resolve_weekend,
        lambda match: bool(re.search(r"\b(?:over|at|on|during|by|before|since|throughout|for|of)\s+$", before(match), re.I)),
    ),
    Rule(
        "past_span",
        opening(SPANS) | after_the(SPANS),
        compiled(rf"(?:the )?(?:past|last|recent|previous) {HOW_MANY}(?P<unit>{UNIT})(?P<plural>s)?"),
        resolve_past_span,
        is_past_span,
    ),
    Rule(
        "past_span",
        opening("past", "last") | after_the("past", "last"),
        compiled(r"(?:the )?(?:past|last) (?:\d{1,2}|few|several|24|48|72) (?P<unit>hours)"),
        lambda match, today: Meaning(DateInterval(plus(today, -1), today, "other")),
    ),
    Rule(
        "coming_span",
        opening("coming", "next") | after_the("coming", "next"),
        compiled(rf"(?:the )?(?:coming|next) {HOW_MANY}(?P<unit>{UNIT})(?P<plural>s)?"),
        resolve_coming_span,
        lambda match: has_preposition(match) and is_own_period(match),
    ),
)
