"""Years, ranges of years, decades and centuries: "in 1959", "2011-15", "the 1990s", "the early 19th century"."""

from __future__ import annotations

import re
from datetime import date

from dateline.records import DateInterval
from dateline.times.grammar import (
    COUNTED,
    NUMBER_TOKEN,
    ORDINALS,
    PART,
    PARTS,
    TENS,
    YEAR,
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
from dateline.times.periods import decade_of, third_of, year_of, years

IN_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|of|during|before|after|from|throughout|through|to|around|between|for|year|and|or|circa)\s+$",
    re.IGNORECASE,
)
SENTENCE_OPENER = re.compile(r"(?:^|[.!?:\n][\"”’)]*\s*)[\"“(]*(?:In|By|Since|During|Until|Throughout|Before|After)\s+$")
IN_SERIES = re.compile(r"\b(?:1[5-9]|20)\d\d,?\s+(?:and\s+|or\s+|to\s+|versus\s+|vs\.?\s+)?$")
IN_BRACKETS = re.compile(r"\((?:\w+\s+)?$")
OPENS_SENTENCE = re.compile(r"(?:^|[.!?:\n]\s*)[\"'“‘(]*\s*$")
PREDICATE = re.compile(r"\s+(?:is|was|will|has|had|may|could|would|marked|marks|saw|began|ended|looks|promises)\b")
DETERMINER = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|our|this|that)|['’]s)\s+(?:[a-z]{3,}(?:al|ic|ed|ing|ly|ous|ful|ive|ish|ous)\s+)?$",
    re.IGNORECASE,
)
NOUN_AFTER = re.compile(r"[\s-]+[A-Za-z]")
ROUND_COUNT = re.compile(r"\s+(?:[a-z]+\s+)?(?!was\b|is\b|has\b|as\b|its\b|this\b|across\b|times\b)[a-z]+s\b")
NOT_IN_NUMBER = re.compile(r"(?:[\d$€£¥#][.,:/-]?|[$€£¥#]\s?)$")
BEFORE_CHRIST = re.compile(r"\s+B\.?C", re.IGNORECASE)


def is_count(match: Match) -> bool:
    """A number of people or things, not a year: "2000 troops"; a round one also before any plural."""
    after = following(match, 40)
    if SENTENCE_OPENER.search(before(match)) and not match["year"].endswith("00"):
        return False
    if COUNTED.match(after) or NOT_IN_NUMBER.search(before(match, 3)):
        return True
    return match["year"].endswith("00") and bool(ROUND_COUNT.match(after))


def _third(match: Match) -> str:
    return plain(match["part"])


def resolve_year(match: Match, today: date) -> Meaning | None:
    """The calendar year, or the early, middle or late third of it."""
    whole = year_of(int(match["year"]))
    return Meaning(third_of(whole, PARTS[part]) if (part := _third(match)) else whole)


def resolve_year_end(match: Match, today: date) -> Meaning | None:
    """The last third of the year, of the current one where none is named."""
    year = int(match["year"]) if match["year"] else today.year
    return Meaning(third_of(year_of(year), 2)) if match["year"] or today != date.min else None


def is_year(match: Match) -> bool:
    """A bare number is a year only after a preposition or a part (`early 2018`)."""
    if is_count(match) or BEFORE_CHRIST.match(following(match)):
        return False
    context = before(match)
    if match["part"] or IN_YEAR.search(context) or IN_SERIES.search(context):
        return True
    if IN_BRACKETS.search(context):
        return following(match)[:1] == ")"
    return bool(PREDICATE.match(following(match)) and OPENS_SENTENCE.search(context))


def is_modifier(match: Match) -> bool:
    """`the 2015 declaration`: the year of the thing named, not of what is told about it."""
    return not is_count(match) and bool(DETERMINER.search(before(match)) and NOUN_AFTER.match(following(match)))


def resolve_range(match: Match, today: date) -> Meaning | None:
    """From one year to another, which may be given by its last two digits."""
    first, last = match["year"], match["last"]
    end = int(last if len(last) == 4 else first[:2] + last)
    return Meaning(years(int(first), end)) if end > int(first) else None


def resolve_decade(match: Match, today: date) -> Meaning | None:
    """Ten years; `1800s` is a century, `the 90s` are those of the twentieth."""
    digits = match["decade"]
    if len(digits) == 2:
        digits = ("20" if digits < "20" else "19") + digits
    start = int(digits)
    whole = years(start, start + 99) if digits.endswith("00") and start < 2000 else decade_of(start)
    narrowed = _third(match) and whole.precision == "decade"
    return Meaning(_third_of_years(start, 10, _third(match)) if narrowed else whole)


def resolve_spelled_decade(match: Match, today: date) -> Meaning | None:
    """`the nineties` are those of the twentieth century."""
    start = 1900 + TENS[plain(match["ten"])[:-3] + "y"]
    return Meaning(_third_of_years(start, 10, _third(match)) if _third(match) else decade_of(start))


def _third_of_years(start: int, length: int, part: str) -> DateInterval:
    cuts = [0, round(length * 0.4), round(length * 0.6), length]
    return years(start + cuts[PARTS[part]], start + cuts[PARTS[part] + 1] - 1)


def resolve_century(match: Match, today: date) -> Meaning | None:
    """A hundred years, 1901 to 2000; antiquity before our era is left out."""
    text = plain(match["nth"])
    nth = int(re.sub(r"\D", "", text)) if text[0].isdigit() else ORDINALS[text]
    if not 1 <= nth <= 22 or BEFORE_CHRIST.match(following(match)):
        return None
    start = 100 * nth - 99
    return Meaning(_third_of_years(start, 100, _third(match)) if _third(match) else years(start, start + 99))


SPELLED_DECADES = [f"{ten[:-1]}ies" for ten in TENS]
EARLY = rf"(?:(?P<part>{PART})[\s-]+)?"
RULES = (
    Rule("year", opening(NUMBER_TOKEN, PARTS), compiled(rf"{EARLY}(?P<year>{YEAR})"), resolve_year, is_year, absolute=True),
    Rule(
        "year_end",
        opening("year", "yearend") | after_the("year", "yearend"),
        compiled(rf"(?:the )?year[\s-]?end(?:,? (?P<year>{YEAR}))?"),
        resolve_year_end,
        absolute=True,
    ),
    Rule(
        "modifier_year",
        opening(NUMBER_TOKEN),
        compiled(rf"(?P<part>)(?P<year>{YEAR})"),
        resolve_year,
        is_modifier,
        absolute=True,
    ),
    Rule(
        "modifier_year",
        opening(NUMBER_TOKEN),
        compiled(rf"(?P<year>{YEAR})(?:[–/-](?P<last>\d{{2}}(?:\d\d)?))(?![\d-])"),
        resolve_range,
        is_modifier,
        absolute=True,
    ),
    Rule(
        "years",
        opening(NUMBER_TOKEN),
        compiled(rf"(?P<year>{YEAR})(?:[–/-](?P<last>\d{{2}}(?:\d\d)?))(?![\d-])"),
        resolve_range,
        lambda match: not is_count(match),
        absolute=True,
    ),
    Rule(
        "years",
        opening("from", "between"),
        compiled(rf"(?:from|between) (?P<year>{YEAR}) (?:and|to|until|through) (?P<last>{YEAR})"),
        resolve_range,
        lambda match: not is_count(match),
        absolute=True,
    ),
    Rule(
        "decade",
        opening(PARTS, NUMBER_TOKEN) | after_the(PARTS, NUMBER_TOKEN),
        compiled(rf"(?:the )?{EARLY}(?:the )?(?P<decade>\d{{3}}0)['’]?s"),
        resolve_decade,
        absolute=True,
    ),
    Rule("decade", after_the(PARTS, NUMBER_TOKEN), compiled(rf"the {EARLY}['’]?(?P<decade>\d0)s"), resolve_decade, absolute=True),
    Rule(
        "decade",
        after_the(PARTS, SPELLED_DECADES),
        compiled(rf"the {EARLY}(?P<ten>{one_of(SPELLED_DECADES)})"),
        resolve_spelled_decade,
        absolute=True,
    ),
    Rule(
        "century",
        opening(ORDINALS, PARTS, NUMBER_TOKEN) | after_the(ORDINALS, PARTS, NUMBER_TOKEN),
        compiled(rf"(?:the )?{EARLY}(?:the )?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{one_of(ORDINALS)})[\s-]+century"),
        resolve_century,
        absolute=True,
    ),
)
