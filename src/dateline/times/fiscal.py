"""Fiscal years and their quarters: "fiscal 1998", "fiscal year 2018", "FY98", "the third fiscal quarter of 2019".

A fiscal year is taken as that of the United States, October to September, named after the year in which it ends
(31 U.S.C. 1102): a text that speaks of one seldom says when it begins.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.records import DateInterval
from dateline.times.grammar import ORDINALS, Match, Meaning, Rule, after_the, compiled, one_of, opening, plain
from dateline.times.periods import months

FIRST_MONTH = 10
NTH = {word: ORDINALS[word] for word in ("first", "second", "third", "fourth")}
STEPS = {"last": -1, "the last": -1, "previous": -1, "the previous": -1, "prior": -1, "the prior": -1, "next": 1, "the next": 1}
CENTURY_TURN = 50
"""Two digits below this are of our century."""


def fiscal_year(year: int) -> DateInterval:
    """October of the year before to September."""
    return months(year - 1, FIRST_MONTH, 12, "year")


def fiscal_quarter(year: int, number: int) -> DateInterval:
    """Quarter 1 is October to December of the year before."""
    return months(year - (number == 1), (FIRST_MONTH + 3 * number - 4) % 12 + 1, 3, "quarter")


def year_at(day: date) -> int:
    """The fiscal year in which the day lies."""
    return day.year + (day.month >= FIRST_MONTH)


def resolve_fiscal(match: Match, today: date) -> Meaning | None:
    """The year or quarter named; with `last`, `this`, `next` seen from today."""
    groups = match.groupdict()
    if digits := groups.get("year"):
        year = int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < CENTURY_TURN else 1900)
    elif today == date.min:
        return None
    else:
        year = year_at(today) + STEPS.get(plain(groups.get("which")), 0)
    nth = plain(groups.get("nth") or groups.get("nth2"))
    return Meaning(fiscal_quarter(year, NTH[nth]) if nth else fiscal_year(year))


FULL_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d%]|[.,:]\d)"
OF_YEAR = rf"(?:(?:,? of)? (?:fiscal (?:year )?)?{FULL_YEAR})?"
WHICH = r"(?P<which>(?:the )?(?:last|previous|prior|next|current)|this)"
NAMED = rf"(?:fiscal|financial)(?:[\s-]year)? {FULL_YEAR}"
SHORT = r"FY[\s-]?['’]?(?P<year>(?:19|20)?\d\d)"
RULES = (
    Rule(
        "fiscal",
        opening("fiscal", "financial"),
        compiled(NAMED),
        resolve_fiscal,
        absolute=True,
    ),
    Rule(
        "fiscal",
        opening("fy", (f"fy{digit}" for digit in range(10))),
        compiled(SHORT),
        resolve_fiscal,
        absolute=True,
    ),
    Rule(
        "fiscal",
        opening("#") | after_the("#"),
        compiled(r"(?:the )?(?P<year>(?:19|20)\d\d) (?:fiscal|financial) year"),
        resolve_fiscal,
        absolute=True,
    ),
    Rule(
        "fiscal",
        opening("last", "previous", "prior", "next", "this", "current")
        | after_the("last", "previous", "prior", "next", "current", "fiscal", "financial"),
        compiled(rf"(?:{WHICH}|the) (?:fiscal|financial) year"),
        resolve_fiscal,
        lambda match: not re.match(r"\s+(?:19|20)\d\d|\s+(?:ended|ending|that)\b", match.string[match.end() :][:12]),
        absolute=True,
    ),
    Rule(
        "fiscal",
        opening(NTH, "fiscal") | after_the(NTH, "fiscal"),
        compiled(rf"(?:the )?(?:(?P<nth>{one_of(NTH)}) fiscal[\s-]quarter|fiscal (?P<nth2>{one_of(NTH)})[\s-]quarter){OF_YEAR}"),
        resolve_fiscal,
        absolute=True,
    ),
)
