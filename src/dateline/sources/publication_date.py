"""Publication dates: as fields give them, and as the first lines of a text state them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

EARLIEST = date(1900, 1, 1)
AHEAD = timedelta(days=2)
"""A page dated in Auckland may be a day ahead of the reader; two days is an error."""

Days = tuple[date, date]

_MONTHS = {
    name.lower(): number for names in (calendar.month_name, calendar.month_abbr) for number, name in enumerate(names) if name
} | {"sept": 9}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+)?"
_DAY_FIRST = _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+" + _MONTH + r",?\s+(?P<year>(?:19|20)\d\d)"
_MONTH_FIRST = _WEEKDAY + _MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)"
_WORDED = tuple(re.compile(rf"\b{form}\b", re.IGNORECASE) for form in (_DAY_FIRST, _MONTH_FIRST))
# Pages write the date twice, once for screen readers, with nothing between: "Published On 17 Mar 202517 Mar 2025".
_LEADING = tuple(re.compile(form, re.IGNORECASE) for form in (_DAY_FIRST, _MONTH_FIRST))

_ISO = re.compile(r"(?P<year>\d{4})(?:[-/.]?(?P<month>\d{2})(?:[-/.]?(?P<day>\d{2}))?)?(?=$|[T\s+Z])")
_NUMERIC = re.compile(r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<year>\d{4})(?=$|[T\s,])")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")

_DATELINE = re.compile(r"^[A-Z][\w.’'/-]*(?:[ ,]+[A-Z(][\w.’'/)-]*){0,8},\s*")
_PUBLISHED = re.compile(r"\b(?:first\s+)?(?:published|posted)\b\s*(?:on|at|:)?[\s:]*(?:\d{1,2}[:.]\d{2}\S*\s+)?", re.IGNORECASE)
_AFTER_DATELINE = re.compile(r"^\s*(?:\([^)]{2,40}\)\s*)?(?:[-–—:]|\()")
_CREDIT_WORDS = 14


def parse_days(value: str) -> Days | None:
    """First and last day that a date field means, or None where it cannot be understood or is ambiguous (03/04/2025).

    "2017-12" is a whole month: the answer claims no more precision than the field. Times and zones are dropped: the
    date is the one written. Ten or thirteen digits are seconds or milliseconds since 1970, UTC.
    """
    text = value.strip()
    if _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC).date()
        return moment, moment
    if match := _ISO.match(text):
        return _interval(match["year"], match["month"], match["day"])
    if match := _NUMERIC.match(text):
        return _numeric(int(match["a"]), int(match["b"]), match["year"])
    found = find_day(text)
    return (found, found) if found else None


def find_day(text: str) -> date | None:
    """The first full date in words ("Tuesday 11 March 2025", "March 11, 2025"); a wrong day name disqualifies it."""
    matches = [m for pattern in _WORDED if (m := pattern.search(text))]
    return _worded(min(matches, key=lambda m: m.start())) if matches else None


def is_plausible(days: Days, today: date) -> bool:
    """Whether an article can have appeared then."""
    return days[0] >= EARLIEST and days[0] <= today + AHEAD


def stated_publication(lines: Iterable[str]) -> date | None:
    """The day in "Published On 17 Mar 2025", the first such words in the lines."""
    for line in lines:
        for match in _PUBLISHED.finditer(line):
            if day := _leading_day(line[match.end() :]):
                return day
    return None


def inferred_publication(headline: str | None, lines: Iterable[str]) -> date | None:
    """The day of an agency's dateline or of a short credit line among the lines that open a text.

    Only a full date counts. A headline counts only with a day name that fits: headlines speak of other days, too.
    """
    for line in lines:
        if day := _dateline_day(line) or _credit_day(line):
            return day
    if headline and (match := _search(headline)) and match["weekday"]:
        return _credit_day(headline)
    return None


def _dateline_day(line: str) -> date | None:
    """LONDON, March 11, 2025 (AFP) - ..."""
    match = _search(line[:120])
    if match is None or not line[: match.start()].rstrip().endswith(","):
        return None
    in_front = line[: match.start()]
    if not _DATELINE.fullmatch(in_front) or not _AFTER_DATELINE.match(line[match.end() :]):
        return None
    return _worded(match)


def _credit_day(line: str) -> date | None:
    """Abay Tribune, Addis Ababa, Tuesday 11 March 2025."""
    match = _search(line)
    if match is None or len(line.split()) > _CREDIT_WORDS:
        return None
    before, after = line[: match.start()].strip(), line[match.end() :].strip()
    opens = not before or before[-1] in ",|–—-(:" or _PUBLISHED.search(before) is not None
    closes = not after or after[0] in "|)" or bool(re.fullmatch(r":\s*\w+", after))
    return _worded(match) if opens and closes else None


def _search(line: str) -> re.Match[str] | None:
    matches = [m for pattern in _WORDED if (m := pattern.search(line))]
    return min(matches, key=lambda m: m.start()) if matches else None


def _leading_day(text: str) -> date | None:
    match = next((m for pattern in _LEADING if (m := pattern.match(text))), None)
    return _worded(match) if match else None


def _worded(match: re.Match[str]) -> date | None:
    days = _interval(match["year"], str(_MONTHS[match["month"].lower()]), match["day"])
    weekday = match["weekday"]
    if days is None or (weekday and calendar.day_name[days[0].weekday()][:3].lower() != weekday[:3].lower()):
        return None
    return days[0]


def _numeric(a: int, b: int, year: str) -> Days | None:
    """Day and month in either order, where only one order is possible."""
    if a <= 12 and b <= 12 and a != b:
        return None
    day, month = (a, b) if b <= 12 else (b, a)
    return _interval(year, str(month), str(day))


def _interval(year: str, month: str | None, day: str | None) -> Days | None:
    try:
        if month is None:
            return date(int(year), 1, 1), date(int(year), 12, 31)
        if day is None:
            last = calendar.monthrange(int(year), int(month))[1]
            return date(int(year), int(month), 1), date(int(year), int(month), last)
        exact = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return exact, exact
