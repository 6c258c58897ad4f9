"""Months, their weeks, quarters, halves and seasons: "in January", "mid-March", "the third quarter of 2024", "last winter"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dateline.knowledge.time_words import time_words
from dateline.records import DateInterval
from dateline.times.grammar import (
    ALL_MONTHS,
    MONTH,
    MONTHS,
    NUMBER_TOKEN,
    ORDINALS,
    PART,
    PARTS,
    SEASONS,
    SHORT_MONTHS,
    YEAR,
    Match,
    Meaning,
    Rule,
    after_the,
    before,
    compiled,
    following,
    month_number,
    one_of,
    opening,
    plain,
)
from dateline.times.periods import half, months, plus, quarter, season, third_of

WHICH_YEAR = {"last year": -1, "this year": 0, "the year": 0, "next year": 1}
OF_YEAR = rf"(?:,? (?:of )?(?P<year>{YEAR}|{one_of(WHICH_YEAR)}))"
IN_PERIOD = re.compile(
    r"\b(?:in|since|during|until|till|throughout|through|by|before|after|from|of|to|for|around|between|and|or|last|this|next)\s+$",
    re.IGNORECASE,
)
NOT_A_PERSON = re.compile(r"\b(?:in|during|until|till|throughout|through|early|late|mid)[\s-]+$", re.IGNORECASE)
IN_SEASON = re.compile(r"\b(?:in|since|during|until|throughout|by|over|through|of|for|all)\s+(?:the\s+)?$", re.IGNORECASE)
ROUND_OF_PLAY = re.compile(r"^\s+(?:touchdown|field|goal|points?|lead|score|deficit|rally|play|runs?)\b")
SEASON_NAME_AFTER = re.compile(rf"\s+{one_of(time_words('season_name'))}\b")
DETERMINER = re.compile(r"(?:\b(?:the|an?|its|their|his|her|our|this|that|last|another|first|second)|['’]s)\s+$", re.IGNORECASE)
SMALL_NOUN = re.compile(r"\s+(?!to\b|and\b|or\b|but\b|in\b|on\b|at\b|through\b)[a-z]{3,}")
NTH = {"last": -1, "final": -1, **{word: ORDINALS[word] for word in ("first", "second", "third", "fourth")}}
NTH_WORD = one_of(NTH)


def named_year(text: str | None, today: date, which: str = "") -> int | None:
    """The year that `2018`, `last year`, `this year` or, before the month, `this` means; None where none is named."""
    if not text:
        return today.year if which == "this" and today != date.min else None
    return int(text) if text.isdigit() else today.year + WHICH_YEAR[plain(text)]


def around(today: date, of_year: Callable[[int], DateInterval], year: int | None) -> Meaning | None:
    """The period in its year or, without one, the last that has begun by `today` and the next that has not ended."""
    if year is not None:
        return Meaning(of_year(year)) if year > 0 else None
    if today == date.min:
        return None
    near = [of_year(today.year + step) for step in (-2, -1, 0, 1)]
    past = [period for period in near if period.start and period.start <= today]
    future = [period for period in near if period.end and period.end >= today]
    return Meaning(past[-1], future[0])


def _thirded(meaning: Meaning | None, part: str | None) -> Meaning | None:
    if meaning is None or not part:
        return meaning
    which = PARTS[plain(part)]
    return Meaning(third_of(meaning.interval, which), meaning.future and third_of(meaning.future, which))


def _chosen(meaning: Meaning | None, which: str) -> Meaning | None:
    """`last` and `next` leave no choice between past and future."""
    if meaning is None or which not in ("last", "next"):
        return meaning
    return Meaning(meaning.interval if which == "last" else meaning.future or meaning.interval)


def _needs_today(match: Match, today: date) -> bool:
    year = match["year"]
    return today == date.min and not (year and year.isdigit())


def _before_this_month(today: date, which: str) -> date:
    """`last March`, written in March, is that of the year before; `next March` that of the year after."""
    first = today.replace(day=1)
    return plus(first, -1) if which == "last" else plus(first, 31) if which == "next" else today


def resolve_month(match: Match, today: date) -> Meaning | None:
    """A month, or the early, middle or late third of it."""
    if _needs_today(match, today):
        return None
    month, which = month_number(match["month"]), plain(match["which"])
    seen_from = today if today == date.min else _before_this_month(today, which)
    found = around(seen_from, lambda year: months(year, month), named_year(match["year"], today, which))
    return _thirded(_chosen(found, which), match["part"])


def is_month(match: Match) -> bool:
    """A bare month needs a preposition or a possessive; an abbreviated one its year. `May` may be a person."""
    if match["year"] or match["part"] or match["which"]:
        return True
    if match["month"].lower().rstrip(".") not in MONTHS:
        return match["month"].endswith(".") and bool(IN_PERIOD.search(before(match)))
    if match["month"].lower() == "may":
        return bool(NOT_A_PERSON.search(before(match)))
    return bool(IN_PERIOD.search(before(match))) or following(match, 2) in ("'s", "’s")


def is_modifier(match: Match) -> bool:
    """ "the February assassination": the month of the thing named, not of what is told about it."""
    return bool(DETERMINER.search(before(match)) and SMALL_NOUN.match(following(match)))


def resolve_that_month(match: Match, anchor: date) -> Meaning | None:
    """`that April`, in a year told before."""
    return Meaning(months(anchor.year, month_number(match["month"])))


def resolve_month_range(match: Match, today: date) -> Meaning | None:
    """From the first day of one month to the last of another."""
    first, last = month_number(match["month"]), month_number(match["month2"])
    if _needs_today(match, today):
        return None
    return around(today, lambda year: months(year, first, (last - first) % 12 + 1, "other"), named_year(match["year"], today))


def resolve_week_of_month(match: Match, today: date) -> Meaning | None:
    """The first week is the first seven days; the last one the last seven."""
    if _needs_today(match, today):
        return None
    month, nth = month_number(match["month"]), NTH[plain(match["nth"])]

    def of_year(year: int) -> DateInterval:
        whole = months(year, month)
        if whole.start is None or whole.end is None:
            return whole
        start = plus(whole.end, -6) if nth < 0 else plus(whole.start, 7 * nth - 7)
        return DateInterval(start, plus(start, 6), "week")

    return around(today, of_year, named_year(match["year"], today))


def _of_year(kind: str, nth: int) -> Callable[[int], DateInterval]:
    if kind.lower() in ("quarter", "q"):
        return lambda year: quarter(year, 4 if nth < 0 else nth)
    return lambda year: half(year, 2 if nth < 0 else nth)


def resolve_quarter(match: Match, today: date) -> Meaning | None:
    """A quarter or half of the calendar year; there is no third half."""
    nth = int(match["nth"]) if match["nth"].isdigit() else NTH[plain(match["nth"])]
    if _needs_today(match, today) or (match["kind"].lower() in ("half", "h") and nth > 2):
        return None
    return around(today, _of_year(match["kind"], nth), named_year(match["year"], today))


def is_quarter(match: Match) -> bool:
    """`the second half` alone is that of a match; a quarter without a year needs its preposition, a quarter century is none."""
    if re.match(r"[\s-]+(?:century|hours?|miles?|finals?)\b", following(match)):
        return False
    if match["year"]:
        return True
    if "-" in match[0] and match["kind"].lower() == "quarter" and following(match)[:1] == " ":
        return not ROUND_OF_PLAY.search(following(match))
    return match["kind"].lower() in ("quarter", "q") and bool(IN_SEASON.search(before(match)))


def resolve_season(match: Match, today: date) -> Meaning | None:
    """Three months; `the winter of 2017-18` begins in the earlier year."""
    if _needs_today(match, today):
        return None
    name, which = plain(match["season"]), plain(match["which"])
    first_month = SEASONS.get(name, 9)
    found = around(today, lambda year: season(year, first_month), named_year(match["year"], today, which))
    return _thirded(_chosen(found, which), match["part"])


def is_season(match: Match) -> bool:
    """Not the Winter Olympics; and `fall` only where nothing else can be meant."""
    if SEASON_NAME_AFTER.match(following(match)):
        return False
    if match["which"] or match["year"]:
        return True
    return match["season"].lower() != "fall" and bool(IN_SEASON.search(before(match)))


EARLY = rf"(?:(?P<part>{PART})[\s-]+)?"
RULES = (
    Rule(
        "month",
        opening(ALL_MONTHS, PARTS, "last", "this", "next"),
        compiled(rf"{EARLY}(?:(?P<which>last|this|next) )?(?P<month>{MONTH}|{one_of(SHORT_MONTHS)}\b\.?){OF_YEAR}?(?!-\w)"),
        resolve_month,
        is_month,
        absolute=True,
    ),
    Rule(
        "modifier_month",
        opening(MONTHS),
        compiled(rf"(?P<part>)(?P<which>)(?P<month>{MONTH})(?P<year>)(?! ?[\d–-])"),
        resolve_month,
        is_modifier,
    ),
    Rule(
        "anchored_month",
        opening("that"),
        compiled(rf"that(?: same)? (?P<month>{MONTH})"),
        resolve_that_month,
        anchored=True,
    ),
    Rule(
        "month_range",
        opening("from", "between", MONTHS),
        compiled(rf"(?:(?:from|between) )?(?P<month>{MONTH})(?: ?[–-] ?| to | through | and )(?P<month2>{MONTH}){OF_YEAR}?"),
        resolve_month_range,
        lambda match: (match[0][:1].lower() in "fb" and not match[0].lower().startswith("feb")) or " and " not in match[0],
        absolute=True,
    ),
    Rule(
        "week_of_month",
        after_the(NTH),
        compiled(rf"the (?P<nth>{NTH_WORD}) week of (?P<month>{MONTH}){OF_YEAR}?"),
        resolve_week_of_month,
        absolute=True,
    ),
    Rule(
        "quarter",
        opening(NTH) | after_the(NTH),
        compiled(rf"(?:the )?(?P<nth>{NTH_WORD})[\s-]+(?P<kind>quarter|half){OF_YEAR}?"),
        resolve_quarter,
        is_quarter,
        absolute=True,
    ),
    Rule(
        "quarter",
        opening(NUMBER_TOKEN) | after_the(NUMBER_TOKEN),
        compiled(rf"(?:the )?(?P<year>{YEAR})(?:['’]s)? (?P<nth>{NTH_WORD})[\s-](?P<kind>quarter|half)"),
        resolve_quarter,
        absolute=True,
    ),
    Rule(
        "quarter",
        opening("q", "h", "q1", "q2", "q3", "q4", "h1", "h2"),
        compiled(rf"(?P<kind>[QH])(?P<nth>[1-4]){OF_YEAR}?"),
        resolve_quarter,
        is_quarter,
        absolute=True,
    ),
    Rule(
        "quarter",
        opening(NUMBER_TOKEN),
        compiled(rf"(?P<year>{YEAR}) (?P<kind>[QH])(?P<nth>[1-4])"),
        resolve_quarter,
        absolute=True,
    ),
    Rule(
        "season",
        opening(SEASONS, PARTS, "fall", "last", "this", "next"),
        compiled(
            rf"{EARLY}(?:(?P<which>last|this|next) )?(?P<season>{one_of([*SEASONS, 'fall'])})"
            rf"(?: (?:of )?(?P<year>{YEAR})(?:[–/-]\d\d(?:\d\d)?)?)?"
        ),
        resolve_season,
        is_season,
        absolute=True,
    ),
)
