"""What the readers of all services share: how a service is told, fields with labels, and what becomes an article."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import BadRecord
from dateline.knowledge.export_fields import ExportField
from dateline.records import LeftOut, Published
from dateline.sources.drafts import Draft, with_title_in_front
from dateline.sources.lines import Line, Lines
from dateline.sources.publication_date import Days, find_day, parse_days

AGAIN = "export the article again, with its full text"
FIELD = "field of the export"
"""Why a line of an export is no article text."""

CORRECTED = re.compile(r"Correction Appended|(?:See )?Correction:? (?:Appended|at End).*", re.IGNORECASE)
"""What stands by the title of an article that was corrected."""
_BY = re.compile(r"^(?:By|BY)[:\s]\s*")
_MONTH = re.compile(rf"\b({'|'.join([*calendar.month_name[1:], *calendar.month_abbr[1:]])})\.?,? ((?:19|20)\d\d)\b")
_DATE_BEGINS = re.compile(r"(?:[A-Z][a-z]{2,8}\.?,?\s+){0,2}\d|[A-Z][a-z]{2,8}\.?,? (?:19|20)\d\d")
_LONGEST_DATE = 80
_WORDS = re.compile(r"^(\d[\d,.]*)\s+(?:words|mots|palabras|Wörter)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Service:
    """One layout of one service: whether lines are such an export, and its articles, with an error in place of each lost one.

    A draft's or error's source is `path#N` for the N-th article of the file, counted from 1.
    """

    name: str
    recognises: Callable[[Lines], bool]
    split: Callable[[Lines, str], Iterator[Draft | BadRecord]]


@dataclass(frozen=True, slots=True)
class Told:
    """What an export says of one article; lists of lines as they stood."""

    source: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    byline: str | None = None
    url: str | None = None
    left_out: tuple[LeftOut, ...] = ()


def service_of(lines: Lines, services: Iterable[Service]) -> Service | None:
    """The first service that knows the lines as its own."""
    return next((service for service in services if service.recognises(lines)), None)


def draft_of(told: Told, paragraphs: Sequence[str]) -> Draft:
    """The draft of one article of an export; a date that cannot be read stays open."""
    days = days_of(told.date) if told.date else None
    draft = Draft(
        told.source,
        "\n\n".join(paragraphs),
        title=told.title,
        outlet=told.outlet,
        published=Published(*days, "metadata") if days else None,
        url=told.url,
        byline=told.byline,
        left_out=told.left_out,
    )
    return with_title_in_front(draft, told.title) if told.title else draft


def days_of(text: str) -> Days | None:
    """The days of a date field: a date, or a whole month where only that is given ("March 2018")."""
    if days := parse_days(text):
        return days
    match = _MONTH.search(text)
    if match is None:
        return None
    names = [*calendar.month_abbr]
    return parse_days(f"{match[2]}-{names.index(match[1][:3]):02}")


def is_date_line(text: str) -> bool:
    """Whether a line is a date and little else: "January 11, 2010 Monday", "11 March 2025, Late Edition"."""
    if len(text) > _LONGEST_DATE or not _DATE_BEGINS.match(text):
        return False
    return find_day(text) is not None or _MONTH.match(text) is not None


def byline_of(value: str | None) -> str | None:
    """The names in a byline field."""
    return _BY.sub("", value.strip()).strip(" ;,") or None if value else None


def word_count(text: str) -> int | None:
    """The number in "355 words"."""
    match = _WORDS.match(text)
    return int(re.sub(r"[,.]", "", match[1])) if match else None


def labelled(line: Line, fields: Mapping[str, ExportField]) -> tuple[ExportField, str] | None:
    """The field that a line such as "Length: 355 words" begins, and its value."""
    label, colon, value = line.text.partition(":")
    found = fields.get(label.strip()) if colon else None
    return (found, value.strip()) if found else None


def as_fields(lines: Iterable[Line], why: str = FIELD) -> tuple[LeftOut, ...]:
    """Lines that are no article text."""
    return tuple(LeftOut(line.text, why) for line in lines)
