"""Time expressions with TIMEX3 values, as annotators of newswire mark them: the public face of the grammar that dates events.

Unlike `find_times`, which gives what can date an event, this also gives lengths, repetition and vague references, takes the
words before an expression ("since", "by the") out of its span, and counts "a year earlier" from the day of publication
where the text gives nothing nearer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateline.errors import BadRecord
from dateline.language import Document, parse
from dateline.records import Article, DateInterval, Precision, Span, content_id
from dateline.times.bounds import bounded
from dateline.times.clock import find_clocks
from dateline.times.comparison import year_before
from dateline.times.expressions import Dated, Found, joined, kind_of, over, resolved, scan
from dateline.times.grammar import Match, Meaning
from dateline.times.periods import day_of, year_of
from dateline.times.tense import looks_ahead
from dateline.times.timex_values import calendar_value, value_of
from dateline.times.undated import find_undated

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
NO_TIME = frozenset({"name"})
TRIMMED = re.compile(r"(?:in|within|between|from)\s+", re.IGNORECASE)
TAIL = re.compile(r"(?<!\s)\s+(?:after|before)$", re.IGNORECASE)
WIDER = re.compile(r"\b(?:early|late|earlier|later)\s+(?:on\s+)?$", re.IGNORECASE)
TO_CLOCK = re.compile(r",?\s+(?:(?:on|at|around|about|by|the)\s+)*", re.IGNORECASE)
REACH = 20


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. `value` is its TIMEX3 value; `start` and `end` are the interval that it means, both ends included.

    Both are None, and `precision` too, for lengths, sets and vague references, which lie nowhere on the calendar; one of
    them is None where that end is open ("since Thursday").
    """

    span: Span
    text: str
    type: TimexType
    value: str
    start: date | None = None
    end: date | None = None
    precision: Precision | None = None


def find_dates(text: str, published: date | str | None = None) -> list[Timex]:
    """All time expressions of a text, in order, without overlap.

    `published` (a date or ISO day) is what "on Tuesday" is counted from; whether the last or the coming one is meant, the
    tense of the clause says. Without it only expressions with a year of their own have an interval.
    Raises BadRecord where `published` is no day.
    """
    day = _day(published)
    found = list(scan(text))
    dated = _dated(text, found, day)
    timexes = _with_clocks(text, list(_timexes(text, dated, day)), day)
    return sorted(_filled(text, timexes), key=lambda timex: timex.span)


def _day(published: date | str | None) -> date | None:
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        raise BadRecord("published", f"{published!r} is no day", "give a date or YYYY-MM-DD") from error


def _dated(text: str, found: Sequence[Found], day: date | None) -> list[Dated]:
    """What the grammar resolves; what is counted from a date that the text does not give, from the day of publication."""
    told = resolved(text, found, (day, day) if day else None)
    starts = {dated.start for dated in told}
    if day is None:
        return told
    loose = [item for item in found if item.rule.anchored and item.match.start() not in starts]
    late = [
        Dated(*item.match.span(), kind_of(text, item), meaning, item.match) for item in loose if (meaning := over(item, day, day))
    ]
    return sorted([*told, *late], key=lambda dated: dated.start)


def _timexes(text: str, dated: Sequence[Dated], day: date | None) -> Iterable[Timex]:
    ranges = [Span(d.start, d.end) for d in joined(text, dated) if d.kind == "range"]
    document = _parsed(text) if any(d.meaning.future not in (None, d.meaning.interval) for d in dated) else None
    for item in dated:
        if item.kind in NO_TIME or item.match is None:
            continue
        in_range = any(span.start <= item.start and item.end <= span.end for span in ranges)
        chosen = _chosen(item, document)
        value = year_before(text, item, dated, day) or value_of(item.kind, item.match, chosen)
        if value:
            yield from _parts(text, item, chosen, value, in_range)


def _parsed(text: str) -> Document:
    article = Article(content_id("art", text), "", "text", None, None, None, None, None, None, text)
    return next(parse([article]))


def _chosen(item: Dated, document: Document | None) -> DateInterval:
    future = item.meaning.future
    if future is None or document is None or not looks_ahead(document, Span(item.start, item.end)):
        return item.meaning.interval
    return future


def _parts(text: str, item: Dated, chosen: DateInterval, value: str, in_range: bool) -> Iterable[Timex]:
    """The expression; a range of years or of days is two of them."""
    both = _halves(item, chosen)
    if both is not None:
        yield from (replace(half, text=text[half.span.start : half.span.end]) for half in both)
        return
    span, shown = _span(text, item), chosen
    if not in_range:
        opened = bounded(text, item.start, item.end, item.kind, Meaning(chosen))
        shown = opened[1].interval if opened else DateInterval(chosen.start, None, chosen.precision)
    yield Timex(span, text[span.start : span.end], _type(value), value, shown.start, shown.end, shown.precision)


def _halves(item: Dated, chosen: DateInterval) -> tuple[Timex, Timex] | None:
    """ "from 2009 to 2017", "from September 30 to October 5" as two expressions; None for what is one."""
    match, first, last = item.match, chosen.start, chosen.end
    if match is None or first is None or last is None:
        return None
    groups = match.groupdict()
    if item.kind == "years" and match[0][:1].isalpha():
        return (_half(match, ("year",), year_of(first.year)), _half(match, ("last",), year_of(last.year)))
    if item.kind == "date_range" and groups.get("month2"):
        return (_half(match, ("month", "day"), day_of(first)), _half(match, ("month2", "day2", "year"), day_of(last)))
    return None


def _half(match: Match, groups: tuple[str, ...], interval: DateInterval) -> Timex:
    spans = [match.span(group) for group in groups if match.groupdict().get(group)]
    span = Span(min(start for start, _ in spans), max(end for _, end in spans))
    value = calendar_value(interval.start, interval.precision) if interval.start else ""
    return Timex(span, "", "DATE", value, interval.start, interval.end, interval.precision)


def _span(text: str, item: Dated) -> Span:
    """Without the prepositions that the grammar took with it, with "late" and "early" before it."""
    start, end = item.start, item.end
    if opener := TRIMMED.match(text, start, end):
        start = opener.end()
    if item.kind in ("clause_apart", "apart") and (tail := TAIL.search(text, start, end)):
        end = tail.start()
    wider = WIDER.search(text, max(0, start - REACH), start)
    return Span(wider.start() if wider else start, end)


def _type(value: str) -> TimexType:
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value and value[0].isdigit() else "DATE"


def _with_clocks(text: str, timexes: list[Timex], day: date | None) -> list[Timex]:
    """Times of day take the day beside them, else the last one told before, else that of publication."""
    for clock in find_clocks(text):
        if any(timex.span.overlaps(clock.span) for timex in timexes):
            continue
        beside = next((t for t in timexes if t.start and t.start == t.end and _adjacent(text, t.span, clock.span)), None)
        if beside is not None:
            timexes[timexes.index(beside)] = _joined(text, beside, clock.span, clock.value)
            continue
        before = [t for t in timexes if t.start and t.start == t.end and t.span.end <= clock.span.start]
        on = before[-1].start if before and "\n" not in text[before[-1].span.end : clock.span.start] else day
        words = text[clock.span.start : clock.span.end]
        value = (on.isoformat() if on else "XXXX-XX-XX") + clock.value
        timexes.append(Timex(clock.span, words, "TIME", value, on, on, "day" if on else None))
        timexes.sort(key=lambda timex: timex.span)
    return timexes


def _adjacent(text: str, first: Span, second: Span) -> bool:
    before, after = sorted((first, second))
    return bool(TO_CLOCK.fullmatch(text, before.end, after.start))


def _joined(text: str, timex: Timex, clock: Span, value: str) -> Timex:
    span = Span(min(timex.span.start, clock.start), max(timex.span.end, clock.end))
    day = timex.value.partition("T")[0]
    return replace(timex, span=span, text=text[span.start : span.end], type="TIME", value=day + value)


def _filled(text: str, timexes: list[Timex]) -> list[Timex]:
    """With the expressions that name no day, where no other stands."""
    taken = bytearray(len(text))
    for timex in timexes:
        taken[timex.span.start : timex.span.end] = b"\1" * timex.span.length
    for undated in find_undated(text):
        if not any(taken[undated.span.start : undated.span.end]):
            kind: TimexType = "SET" if undated.type == "SET" else "DURATION" if undated.type == "DURATION" else "DATE"
            timexes.append(Timex(undated.span, text[undated.span.start : undated.span.end], kind, undated.value))
    return timexes
