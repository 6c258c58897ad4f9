"""Find the time expressions of a text and give each its interval.

The text is scanned once for the constructions of the rules (leftmost, then longest); each is resolved against the day of
publication, or against the date told before it; last come the words before it that open an end ("since", "by").
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dateline.records import DateInterval, Published, Span
from dateline.times import dates, fiscal, holidays, months, offsets, relative, weekdays, years
from dateline.times.bounds import bounded
from dateline.times.grammar import NUMBER_TOKEN, Match, Meaning, Rule
from dateline.times.periods import hull, plus

TOKEN = re.compile(r"[A-Za-z]+\d?|\d+")
NAMED_GROUPS = ("weekday", "month", "month2", "holiday", "name")
SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGen)(?<!\bGov)(?<!\bSt)(?<!\b[A-Z])[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n"
)
SENTENCE_START = re.compile(r"(?:[.!?][\"'”’)]*\s+|\n)$")
NEXT_CLAUSE = re.compile(r"\b(?:and|but|while|which|that|has|have|had|is|was|will|would)\b|;")
COMES = re.compile(r"\b(?:comes?|coming)\s+(?:(?:just|only|barely|exactly|a|mere)\s+){0,2}$")
IN_THE_YEAR = re.compile(r"\b(?:in|during|throughout)\s+$", re.IGNORECASE)
SATURDAY = 5
DATELINE_BEFORE = re.compile(r"[A-Z][A-Z.'’/-]+(?:[ ,]+[A-Z][\w.'’/-]+){0,4},?\s+")
DATELINE_AFTER = re.compile(r"\s{0,9}(?:\([A-Z][\w .]{1,30}\)|,?\s{1,9}[A-Z][\w .]{1,30}\s[-–—]\s|[-–—]+\s)")
CITY_BEFORE = re.compile(r"(?:[A-Z][\w.'’/-]+[ ,]+){1,5}")
AGENCY_AFTER = re.compile(r"\s*\([A-Z][\w .]{1,30}\)\s*\.?\s*[-–—]")
"""After a city in small letters a date is a dateline only with the agency and a dash: "La Paz, Sep 22 (EFE).-"."""
LOOSE_ANCHORS = frozenset({"modifier_year", "modifier_month", "dateline", "name"})
"""Kinds from which no story is counted on."""
DETERMINER = re.compile(r"\b(?:an?|the|its|his|her|this|that)\s+$", re.IGNORECASE)
SMALL_NOUN = re.compile(r"\s+[a-z]{4,}")
RANGE = re.compile(r"\s+(?:to|and|through|until)\s+(?:on\s+)?|\s*[–—-]\s*")
RANGE_OPENER = re.compile(r"\b(?P<word>from|between)\s+$", re.IGNORECASE)
SECOND_WORD = re.compile(r"\s+(?:([A-Za-z]+)|['’]?(\d))")
LONGEST_ANCHOR = {"week": 7, "fortnight": 7, "month": 31, "year": 366, "decade": 3660, "century": 36600, "centurie": 36600}
LONGEST_FOR_DAYS = 3
"""Days that an interval may have from which units of this kind, or days, are counted: no day is "two days after last week"."""
ADJACENT = 5
"""Characters between `two days after` and the date that it is counted from: "the " at most."""
NEIGHBOURS = 6
ANCHOR_REACH = 600
"""How many expressions and how many characters away a date is looked for from which another is counted."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression and what it means.

    `interval` is its reading in a clause about past or present, `future_interval` in one about the future, where that differs:
    "on Tuesday" is the last or the next one. `kind` names the rule. A `modifier_year` ("the 2015 accord") and a `name` ("the
    Cold War") date the thing named, not the event told; a `dateline` stands before the story. A `clause_apart` ("a day
    after the vote") dates the clause that follows it. `closed` is the time named where a word before it opens an end: May,
    of "since May".
    """

    span: Span
    interval: DateInterval
    kind: str
    future_interval: DateInterval | None = None
    closed: DateInterval | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A construction in the text, not yet resolved."""

    match: Match
    rule: Rule


@dataclass(frozen=True, slots=True)
class Dated:
    """A resolved construction; `match` is None for one joined of two."""

    start: int
    end: int
    kind: str
    meaning: Meaning
    match: Match | None = None


def find_times(text: str, published: Published | None) -> tuple[TimeExpression, ...]:
    """All time expressions of a text, sorted, without overlap.

    Without a day of publication only those are found that need none ("on 2 March 2025", "in 2011"). Where publication is
    known only between two days, an interval covers what both would give.
    """
    days = (published.start, published.end) if published else None
    told = _bounded(text, joined(text, resolved(text, list(scan(text)), days)))
    return tuple(
        TimeExpression(Span(d.start, d.end), d.meaning.interval, d.kind, _differing(d.meaning), closed) for d, closed in told
    )


def _differing(meaning: Meaning) -> DateInterval | None:
    return meaning.future if meaning.future != meaning.interval else None


@cache
def _rules_by_opener() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for module in (weekdays, dates, months, years, relative, offsets, fiscal):
        for rule in module.RULES:
            _enter(table, rule)
    for rule in holidays.rules():
        _enter(table, rule)
    return {opener: tuple(rules) for opener, rules in table.items()}


def _enter(table: dict[str, list[Rule]], rule: Rule) -> None:
    for opener in rule.openers:
        table.setdefault(opener, []).append(rule)


def scan(text: str) -> Iterator[Found]:
    """The constructions of a text from left to right, the longest of those that begin at one place."""
    table, done = _rules_by_opener(), 0
    for token in TOKEN.finditer(text):
        start = token.start()
        if start < done or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
            continue
        rules = table.get(_opener(text, token))
        found = _longest(text, start, rules) if rules else None
        if found:
            done = found.match.end()
            yield found


def _opener(text: str, token: Match) -> str:
    """The key of the rules for a word; `the` is told apart by what follows, being half of all openings."""
    word = token[0].lower()
    if word != "the":
        return NUMBER_TOKEN if word[0].isdigit() else word
    second = SECOND_WORD.match(text, token.end())
    return f"the {second[1].lower() if second[1] else NUMBER_TOKEN}" if second else word


def _longest(text: str, start: int, rules: Sequence[Rule]) -> Found | None:
    best: Found | None = None
    for rule in rules:
        match = rule.pattern.match(text, start)
        if match and (best is None or match.end() > best.match.end()) and _is_capital(match) and rule.guard(match):
            best = Found(match, rule)
    return best


def _is_capital(match: Match) -> bool:
    """Names of days and months have a capital, which tells May and March from the verbs."""
    groups = match.groupdict()
    return all(not groups[g][0].islower() for g in NAMED_GROUPS if groups.get(g))


def resolved(text: str, found: Sequence[Found], days: tuple[date, date] | None) -> list[Dated]:
    """Give each match its meaning, those counted from another date last of all, since that date may stand after them."""
    told = [
        Dated(*item.match.span(), kind_of(text, item), meaning, item.match)
        for item in found
        if not item.rule.anchored and (meaning := _from_publication(item, days))
    ]
    told = [_within_the_weekend(text, _within_the_year(text, dated, told), told) for dated in told]
    for item in found:
        if item.rule.anchored and days and (dated := _from_anchor(text, item, told, days)):
            insort(told, dated, key=_start)
    return told


def _within_the_weekend(text: str, dated: Dated, told: Sequence[Dated]) -> Dated:
    """ "Last weekend. At the council on Saturday, ...": the Saturday of that weekend, not the day of publication."""
    day = dated.meaning.interval.start
    if (
        dated.kind != "weekday"
        or dated.match is None
        or day is None
        or day.weekday() < SATURDAY
        or day != dated.meaning.interval.end
    ):
        return dated
    near = _preceding(text, dated.start, told, sentences=3)
    if near is None or near.match is None or near.match[0].lower() != "last weekend" or dated.match["which"]:
        return dated
    found = DateInterval(plus(day, -7), plus(day, -7), "day")
    return replace(dated, meaning=Meaning(found)) if near.meaning.interval.start in (found.start, plus(day, -8)) else dated


def _within_the_year(text: str, dated: Dated, told: Sequence[Dated]) -> Dated:
    """ "Its tests in 2017, of which two in July": the July of that year, not the last one before publication."""
    groups = dated.match.groupdict() if dated.match else {}
    if dated.kind != "month" or groups.get("year") or groups.get("which") or dated.match is None:
        return dated
    near = _preceding(text, dated.start, told, sentences=1)
    if near is None or near.kind != "year" or not IN_THE_YEAR.search(text, max(0, near.start - 12), near.start):
        return dated
    if NEXT_CLAUSE.search(text, near.end, dated.start):
        return dated
    year, month = near.meaning.interval.start, dated.meaning.interval.start
    if year is None or month is None or year.year >= month.year:
        return dated
    found = dated.meaning.interval
    moved = replace(found, start=_in_year(found.start, year.year), end=_in_year(found.end, year.year))
    return replace(dated, meaning=Meaning(moved))


def _in_year(day: date | None, year: int) -> date | None:
    """The same day of another year, the last of a month for the last of that month."""
    if day is None:
        return None
    last = day.day == monthrange(day.year, day.month)[1]
    return day.replace(year=year, day=monthrange(year, day.month)[1] if last else day.day)


def _start(dated: Dated) -> int:
    return dated.start


def kind_of(text: str, item: Found) -> str:
    """The kind of the rule; a date that stands before the story is a dateline."""
    if item.rule.kind != "date" or not DATELINE_AFTER.match(text, item.match.end()):
        return item.rule.kind
    line_start = text.rfind("\n", 0, item.match.start()) + 1
    capitals = DATELINE_BEFORE.fullmatch(text, line_start, item.match.start())
    agency = AGENCY_AFTER.match(text, item.match.end()) and CITY_BEFORE.fullmatch(text, line_start, item.match.start())
    return "dateline" if capitals or agency else item.rule.kind


def _from_publication(item: Found, days: tuple[date, date] | None) -> Meaning | None:
    if days is None:
        return item.rule.resolve(item.match, date.min) if item.rule.absolute else None
    return over(item, *days)


def over(item: Found, first: date, last: date) -> Meaning | None:
    """What the match means from the first and from the last of the days, as one interval around both."""
    early = item.rule.resolve(item.match, first)
    if first == last or early is None:
        return early
    late = item.rule.resolve(item.match, last)
    if late is None:
        return None
    future = hull(early.future or early.interval, late.future or late.interval)
    return Meaning(hull(early.interval, late.interval), future)


def _from_anchor(text: str, item: Found, told: Sequence[Dated], days: tuple[date, date]) -> Dated | None:
    if item.rule.kind == "clause_apart":
        return _from_clause_anchor(text, item, told) or _from_news_of_the_day(text, item, told, days)
    anchor = _preceding(text, item.match.start(), told, sentences=2)
    return _anchored(item, anchor) if anchor else None


def _from_clause_anchor(text: str, item: Found, told: Sequence[Dated]) -> Dated | None:
    """Count "two days after Monday's attack" on from Monday, otherwise from the other date of the sentence."""
    start, end = item.match.span()
    after = _next_in_sentence(text, end, told)
    if after and after.start - end <= ADJACENT and _can_anchor(item, after):
        return _counted_on(item, after, "apart")
    before = _preceding(text, start, told, sentences=1)
    if before is None and after and "," not in text[end : after.start] and _can_anchor(item, after):
        # "spoke the day after they met on Friday": Friday is that of the clause that follows
        return _counted_on(item, after, "apart")
    anchor = before or after
    return _anchored(item, anchor) if anchor else None


def _from_news_of_the_day(text: str, item: Found, told: Sequence[Dated], days: tuple[date, date]) -> Dated | None:
    """ "... on Wednesday urged them. A day after he threatened war, he called for talks": counted from that Wednesday.

    "The test comes two days after they met": counted from the day of the article, for it comes now.
    """
    start, end = item.match.span()
    if COMES.search(text, max(0, start - 24), start) and _next_in_sentence(text, end, told) is None:
        now = over(item, *days)
        return Dated(start, end, item.rule.kind, now, item.match) if now else None
    if not SENTENCE_START.search(text, max(0, start - 8), start) or _next_in_sentence(text, end, told) is not None:
        return None
    anchor = _preceding(text, start, told, sentences=3)
    day = anchor.meaning.interval.start if anchor and anchor.kind in ("weekday", "day") else None
    fresh = day is not None and abs((days[1] - day).days) <= 1
    return _anchored(item, anchor) if anchor and fresh else None


def _counted_on(item: Found, anchor: Dated, kind: str) -> Dated | None:
    direction = 1 if item.match["direction"].lower() == "after" else -1
    found = offsets.shifted_interval(anchor.meaning.interval, item.match, direction)
    return Dated(*item.match.span(), kind, Meaning(found), item.match) if found else None


def _preceding(text: str, position: int, told: Sequence[Dated], sentences: int) -> Dated | None:
    """The nearest dated expression before the position, in the same sentence or, with 2, the one before."""
    index = bisect_left(told, position, key=_start)
    near = [d for d in told[max(0, index - NEIGHBOURS) : index] if d.kind not in LOOSE_ANCHORS and not _modifies(text, d)]
    nearest = near[-1] if near else None
    if nearest is None or position - nearest.end > ANCHOR_REACH:
        return None
    return nearest if len(SENTENCE_END.findall(text, nearest.end, position + 1)) < sentences else None


def _modifies(text: str, dated: Dated) -> bool:
    """ "a June 12 summit": the day of a thing named in passing, from which no story is counted on."""
    return bool(DETERMINER.search(text, max(0, dated.start - 6), dated.start) and SMALL_NOUN.match(text, dated.end))


def _next_in_sentence(text: str, position: int, told: Sequence[Dated]) -> Dated | None:
    index = bisect_left(told, position, key=_start)
    nearest = next((d for d in told[index : index + NEIGHBOURS] if d.kind not in LOOSE_ANCHORS), None)
    if nearest is None or nearest.start - position > ANCHOR_REACH:
        return None
    return None if SENTENCE_END.search(text, position, nearest.start + 1) else nearest


def _can_anchor(item: Found, anchor: Dated) -> bool:
    start, end = anchor.meaning.interval.start, anchor.meaning.interval.end
    groups = item.match.groupdict()
    unit = "year" if "month" in groups else (groups.get("unit") or "day").lower()
    return bool(start and end and (end - start).days < LONGEST_ANCHOR.get(unit, LONGEST_FOR_DAYS))


def _anchored(item: Found, anchor: Dated) -> Dated | None:
    start, end = anchor.meaning.interval.start, anchor.meaning.interval.end
    meaning = over(item, start, end) if start and end and _can_anchor(item, anchor) else None
    return Dated(*item.match.span(), item.rule.kind, meaning, item.match) if meaning else None


def joined(text: str, told: Sequence[Dated]) -> list[Dated]:
    """Join "from Monday to Thursday" and "between March 3 and April 5"."""
    joined: list[Dated] = []
    for dated in told:
        both = _range(text, joined[-1], dated) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(dated)
    return joined


def _range(text: str, first: Dated, last: Dated) -> Dated | None:
    between = text[first.end : last.start]
    opener = RANGE_OPENER.search(text, max(0, first.start - 12), first.start)
    if not RANGE.fullmatch(between) or not (opener or "through" in between):
        return None
    if "and" in between.split() and (opener is None or opener["word"].lower() != "between"):
        return None
    week = 7 if first.kind == last.kind == "weekday" else 0
    interval = _spanning(first.meaning.interval, last.meaning.interval, -week, 0)
    future = _spanning(first.meaning.future, last.meaning.future, 0, week)
    if interval is None:
        return None
    return Dated(opener.start() if opener else first.start, last.end, "range", Meaning(interval, future))


def _spanning(first: DateInterval | None, last: DateInterval | None, back: int, on: int) -> DateInterval | None:
    """From the start of one to the end of the other, moved by these days where they would run backward."""
    if first is None or last is None or first.start is None or last.end is None:
        return None
    if first.start <= last.end:
        return DateInterval(first.start, last.end, "other")
    start, end = plus(first.start, back), plus(last.end, on)
    return DateInterval(start, end, "other") if start <= end else None


def _bounded(text: str, told: Sequence[Dated]) -> Iterator[tuple[Dated, DateInterval | None]]:
    """With the words before them that open an end; and the interval without these."""
    done = 0
    for dated in told:
        found = (dated.start, dated.meaning) if dated.kind == "range" else _with_bounds(text, dated)
        if found:
            opened = found[1].interval.start is None or found[1].interval.end is None
            bounded_ = Dated(max(done, found[0]), dated.end, dated.kind, found[1])
            yield bounded_, dated.meaning.interval if opened else None
            done = dated.end


def _with_bounds(text: str, dated: Dated) -> tuple[int, Meaning] | None:
    return bounded(text, dated.start, dated.end, dated.kind, dated.meaning)
