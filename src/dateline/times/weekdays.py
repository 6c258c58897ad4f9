"""Days of the week and days named from today: "on Tuesday", "last Friday", "yesterday", "last night"."""

from __future__ import annotations

import re
from datetime import date

from dateline.knowledge.time_words import time_words
from dateline.records import DateInterval
from dateline.times.grammar import (
    DAY_PART,
    WEEKDAY,
    WEEKDAYS,
    Match,
    Meaning,
    Rule,
    before,
    compiled,
    following,
    one_of,
    opening,
    plain,
    weekday_number,
)
from dateline.times.periods import day_of, plus

WEEKS = {"last": -1, "this": 0, "next": 1}
SAME_WEEK_REACH = 2
"""A writer calls a day this near by its bare name, so `next Friday` on a Thursday is the one after."""
NAME_AFTER = re.compile(rf"\s+{one_of(time_words('weekday_name'))}\b")
NOT_A_NIGHT = re.compile(r"\s+(?:[A-Z]|into\s|on\s|flights?\b|trains?\b|stays?\b|trips?\b|success|sensation)")
REPEATED = re.compile(r"\b(?:every|each|alternate|any|most)\s+$", re.IGNORECASE)


def weekday_before(today: date, weekday: int) -> date:
    """The nearest such day not after `today`."""
    return plus(today, -((today.weekday() - weekday) % 7))


def weekday_after(today: date, weekday: int) -> date:
    """The nearest such day not before `today`."""
    return plus(today, (weekday - today.weekday()) % 7)


def last_weekday(today: date, weekday: int) -> date:
    """`last Friday`: strictly before today, and not one that its bare name would mean."""
    found = weekday_before(plus(today, -1), weekday)
    near = (today - found).days <= SAME_WEEK_REACH and found.weekday() < today.weekday()
    return plus(found, -7) if near else found


def next_weekday(today: date, weekday: int) -> date:
    """`next Friday`: strictly after today, and not one that its bare name would mean."""
    found = weekday_after(plus(today, 1), weekday)
    near = (found - today).days <= SAME_WEEK_REACH and found.weekday() > today.weekday()
    return plus(found, 7) if near else found


def _bare(weekday: int, today: date) -> Meaning:
    """A day six days back is hardly named without "last": far from its subject a page may be dated a day behind its news."""
    coming = weekday_after(today, weekday)
    past = coming if (coming - today).days == 1 else weekday_before(today, weekday)
    return Meaning(day_of(past), day_of(coming))


def _in_week(weekday: int, today: date, steps: int) -> Meaning:
    return Meaning(day_of(plus(today, weekday - today.weekday() + 7 * steps)))


def resolve_weekday(match: Match, today: date) -> Meaning | None:
    """Choose the day that the determiner or the week named after it says."""
    weekday, which = weekday_number(match["weekday"]), plain(match["which"])
    if week := plain(match["week"] or match["before"]):
        return _in_week(weekday, today, WEEKS[week])
    if which in ("last", "this past"):
        return Meaning(day_of(last_weekday(today, weekday)))
    if which in ("next", "this coming"):
        return Meaning(day_of(next_weekday(today, weekday)))
    return _in_week(weekday, today, 0) if which == "this" else _bare(weekday, today)


def resolve_anchored(match: Match, anchor: date) -> Meaning | None:
    """`the following Monday`, `the previous Friday`, `that Sunday`, seen from another date of the text."""
    weekday, which = weekday_number(match["weekday"]), plain(match["which"])
    if which == "the previous":
        return Meaning(day_of(weekday_before(plus(anchor, -1), weekday)))
    return Meaning(day_of(weekday_after(plus(anchor, 1 if which == "the following" else 0), weekday)))


def names_a_day(match: Match) -> bool:
    """Not the title of a paper ("Sunday Times") and not a day that comes round every week."""
    return not NAME_AFTER.match(following(match)) and not REPEATED.search(before(match))


def is_a_night(match: Match) -> bool:
    """Not "Overnight Energy", "an overnight flight"; the night of a day named next is left to that day."""
    return not NOT_A_NIGHT.match(following(match))


FROM_TODAY = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1, "last evening": -1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
DAYS_FROM_TODAY = one_of(FROM_TODAY)


def resolve_from_today(match: Match, today: date) -> Meaning | None:
    """Days counted from the day of publication; `this morning` is that day."""
    return Meaning(day_of(plus(today, FROM_TODAY.get(plain(match["day"]), 0))))


def resolve_overnight(match: Match, today: date) -> Meaning | None:
    """The night before publication: two days, since the text does not say which."""
    return Meaning(DateInterval(plus(today, -1), today, "other"), DateInterval(today, plus(today, 1), "other"))


RULES = (
    Rule(
        "weekday",
        opening(WEEKDAYS, "last", "this", "next", "early", "late"),
        compiled(
            rf"(?:(?P<which>last|next|this past|this coming|this) )?(?:(?P<before>last|next) week )?(?P<weekday>{WEEKDAY})"
            rf"(?: {DAY_PART}| lunchtime)?(?: (?:of )?(?P<week>last|this|next) week)?"
        ),
        resolve_weekday,
        names_a_day,
    ),
    Rule(
        "anchored_weekday",
        opening("the following", "the previous", "that"),
        compiled(rf"(?P<which>the following|the previous|that) (?P<weekday>{WEEKDAY})(?: {DAY_PART})?"),
        resolve_anchored,
        names_a_day,
        anchored=True,
    ),
    Rule(
        "day",
        opening(FROM_TODAY, "this", "earlier", "later"),
        compiled(
            rf"(?:(?:earlier|later|early|late) )?(?P<day>{DAYS_FROM_TODAY}|this (?:morning|afternoon|evening))(?: {DAY_PART})?"
        ),
        resolve_from_today,
    ),
    Rule("overnight", opening("overnight"), compiled("overnight"), resolve_overnight, is_a_night),
)
