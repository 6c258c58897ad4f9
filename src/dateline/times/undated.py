"""Time expressions that name no day: lengths ("three-day", "two years"), repetition ("every Tuesday"), references ("now").

Their values are those of TIMEX3 (ISO-TimeML, ISO 24617-1): an ISO 8601 length, with X for a number that the text leaves
open, a calendar pattern such as XXXX-WXX-2, or PAST_REF, PRESENT_REF, FUTURE_REF. The words of the last two classes stand in
knowledge/data/time_references.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from dateline.knowledge.time_words import time_references
from dateline.records import Span
from dateline.times.grammar import ALL_MONTHS, MONTH, VAGUE, WEEKDAY, WEEKDAYS, Match, before, compiled, following, one_of, plain
from dateline.times.numerals import AMOUNT, HALF, amount

LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "season": "S", "year": "Y", "decade": "DE", "centur": "CE", "millenni": "ML",
}  # fmt: skip
FINER = {"fortnight": (2, "W"), "millenni": (1000, "Y"), "centur": (100, "Y"), "decade": (10, "Y")}
"""Units that are no TIMEX3 units of their own, or none in fractions: how many of what they are."""
UNIT = r"(?:second|minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|century|centurie|millennium|millennia)"
PLURAL = r"(?:seconds|minutes|hours|days|nights|weeks|fortnights|weekends|months|quarters|years|decades|centuries|millennia)"
SOME = rf"(?:{one_of({*VAGUE, 'few', 'a couple of', 'couple of', 'couple'})}|many, many|a good many|tens of|scores of)"
BETWEEN = (
    r"(?:(?:more|full|single|straight|consecutive|additional|extra|long|whole|entire|solid|short|other|calendar|fiscal|trading|business"
    r"|working|successive|final|remaining|critical|turbulent|tense|frantic)[\s-])?"
)
RATE_BEFORE = re.compile(
    r"(?:\b(?:\d[\d.,]*|hundred|thousand|million|billion|trillion|bn|m|times|once|twice|tons|tonnes|barrels|people|percent|each|days|hours)\)?"
    r"|[%)])\s+$"
)
BARE_BEFORE = re.compile(
    r"(?:^|[.,;:—–(“\"]\s*|\n|\b(?:for|in|after|within|over|by|of|take|takes|took|taken|spent|spend|just|only|mere|last|lasted|lasts|until|be"
    r"|and|or|before|than|through|with|during|throughout|several|into|even|months|weeks|years|decades)\s+)$",
    re.IGNORECASE,
)
BARE_AFTER = re.compile(r"\s+(?:of|ago|later|after|before|earlier|into|since|from|in|away|ahead)\b")
NAME_AFTER = re.compile(r"\s+[A-Z]")
WILL = re.compile(r"\b(?:will|would|could|may|might|can|hope|hopes|hoped|able)\b")
LENGTH_BEFORE = re.compile(r"\b(?:for|in|within|of|after|by|only|just|than|least|lasted|the|every|per)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Undated:
    """A time expression without a day of its own."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class UndatedRule:
    """One construction: its TIMEX3 type, what it looks like and what it is worth; None where it is none after all."""

    type: str
    pattern: re.Pattern[str]
    value: Callable[[Match], str | None]


def find_undated(text: str) -> list[Undated]:
    """All of them from left to right, the longest of those that overlap."""
    found = sorted(_all(text), key=lambda undated: (undated.span.start, -undated.span.end))
    kept: list[Undated] = []
    for undated in found:
        if not kept or undated.span.start >= kept[-1].span.end:
            kept.append(undated)
    return kept


def _all(text: str) -> Iterator[Undated]:
    for rule in rules():
        for match in rule.pattern.finditer(text):
            value = rule.value(match)
            if value:
                yield Undated(Span(*match.span()), rule.type, value)


def length(number: Fraction | None, unit: str) -> str:
    """The value of so many units; of an unsaid number of them where that is None."""
    stem = next(stem for stem in LETTERS if unit.lower().startswith(stem))
    letters = LETTERS[stem]
    if number is not None and (stem in ("fortnight", "millenni") or number.denominator != 1):
        finer, letters = FINER.get(stem, (1, letters))
        number *= finer
    said = "X" if number is None else str(int(number)) if number.denominator == 1 else f"{float(number):g}"
    return f"P{letters[0]}{said}{letters[1:]}" if letters[0] == "T" else f"P{said}{letters}"


def _counted(match: Match) -> str | None:
    number = amount(match["count"]) + (HALF if match["half"] else 0)
    return length(number, match["unit"]) if not _ordinal_second(match) else None


def _ordinal_second(match: Match) -> bool:
    """ "a second term", "one second chance"."""
    return match["unit"].lower() == "second" and plain(match["count"]) in ("a", "an", "one")


def _vague(match: Match) -> str | None:
    return length(None, match["unit"]) if match["unit"].lower().endswith(("s", "a")) else None


def _whole(match: Match) -> str:
    return length(Fraction(1), match["unit"])


def _bare(match: Match) -> str | None:
    free = BARE_BEFORE.search(before(match)) or BARE_AFTER.match(following(match))
    return (
        length(None, match["unit"])
        if free and not match["unit"][0].isupper() | match["unit"].lower().startswith("second")
        else None
    )


def _long(match: Match) -> str:
    return length(None if match["unit"].lower().endswith("s") else Fraction(1), match["unit"])


def _one_day(match: Match) -> str | None:
    """ "one day they came", "one day we will": not the length of a day."""
    if LENGTH_BEFORE.search(before(match)):
        return None
    around = before(match, 50) + following(match, 50)
    return "FUTURE_REF" if WILL.search(around) else "PAST_REF"


def _every(match: Match) -> str | None:
    groups = match.groupdict()
    if groups.get("weekday"):
        return _on_weekday(match)
    if groups.get("month"):
        return f"XXXX-{ALL_MONTHS[match['month'].lower()]:02}"
    if groups.get("part"):
        return "XXXX-XX-XXT" + {"m": "MO", "a": "AF", "e": "EV", "n": "NI"}[match["part"][0].lower()]
    if match["other"]:
        return length(Fraction(2), match["unit"])
    return length(amount(match["count"]) if match["count"] else Fraction(1), match["unit"])


def _on_weekday(match: Match) -> str:
    return f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}"


def _rate(match: Match) -> str | None:
    return length(Fraction(1), match["unit"]) if match["per"] or RATE_BEFORE.search(before(match)) else None


def _repeated(match: Match) -> str | None:
    """Not a paper: "the Daily Telegraph"."""
    if match["word"][0].isupper() and NAME_AFTER.match(following(match)):
        return None
    return time_references("set")[plain(match["word"])]


def _reference(match: Match) -> str | None:
    return time_references("reference")[plain(match["word"])]


MODIFIED = re.compile(
    r"\b(?:some|any|other|of|on|in|by|from|with|to|and|or|than|about|their|his|her|its|our|those)\s+$", re.IGNORECASE
)
PLURAL_AFTER = re.compile(r"\s+[a-z]{3,}s\b")
NOUN_AFTER = re.compile(r"\s+[a-z]{3,}")
POSSESSED = re.compile(r"(?:['’]s|\b(?:its|their|our|his|her|my|your|whose|uncertain|bright|better))\s+$", re.IGNORECASE)
OF_SOMETHING = re.compile(r"\s+(?:[a-z]+s\s+)?of\b")


def _past(match: Match) -> str | None:
    """ "the past", "past statements"; not "walked past"."""
    adjective = MODIFIED.search(before(match)) and PLURAL_AFTER.match(following(match))
    return "PAST_REF" if match[0].lower().startswith("the") or adjective else None


def _future(match: Match) -> str | None:
    """ "in the future", "future talks"; the future of something is its fate."""
    if OF_SOMETHING.match(following(match)) or POSSESSED.search(before(match)):
        return None
    return "FUTURE_REF" if match["the"] or NOUN_AFTER.match(following(match)) else None


UP_TO = r"(?!\s+(?:of|account|accounts|affairs|events)\b)"


@cache
def rules() -> tuple[UndatedRule, ...]:
    """The rules, compiled once."""
    counted = rf"(?<![\w$€£.,/])(?P<count>{AMOUNT})[\s-]{BETWEEN}(?P<unit>{UNIT})"
    return (
        UndatedRule("DATE", compiled(r"\bone day"), _one_day),
        UndatedRule("DURATION", compiled(rf"{counted}s?(?P<half> and a half)?(?:(?:[\s-]|s-)(?:old|long))?"), _counted),
        UndatedRule("DURATION", compiled(r"\b(?:an? |the (?:last|past) )?quarter[\s-](?:of a )?century"), lambda match: "P25Y"),
        UndatedRule("DURATION", compiled(r"\b(?:a |the last |the past )?half[\s-](?:a[\s-])?century"), lambda match: "P50Y"),
        UndatedRule("DURATION", compiled(r"\bthe (?P<unit>month|quarter|year)(?= (?:ended|ending)\b)"), _whole),
        UndatedRule("SET", compiled(r"\bweekends"), lambda match: "XXXX-WXX-WE"),
        UndatedRule("DURATION", compiled(rf"(?<!\w)(?P<count>{SOME}) {BETWEEN}(?P<unit>{PLURAL})(?: old)?"), _vague),
        UndatedRule("DURATION", compiled(rf"\b(?:the|a|an) (?:whole|entire|full) (?P<unit>{UNIT})"), _whole),
        UndatedRule("DURATION", compiled(r"\ball (?P<unit>day|night|week|month|year)(?: long)?"), _whole),
        UndatedRule("DURATION", compiled(r"\bthe (?P<unit>week|month|year|decade)(?= of [a-z]+ (?!20|19))"), _whole),
        UndatedRule("DURATION", compiled(rf"\b(?P<unit>{PLURAL}|{UNIT})-?long"), _long),
        UndatedRule("DURATION", compiled(rf"(?<![\w-])(?P<unit>{PLURAL})"), _bare),
        UndatedRule(
            "SET",
            compiled(
                rf"\b(?:every|each) (?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<part>morning|afternoon|evening|night)"
                rf"|(?P<other>other )?(?:(?P<count>{AMOUNT}) )?(?:single )?(?P<unit>{UNIT})s?)"
            ),
            _every,
        ),
        UndatedRule("SET", compiled(rf"\b(?P<weekday>{WEEKDAY})s(?! and\b)"), _on_weekday),
        UndatedRule("SET", compiled(rf"\b(?:(?P<per>per)|an?) (?P<unit>{UNIT})"), _rate),
        UndatedRule("SET", compiled(rf"\b(?P<word>{one_of(time_references('set'))})"), _repeated),
        UndatedRule("DATE", compiled(rf"\b(?P<word>{one_of(time_references('reference'))})(?!-)"), _reference),
        UndatedRule("DATE", compiled(rf"\bcurrent{UP_TO}"), lambda match: "PRESENT_REF"),
        UndatedRule("DATE", compiled(r"\brecent(?!-)"), lambda match: "PAST_REF"),
        UndatedRule("DATE", compiled(r"\b(?:the )?past"), _past),
        UndatedRule("DATE", compiled(r"\b(?P<the>the (?:(?:near|foreseeable|distant|immediate) )?)?future"), _future),
        UndatedRule(
            "DATE", re.compile(r"(?<!as\s)(?<!how\s)(?<!too\s)\bsoon\b(?!\s+(?:after|before|as)\b)"), lambda match: "FUTURE_REF"
        ),
        UndatedRule("DATE", compiled(r"\bshortly(?!\s+(?:after|before)\b)"), lambda match: "FUTURE_REF"),
    )
